import {waitOf} from '../../src/session/limits.js';
import {callerOf, canTalk, hasCall, isLive, isTalking, obstacleOf} from '../../src/session/selectors.js';
import type {CallEvent, CallState, Effect} from '../../src/session/state.js';
import {transition} from '../../src/session/transition.js';
import type {Step} from '../fakes/random-calls.js';

/** What an attempt has in the outside world, if the ports do what they are told. */
export interface Holdings {
  readonly microphone: boolean;
  readonly line: boolean;
  /** True while the far end has a call that nobody has ended. */
  readonly leg: boolean;
  readonly callsPlaced: number;
  readonly goodbyes: number;
  readonly answers: number;
}

export const nothing: Holdings = {
  microphone: false,
  line: false,
  leg: false,
  callsPlaced: 0,
  goodbyes: 0,
  answers: 0,
};

/** What is held after a step. */
export function holdingsAfter(held: Holdings, {before, event, after, effects}: Step): Holdings {
  const fresh = after.attempt !== before.attempt;
  let {microphone, line} = held;
  let leg = held.leg || (hasCall(after) && !hasCall(before));
  let callsPlaced = fresh ? 0 : held.callsPlaced;
  let goodbyes = fresh ? 0 : held.goodbyes;
  let answers = fresh ? 0 : held.answers;
  if (event.type === 'over') leg = false;
  for (const effect of effects) {
    if (effect.do === 'open-microphone') microphone = true;
    if (effect.do === 'close-microphone') microphone = false;
    if (effect.do === 'open-line') line = true;
    if (effect.do === 'close-line') line = false;
    if (effect.do === 'place-call') callsPlaced++;
    if (effect.do === 'answer-call') answers++;
    if (effect.do === 'hang-up') goodbyes++;
    if (effect.do === 'hang-up') leg = false;
  }
  return {microphone, line, leg, callsPlaced, goodbyes, answers};
}

/** A rule for every step of every call that changed or caused something: see {@link isNothing}. */
type Rule = (step: Step, held: Holdings, holds: Holdings) => boolean;

const does = (effects: readonly Effect[], what: Effect['do']) => effects.some((effect) => effect.do === what);

/** True for a step that changed nothing and caused nothing: there is nothing to break a rule with. */
export const isNothing = ({before, after, effects}: Step) => after === before && effects.length === 0;

