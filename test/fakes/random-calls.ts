import * as fc from 'fast-check';
import type {CallEvent, CallState, Effect} from '../../src/session/state.js';
import {idle} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';
import {caller, conversation, devices, stats} from './samples.js';

/** One step of a call: what was, what happened, what is, and what has to be done. */
export interface Step {
  readonly before: CallState;
  readonly event: CallEvent;
  readonly after: CallState;
  readonly effects: readonly Effect[];
}

const attempt = 0;
const farewell = {reason: 'busy', initiator: 'remote', cause: 'USER_BUSY', sipCode: 486} as const;
const denied = {code: 'microphone-denied'} as const;
const prompt = {code: 'microphone-prompt'} as const;
const failure = {code: 'call-failed'} as const;

/** What can happen, by how often it does: what makes progress often, what ends a call seldom. */
const chances: ReadonlyArray<readonly [number, readonly CallEvent[]]> = [
  [
    8,
    [
      {type: 'answered', attempt, at: 1_000},
      {type: 'obstacle', attempt, failure: denied, asking: false},
      {type: 'set-aside', on: true},
      {type: 'muted', attempt, on: true},
      {type: 'sound-blocked', attempt, on: true},
      {type: 'lost', attempt, at: 3_000, media: true},
    ],
  ],
  [
    4,
    [
      {type: 'call', granted: false},
      {type: 'call', granted: true},
      {type: 'invited', callId: 'call-3', caller},
      {type: 'answer', granted: false},
      {type: 'answer', granted: true},
      {type: 'microphone-opened', attempt},
      {type: 'sdk-loaded', attempt},
      {type: 'token-received', attempt},
      {type: 'line-opened', attempt},
      {type: 'placed', attempt, callId: 'call-1'},
      {type: 'ringing', attempt},
    ],
  ],
  [
    1,
    [
      {type: 'placed', attempt, callId: 'call-2'},
      {type: 'answered', attempt, at: 2_000},
      {type: 'accepted', attempt},
      {type: 'early', attempt},
      {type: 'obstacle', attempt, failure: prompt, asking: true},
      {type: 'microphone-awaited', attempt, until: 30_000},
      {type: 'retry'},
      {type: 'set-aside', on: false},
      {type: 'lost', attempt, at: 4_000, media: false},
      {type: 'lost', attempt, at: 5_000, media: true},
      {type: 'back', attempt},
      {type: 'mute', on: true},
      {type: 'mute', on: false},
      {type: 'muted', attempt, on: false},
      {type: 'unheard', attempt, on: true},
      {type: 'unheard', attempt, on: false},
      {type: 'hold', on: true},
      {type: 'hold', on: false},
      {type: 'held', attempt, on: true},
      {type: 'held', attempt, on: false},
      {type: 'digits', digits: '1 b#'},
      {type: 'digits', digits: 'x'},
      {type: 'digits-sent', attempt, digits: '1'},
      {type: 'choose', kind: 'microphone', id: ''},
      {type: 'volume', level: 0.5},
      {type: 'measured', attempt, stats},
      {type: 'devices', attempt, devices},
      {type: 'sound-blocked', attempt, on: false},
      {type: 'hear'},
      {type: 'dismiss-hint'},
      {type: 'say', text: 'Hello'},
      {type: 'conversation', attempt, conversation},
      {type: 'hang-up'},
      {type: 'dismiss'},
      {type: 'refuse', failure},
      {type: 'too-long', attempt, wait: 'invite', at: 7_000},
      {type: 'too-long', attempt, wait: 'answer', at: 7_000},
      {type: 'too-long', attempt, wait: 'caller', at: 7_000},
      {type: 'too-long', attempt, wait: 'media', at: 7_000},
      {type: 'too-long', attempt, wait: 'goodbye', at: 7_000},
      {type: 'over', attempt, at: 0, farewell},
      {type: 'over', attempt, at: 8_000, farewell},
      {type: 'failed', attempt, failure},
    ],
  ],
];

/** Makes an event of the attempt that is going on, or of one that is not. */
type Maker = (now: number) => CallEvent;

/** Events are made once and frozen: a million calls are many. */
function makerOf(event: CallEvent, age: number): Maker {
  if (!('attempt' in event)) return () => freeze(event);
  const made: CallEvent[] = [];
  return (now) => (made[now] ??= freeze({...event, attempt: now + age}));
}

const drawn: ReadonlyArray<{readonly event?: CallEvent; readonly make: Maker}> = chances.flatMap(
  ([weight, events]) =>
    events.flatMap((event, index) => [
      ...Array.from({length: weight}, () => ({event, make: makerOf(event, 0)})),
      ...('attempt' in event ? [{make: makerOf(event, index % 2 ? 1 : -1)}] : []),
    ]),
);

const makers = drawn.map(({make}) => make);

const click: Maker = makerOf({type: 'call', granted: false}, 0);

const ring: Maker = makerOf({type: 'invited', callId: 'call-1', caller}, 0);

/** Whatever can happen, in whatever order: each number stands for one event. Somebody calls first, or the visitor does. */
export const sequences = fc.noBias(
  fc.tuple(fc.boolean(), fc.array(fc.nat({max: makers.length - 1}), {maxLength: 50, size: 'max'})),
);

/** The sequence that stands for these events, each of the attempt that is going on then. */
export const sequenceOf = (...wanted: readonly CallEvent[]): number[] =>
  wanted.map((one) => drawn.findIndex(({event}) => JSON.stringify(event) === JSON.stringify(one)));

/** Plays a sequence from the first click, or the first ringing, on, step by step. */
export function play(
  [called, sequence]: readonly [boolean, readonly number[]],
  onStep: (step: Step) => void,
): CallState {
  let state = idle;
  const take = (make: Maker) => {
    const before = state;
    const event = make(before.attempt);
    const [after, effects] = transition(before, event);
    state = freeze(after);
    onStep({before, event, after, effects});
  };
  take(called ? ring : click);
  for (const number of sequence) take(makers[number]!);
  return state;
}

/** Whoever changes it in place gets an exception. */
function freeze<T extends object>(value: T): T {
  if (Object.isFrozen(value)) return value;
  for (const key in value) {
    const part: unknown = value[key];
    if (typeof part === 'object' && part) freeze(part);
  }
  return Object.freeze(value);
}
