import {expect} from '@open-wc/testing';
import {obstacleOf} from '../../src/session/selectors.js';
import type {CallEvent, CallState, Effect} from '../../src/session/state.js';
import {idle} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';
import {
  active,
  aside,
  asking,
  attempt,
  awaited,
  denied,
  events,
  gathering,
  placed,
  states,
} from '../fakes/samples.js';

/** The last state, and everything that was done on the way. */
function after(state: CallState, ...sent: readonly CallEvent[]) {
  const done: Array<Effect['do']> = [];
  for (const event of sent) {
    const [next, effects] = transition(state, event);
    state = next;
    done.push(...effects.map((effect) => effect.do));
  }
  return {state, done, obstacle: obstacleOf(state)};
}

const no: CallEvent = {type: 'obstacle', attempt, failure: denied.failure, asking: false};
const stillAsking: CallEvent = {type: 'obstacle', attempt, failure: asking.failure, asking: true};
const opened = events['microphone-opened'];

describe('Without a microphone, an attempt', () => {
  it('waits, says why, and goes on by itself as soon as there is one', () => {
    const waiting = after(gathering('preparing', {sdk: true, token: true, line: true}), no);
    expect(waiting.state).to.deep.equal(states['denied, all else there']);
    expect(waiting.done).to.deep.equal([]);
    const going = after(waiting.state, opened);
    expect(going.state).to.deep.equal(states['all there, not placed']);
    expect(going.done).to.deep.equal(['place-call']);
  });

  it('goes on gathering the rest', () => {
    const {state, done} = after(
      states['denied, nothing there'],
      events['sdk-loaded'],
      events['token-received'],
      events['line-opened'],
    );
    expect(state).to.deep.equal(states['denied, all else there']);
    expect(done).to.deep.equal(['open-line']);
  });

  it('that had one waits for it again, and places one call', () => {
    const unplugged = after(gathering('preparing', {microphone: true, sdk: true, token: true}), no);
    expect(unplugged.state).to.include({phase: 'permission', microphone: false});
    const {done, obstacle} = after(unplugged.state, events['line-opened'], opened, opened);
    expect(done).to.deep.equal(['place-call']);
    expect(obstacle).to.equal(undefined);
  });

  it('that is being placed is not placed a second time, and the call knows', () => {
    const {state, done} = after(states['all there, not placed'], no, events.retry, no, opened, no);
    expect(state).to.deep.equal(states['all there, unplugged']);
    expect(done).to.deep.equal(['open-microphone']);
    expect(after(state, events.placed).state).to.deep.equal(placed({callId: 'call-2', obstacle: denied}));
  });

  it('asks again when the visitor wants it, but not while the browser is being asked', () => {
    const again = after(states['denied, nothing there'], events.retry);
    expect(again).to.deep.include({done: ['open-microphone'], obstacle: {...denied, asking: true}});
    expect(after(again.state, events.retry)).to.deep.equal({...again, done: []});
    expect(after(again.state, no, events.retry).done).to.deep.equal(['open-microphone']);
    expect(after(states['prompt unanswered, all else there'], events.retry).done).to.deep.equal([]);
  });

  it('says which obstacle it is now', () => {
    expect(after(states['denied, nothing there'], stillAsking).obstacle).to.deep.equal(asking);
    expect(after(states['denied, nothing there'], events['obstacle, denied']).obstacle).to.deep.equal({
      ...denied,
      failure: {code: 'microphone-busy'},
    });
  });

  it('can not be set aside: there is nothing to go on with', () => {
    const state = states['denied, nothing there'];
    expect(after(state, events['set aside']).state).to.equal(state);
  });

  it('that is new begins without the obstacle of the last', () => {
    const {state} = after(states['denied, nothing there'], events['hang-up'], events.call);
    expect(state).to.include({phase: 'permission', attempt: attempt + 1, obstacle: undefined});
    expect(after(idle, events.call).obstacle).to.equal(undefined);
  });
});

describe('Without a microphone, a call', () => {
  for (const [name, call] of Object.entries({placed: placed(), active: active()})) {
    it(`goes on (${name}), says so, and uses the microphone that comes`, () => {
      const {state, done} = after(call, no);
      expect(state).to.deep.equal({...call, obstacle: denied});
      expect(done).to.deep.equal([]);
      expect(after(state, opened)).to.deep.include({state: call, done: ['use-microphone']});
    });

    it(`asks again when the visitor wants it (${name})`, () => {
      const again = after({...call, obstacle: denied}, events.retry, events.retry);
      expect(again).to.deep.include({done: ['open-microphone'], obstacle: {...denied, asking: true}});
    });

    it(`can be had without one (${name}): the dialog stays closed until it is asked for`, () => {
      const closed = after({...call, obstacle: denied}, events['set aside']);
      expect(closed.obstacle).to.deep.equal(aside);
      expect(after(closed.state, no).obstacle).to.deep.equal(aside);
      expect(after(closed.state, events.retry, no).obstacle).to.deep.equal(aside);
      expect(after(closed.state, events['open again']).obstacle).to.deep.equal(denied);
      expect(after(closed.state, opened, no).obstacle).to.deep.equal(denied);
    });

    it(`is waited for by the phone (${name}): told when it comes, or when none is wanted`, () => {
      const waits = after({...call, obstacle: denied}, {type: 'microphone-awaited', attempt, until: 30_000});
      expect(waits).to.deep.include({obstacle: awaited, done: []});
      expect(after(waits.state, events.retry, no).obstacle).to.deep.equal(awaited);
      expect(after(waits.state, opened)).to.deep.include({state: call, done: ['use-microphone']});
      const without = after(waits.state, events['set aside']);
      expect(without).to.deep.include({obstacle: aside, done: ['use-microphone']});
      expect(after(without.state, {type: 'microphone-awaited', attempt, until: 40_000})).to.deep.equal(
        without,
      );
    });

    it(`opens none once it was left (${name})`, () => {
      const left = {...call, obstacle: denied, leaving: true};
      expect(after(left, events.retry, opened, no, events['set aside'])).to.deep.include({
        state: left,
        done: [],
      });
    });
  }
});
