import {expect} from '@open-wc/testing';
import type {CallEvent} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';
import {attempt, events, states, type EventName, type StateName} from '../fakes/samples.js';
import {begin, table} from './step-table.js';

describe('What happens next in a call', () => {
  for (const name of Object.keys(table) as StateName[]) {
    const state = states[name];

    describe(name, () => {
      for (const [event, sent] of Object.entries(events)) {
        const step = table[name][event as EventName];
        it(`${event}: ${step?.join(' ') ?? 'nothing'}`, () => {
          const [next, effects] = transition(state, sent);
          if (step) {
            expect([next.phase, ...effects.map((effect) => effect.do)]).to.deep.equal(step);
            if (effects.length === 0) expect(next).to.not.deep.equal(state);
          } else {
            expect(next).to.equal(state);
            expect(effects).to.have.length(0);
          }
        });
      }

      it('hears nothing of another attempt', () => {
        for (const event of Object.values<CallEvent>(events)) {
          if (!('attempt' in event)) continue;
          for (const other of [attempt - 1, attempt + 1]) {
            const [next, effects] = transition(state, {...event, attempt: other});
            expect(next).to.equal(state);
            expect(effects).to.have.length(0);
          }
        }
      });
    });
  }

  it('each call is an attempt of its own, and its effects carry the number', () => {
    const [state, effects] = transition(states.ended, events.call);
    expect(state.attempt).to.equal(4);
    expect(effects).to.deep.equal(begin.map((what) => ({do: what, attempt: 4})));
    expect(transition(states.failed, events.refuse)[0].attempt).to.equal(4);
  });

  it('of what was typed or pasted only the keys of a telephone are sent', () => {
    const sent = (digits: string) => transition(states.active, {type: 'digits', digits})[1];
    expect(sent('(+1) 23-a#*d')).to.deep.equal([{do: 'send-digits', digits: '123A#*D'}]);
    expect(sent('hello, Ω')).to.deep.equal([]);
  });

  it('digits that were sent are kept in order, and a mute forgets that nobody heard', () => {
    const [once] = transition(states['active, measured'], events['digits-sent']);
    expect(transition(once, {...events['digits-sent'], digits: 'A'})[0]).to.include({digits: '1#5A'});
    expect(transition(states['active, muted and unheard'], events.unmuted)[0]).to.deep.include({
      muted: false,
      unheard: false,
    });
  });

  it('effects carry what was asked for', () => {
    expect(transition(states.active, events.mute)[1]).to.deep.equal([{do: 'mute', on: true}]);
    expect(transition(states['active and muted'], events.unmute)[1]).to.deep.equal([{do: 'mute', on: false}]);
    expect(transition(states['active and held'], events.unhold)[1]).to.deep.equal([{do: 'hold', on: false}]);
    expect(transition(states.active, events.volume)[1]).to.deep.equal([{do: 'volume', level: 0.5}]);
    expect(transition(states.active, events['choose a microphone'])[1]).to.deep.equal([
      {do: 'choose', kind: 'microphone', id: 'usb', attempt},
    ]);
    expect(transition(states['active, denied'], events.retry)[1]).to.deep.equal([
      {do: 'open-microphone', attempt},
    ]);
  });
});
