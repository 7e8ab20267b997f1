import {expect} from '@open-wc/testing';
import type {Effect, Phase} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';
import {events, states, type EventName, type StateName} from '../fakes/samples.js';

type Step = readonly [Phase, ...Array<Effect['do']>];

const begin = ['open-microphone', 'load-sdk', 'get-token'] as const;
const letGo = ['close-microphone', 'close-line'] as const;
const leave = ['hang-up', 'close-microphone'] as const;

const fresh = {
  call: ['permission', ...begin],
  'call, allowed': ['preparing', ...begin],
  refuse: ['failed'],
} as const;
const waiting = {
  'hang-up': ['ended', ...letGo],
  placed: ['connecting'],
  failed: ['failed', ...letGo],
} as const;
const inCall = {over: ['ended', ...letGo], failed: ['failed', 'hang-up', ...letGo]} as const;

/** What each event means in each state. What is not named here means nothing. */
const table: Record<StateName, Partial<Record<EventName, Step>>> = {
  idle: fresh,
  'prompt up, nothing there': {
    ...waiting,
    'microphone-opened': ['preparing'],
    'sdk-loaded': ['permission'],
    'token-received': ['permission', 'open-line'],
    'line-opened': ['permission'],
  },
  'prompt up, all else there': {...waiting, 'microphone-opened': ['connecting', 'place-call']},
  'no prompt, nothing there': {
    ...waiting,
    'microphone-opened': ['preparing'],
    'sdk-loaded': ['preparing'],
    'token-received': ['preparing', 'open-line'],
    'line-opened': ['connecting'],
  },
  'no prompt, line missing': {...waiting, 'line-opened': ['connecting', 'place-call']},
  'all there, not placed': waiting,
  placed: {...inCall, 'hang-up': ['connecting', ...leave], ringing: ['ringing'], answered: ['active']},
  ringing: {...inCall, 'hang-up': ['ringing', ...leave], answered: ['active']},
  active: {...inCall, 'hang-up': ['active', ...leave], mute: ['active', 'mute'], muted: ['active']},
  'active and muted': {
    ...inCall,
    'hang-up': ['active', ...leave],
    unmute: ['active', 'mute'],
    unmuted: ['active'],
  },
  'placed, leaving': {over: inCall.over, ringing: ['ringing'], answered: ['active']},
  'ringing, leaving': {over: inCall.over, answered: ['active']},
  'active, leaving': {over: inCall.over, mute: ['active', 'mute'], muted: ['active']},
  ended: {...fresh, dismiss: ['idle']},
  failed: {...fresh, dismiss: ['idle']},
};

describe('What happens next in a call', () => {
  for (const [name, row] of Object.entries(table) as Array<[StateName, (typeof table)[StateName]]>) {
    describe(name, () => {
      for (const [event, sent] of Object.entries(events)) {
        const step = row[event as EventName];
        it(`${event}: ${step?.join(' ') ?? 'nothing'}`, () => {
          const state = states[name];
          const [next, effects] = transition(state, sent);
          if (!step) {
            expect(next).to.equal(state);
            expect(effects).to.have.length(0);
          } else {
            expect([next.phase, ...effects.map((effect) => effect.do)]).to.deep.equal(step);
          }
        });
      }

      it('hears nothing of another attempt', () => {
        const state = states[name];
        for (const event of Object.values(events)) {
          if (!('attempt' in event)) continue;
          for (const other of [event.attempt - 1, event.attempt + 1]) {
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
});
