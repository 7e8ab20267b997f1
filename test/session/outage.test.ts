import {expect} from '@open-wc/testing';
import type {CallEvent, CallState} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';
import {active, attempt, events, placed, ringing, states} from '../fakes/samples.js';

function after(state: CallState, ...sent: readonly CallEvent[]): CallState {
  return sent.reduce((current, event) => transition(current, event)[0], state);
}

const lost = (at: number, media: boolean): CallEvent => ({type: 'lost', attempt, at, media});
const back = events.back;

describe('A call that is lost', () => {
  const calls = {
    placed: placed(),
    accepted: placed({accepted: true}),
    ringing: ringing(),
    active: active(),
    muted: active({muted: true, soundBlocked: true}),
  };

  for (const [name, call] of Object.entries(calls)) {
    for (const media of [true, false]) {
      it(`is reconnecting until it is back as it was (${name}, ${media ? 'no sound' : 'no signaling'})`, () => {
        const outage = after(call, lost(5_000, media));
        expect(outage).to.deep.equal({...call, phase: 'reconnecting', lost: {at: 5_000, media}});
        expect(after(outage, back)).to.deep.equal(call);
      });
    }
  }

  it('counts from the first loss, whatever else goes or comes back meanwhile', () => {
    const first = after(active(), lost(5_000, false));
    const flips = after(first, lost(6_000, true), lost(7_000, false), lost(8_000, true));
    expect(flips).to.deep.equal({...first, lost: {at: 5_000, media: true}});
    expect(after(flips, lost(9_000, true))).to.equal(flips);
  });

  it('counts anew when it is lost again', () => {
    const again = after(active(), lost(5_000, true), back, lost(20_000, true));
    expect(again).to.deep.include({lost: {at: 20_000, media: true}});
  });

  it('goes on as the conversation that it was: the talking time does not restart', () => {
    const answeredAgain: CallEvent = {type: 'answered', attempt, at: 7_000};
    const outage = after(active({since: 1_000}), lost(5_000, true), answeredAgain);
    expect(outage).to.include({phase: 'reconnecting', since: 1_000});
    expect(after(outage, back)).to.deep.equal(active({since: 1_000}));
  });

  it('keeps what happens meanwhile', () => {
    expect(after(placed(), lost(5_000, false), events.accepted, events.ringing, back)).to.deep.equal(
      ringing(),
    );
    const answered = after(ringing(), lost(5_000, false), events.answered);
    expect(answered).to.include({phase: 'reconnecting', since: 9_000});
    expect(after(answered, events.muted, back)).to.deep.equal(active({since: 9_000, muted: true}));
  });

  it('can be muted and left as any other', () => {
    expect(transition(states['active, silent'], events.mute)[1]).to.deep.equal([{do: 'mute', on: true}]);
    const [left, effects] = transition(states['active, cut'], events['hang-up']);
    expect(effects).to.deep.equal([{do: 'hang-up'}, {do: 'close-microphone'}]);
    expect(after(left, back, events.over)).to.include({phase: 'ended', initiator: 'local', duration: 8});
  });

  it('was never there before it was placed, and is not there any more after its end', () => {
    for (const name of ['idle', 'all there, not placed', 'ended', 'failed'] as const)
      expect(after(states[name], lost(5_000, true), back)).to.equal(states[name]);
  });
});

describe('Sound that the browser has blocked', () => {
  it('is known until it is heard, also before the answer and through an outage', () => {
    expect(after(ringing(), events['sound blocked'], events.answered)).to.include({soundBlocked: true});
    const outage = after(states['active, sound blocked'], lost(5_000, true));
    expect(after(outage, back)).to.deep.equal(states['active, sound blocked']);
    expect(after(outage, events['sound heard'], back)).to.deep.equal(active());
  });

  it('is played when the visitor asks, and said to be heard only when the phone says so', () => {
    const state = states['active, sound blocked'];
    expect(transition(state, events.hear)).to.deep.equal([state, [{do: 'hear'}]]);
    expect(transition(states.active, events.hear)).to.deep.equal([states.active, []]);
  });
});