export const rules: Readonly<Record<string, Rule>> = {
  'no attempt places more than one call': (_step, _held, {callsPlaced}) => callsPlaced <= 1,

  'nothing is opened for a caller before the visitor answers': (
    {before, event, after},
    _held,
    {microphone},
  ) =>
    !callerOf(after) ||
    (!microphone && after.phase !== 'active') ||
    (hasCall(after) && Boolean(after.answer || after.leaving)) ||
    (before.phase === 'incoming' && event.type === 'answer'),

  'a caller is answered once, and only with a microphone or where none is to be expected': (
    {before, event, effects},
    {answers},
  ) =>
    !does(effects, 'answer-call') ||
    (hasCall(before) &&
      Boolean(before.answer) &&
      answers === 0 &&
      (event.type === 'microphone-opened' || event.type === 'obstacle' || event.type === 'set-aside')),

  'a call is active only after the phone was told to answer': ({after}, _held, {answers}) =>
    !callerOf(after) || !isTalking(after) || answers === 1,

  'a second call is declined and changes nothing': ({before, event, after, effects}) =>
    event.type !== 'invited' ||
    !isLive(before) ||
    (after === before && effects.length === 1 && does(effects, 'decline')),

  'who has called does not change': ({before, after}) =>
    !hasCall(before) || !hasCall(after) || before.caller === after.caller,

  'a call is placed only when all is there': ({after, effects}) =>
    !does(effects, 'place-call') ||
    ('line' in after && after.microphone && after.sdk && after.token && after.line),

  'without a call there is no microphone, no line and nobody at the far end': ({after}, _held, holds) =>
    isLive(after) || (!holds.microphone && !holds.line && !holds.leg),

  'the line is opened once': ({effects}, {line}) => !does(effects, 'open-line') || !line,

  'the microphone is asked for again only if something is in its way': ({before, effects}, {microphone}) =>
    !does(effects, 'open-microphone') || !microphone || obstacleOf(before)?.asking === false,

  'the far end is told once that the visitor has gone': (_step, _held, {goodbyes}) => goodbyes <= 1,

  'whoever has hung up holds no microphone': ({after}, _held, {microphone}) =>
    !hasCall(after) || !after.leaving || !microphone,

  'after a hang-up nothing is opened, and nothing changes but by the end': ({before, after, effects}) =>
    !hasCall(before) ||
    !before.leaving ||
    ((after === before || after.phase === 'ended') &&
      effects.every(({do: what}) => /^(hear|decline|close-.*)$/.test(what))),

  'who hangs up is not told that the other one was busy': ({before, after}) =>
    !hasCall(before) ||
    !before.leaving ||
    after.phase !== 'ended' ||
    (after.initiator === 'local' &&
      after.reason === (isTalking(before) ? 'ended' : before.caller ? 'declined' : 'cancelled')),

  'the talking time does not restart': ({before, after}) =>
    !isTalking(before) || !hasCall(after) || after.since === before.since,

  'the clock of an outage does not restart': ({before, after}) =>
    !hasCall(before) || !before.lost || !hasCall(after) || !after.lost || after.lost.at === before.lost.at,

  'a call keeps its id, and is never less far than it was': ({before, after}) =>
    !hasCall(before) ||
    !('callId' in after) ||
    (after.callId === before.callId &&
      (!hasCall(after) || (after.accepted >= before.accepted && after.ringing >= before.ringing))),

  'the phase is what the rest says': ({after}) => phaseOf(after) === after.phase,

  'only a conversation is held, has digits and is measured; only a muted one is not heard': ({after}) =>
    !hasCall(after) ||
    ((isTalking(after) || (!after.held && !after.digits && !after.quality && !after.muted)) &&
      (after.muted || !after.unheard)),

  'what was asked for is not yet done': ({before, event, after}) =>
    !['hold', 'digits', 'choose', 'volume', 'mute'].includes(event.type) || after === before,

  'digits are added, never taken back': ({before, after}) =>
    !hasCall(before) || !hasCall(after) || after.digits.startsWith(before.digits),

  'whoever can’t be reached is asked for nothing, and nobody twice': ({before, effects}) =>
    effects.every(
      (effect) =>
        (effect.do !== 'hold' && effect.do !== 'send-digits') ||
        (canTalk(before) && (effect.do !== 'hold' || effect.on !== before.held)),
    ),

  'only keys of a telephone are sent': ({effects}) =>
    effects.every((effect) => effect.do !== 'send-digits' || /^[\dA-D*#]+$/.test(effect.digits)),

  'an obstacle stays until there is a microphone or no call': ({before, event, after}) =>
    !obstacleOf(before) ||
    obstacleOf(after) !== undefined ||
    !isLive(after) ||
    event.type === 'microphone-opened',

  'a phone that waits for a microphone is told what becomes of it': ({before, after, effects}) =>
    obstacleOf(before)?.until === undefined ||
    obstacleOf(after)?.until !== undefined ||
    !isLive(after) ||
    does(effects, 'use-microphone'),

  'an attempt waits for the microphone: nothing is set aside before there is a call': ({after}) =>
    hasCall(after) || !obstacleOf(after)?.aside,

  'an answer to another attempt changes nothing': ({before, event}) =>
    !('attempt' in event) || event.attempt === before.attempt,

  'a second click leaves the attempt alone': ({before, event}) =>
    !isLive(before) || (event.type !== 'call' && event.type !== 'refuse'),

  'a call begins only by a click or a caller, as an attempt of its own': ({before, event, after}) =>
    isLive(before) ||
    !isLive(after) ||
    (/^(call|invited)$/.test(event.type) && after.attempt === before.attempt + 1),

  'only a conversation may last as long as it likes': ({after}) =>
    !hasCall(after) ||
    (waitOf(after) === undefined) === (isTalking(after) && !after.leaving && !after.lost?.media),

  'what means nothing gives back the very state': ({before, after}) =>
    after === before ||
    Object.keys(after).some(
      (key) => after[key as keyof CallState] !== before[key as keyof CallState] || !(key in before),
    ),
};

function phaseOf(state: CallState): string {
  if (hasCall(state)) {
    if (state.lost) return 'reconnecting';
    if (state.since !== undefined) return state.held ? 'held' : 'active';
    if (state.caller && !state.answer) return 'incoming';
    if (state.answer && (state.obstacle ? !state.obstacle.aside : state.answer === 'prompt'))
      return 'permission';
    return state.ringing ? 'ringing' : 'connecting';
  }
  if (!('line' in state)) return isLive(state) ? 'not live' : state.phase;
  // Whether there is a prompt without an obstacle is known from the click alone.
  if (!state.microphone && (state.obstacle || state.phase === 'permission')) return 'permission';
  return state.line || (state.sdk && state.token) ? 'connecting' : 'preparing';
}

/** True if the visitor gets out of a state: at once, when the phone says so, or when it was waited for too long. */
export function canBeLeft(state: CallState): boolean {
  if (!isLive(state)) return true;
  const {attempt} = state;
  const [left, effects] = transition(state, {type: 'hang-up'});
  if (!hasCall(state)) return left.phase === 'ended' && does(effects, 'close-microphone');
  if (!hasCall(left) || !left.leaving || does(effects, 'hang-up') === state.leaving) return false;
  const farewell = {reason: 'lost', initiator: 'network', cause: ''} as const;
  const ends: CallEvent[] = [
    {type: 'over', attempt, at: 0, farewell},
    {type: 'too-long', attempt, at: 0, wait: 'goodbye'},
  ];
  return ends.every((end) => {
    const [last, letGo] = transition(left, end);
    return last.phase === 'ended' && does(letGo, 'close-microphone') && does(letGo, 'close-line');
  });
}
