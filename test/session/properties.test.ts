import * as fc from 'fast-check';
import {isLive} from '../../src/session/selectors.js';
import type {CallEvent, CallState, Effect} from '../../src/session/state.js';
import {idle} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';

const RUNS = 20_000;

/** An event whose attempt number is off by `age`: 0 is the current one. */
interface Sent {
  readonly event: CallEvent;
  readonly age: number;
}

const failure = {code: 'call-failed'} as const;
const farewell = {reason: 'lost', initiator: 'network', cause: ''} as const;

const reports = fc
  .record({
    type: fc.constantFrom(
      'microphone-opened',
      'sdk-loaded',
      'token-received',
      'line-opened',
      'placed',
      'ringing',
    ),
    more: fc.constantFrom('answered', 'muted', 'over', 'failed', undefined),
    at: fc.nat(100_000),
    on: fc.boolean(),
  })
  .map(({type, more, at, on}): CallEvent => {
    const attempt = 0;
    if (more === 'answered') return {type: more, attempt, at};
    if (more === 'muted') return {type: more, attempt, on};
    if (more === 'over') return {type: more, attempt, at, farewell};
    if (more === 'failed') return {type: more, attempt, failure};
    if (type === 'placed') return {type, attempt, callId: `call-${at}`};
    return {type, attempt};
  });

const requests = fc.oneof(
  fc.record({type: fc.constant('call' as const), granted: fc.boolean()}),
  fc.constantFrom<CallEvent>({type: 'hang-up'}, {type: 'dismiss'}, {type: 'refuse', failure}),
  fc.record({type: fc.constant('mute' as const), on: fc.boolean()}),
);

const sequences = fc.array(
  fc.record<Sent>({
    event: fc.oneof({arbitrary: reports, weight: 4}, {arbitrary: requests, weight: 1}),
    age: fc.oneof({arbitrary: fc.constant(0), weight: 4}, {arbitrary: fc.constantFrom(-2, -1, 1), weight: 1}),
  }),
  {maxLength: 40},
);

interface Step {
  readonly before: CallState;
  readonly sent: Sent;
  readonly after: CallState;
  readonly effects: ReadonlyArray<Effect['do']>;
}

function run(sequence: readonly Sent[]): Step[] {
  let state = idle;
  // A click first: what is reported before any means nothing anyway.
  const sequenceWithClick: Sent[] = [{event: {type: 'call', granted: false}, age: 0}, ...sequence];
  return sequenceWithClick.map((sent) => {
    const before = state;
    const {event, age} = sent;
    const dated = 'attempt' in event ? {...event, attempt: before.attempt + age} : event;
    const [after, effects] = transition(before, dated);
    state = after;
    return {before, sent, after, effects: effects.map((effect) => effect.do)};
  });
}

function holds(say: string, rule: (steps: Step[]) => boolean): void {
  it(say, () =>
    fc.assert(
      fc.property(sequences, (sequence) => rule(run(sequence))),
      {numRuns: RUNS},
    ),
  );
}

describe('Whatever happens, in whatever order', function () {
  this.timeout(60_000);

  holds('no attempt places more than one call', (steps) => {
    const placed = steps.filter(({effects}) => effects.includes('place-call'));
    const attempts = placed.map(({after}) => after.attempt);
    return new Set(attempts).size === attempts.length;
  });

  holds('a call is placed only when all is there', (steps) =>
    steps.every(
      ({after, effects}) =>
        !effects.includes('place-call') ||
        ('line' in after && after.microphone && after.sdk && after.token && after.line),
    ),
  );

  holds('an end lets go of the microphone and of the line, in the same step', (steps) =>
    steps.every(
      ({before, sent, after, effects}) =>
        !(isLive(before) && !isLive(after)) ||
        (sent.event.type !== 'refuse' &&
          effects.includes('close-microphone') &&
          effects.includes('close-line')),
    ),
  );

  holds('what is opened is closed before it is opened again, and at the end', (steps) => {
    let microphone = false;
    let line = false;
    return steps.every(({after, effects}) => {
      for (const effect of effects) {
        if (effect === 'open-microphone' && microphone) return false;
        if (effect === 'open-line' && line) return false;
        microphone = effect === 'open-microphone' || (microphone && effect !== 'close-microphone');
        line = effect === 'open-line' || (line && effect !== 'close-line');
      }
      return isLive(after) || (!microphone && !line);
    });
  });

  holds('every call can be hung up', (steps) =>
    steps.every(({after}) => {
      if (!isLive(after)) return true;
      const [next, effects] = transition(after, {type: 'hang-up'});
      if (next.phase === 'ended') return true;
      if (!('leaving' in next) || !next.leaving) return false;
      return ('leaving' in after && after.leaving) || effects.some((effect) => effect.do === 'hang-up');
    }),
  );

  holds('an answer to another attempt changes nothing', (steps) =>
    steps.every(
      ({before, sent: {event, age}, after, effects}) =>
        !('attempt' in event) || age === 0 || (after === before && effects.length === 0),
    ),
  );

  holds('a call begins only by a click on a button without one', (steps) =>
    steps.every(({before, sent, after}) => isLive(before) || !isLive(after) || sent.event.type === 'call'),
  );

  holds('the states are never changed in place, and equal ones are the same object', (steps) =>
    steps.every(
      ({before, after, effects}) =>
        before === after || effects.length > 0 || JSON.stringify(before) !== JSON.stringify(after),
    ),
  );
});
