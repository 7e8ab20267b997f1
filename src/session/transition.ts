import type {
  CallEvent,
  CallState,
  Effect,
  Gathered,
  GatheringState,
  PlacedState,
  ActiveState,
} from './state.js';
import {isLive} from './selectors.js';

type Step = readonly [CallState, readonly Effect[]];

const letGo: readonly Effect[] = [{do: 'close-microphone'}, {do: 'close-line'}];

/**
 * What happens next in a call. Pure: the same state and event always give the same step.
 *
 * @returns the next state, and what has to be done in the outside world, in order. An event that means nothing
 * in a state gives back that very state and no effects.
 */
export function transition(state: CallState, event: CallEvent): Step {
  const same: Step = [state, []];
  if ('attempt' in event && event.attempt !== state.attempt) return same;
  switch (event.type) {
    case 'call':
      return isLive(state) ? same : begin(state.attempt + 1, event.granted);
    case 'refuse':
      return isLive(state)
        ? same
        : [{phase: 'failed', attempt: state.attempt + 1, callId: undefined, failure: event.failure}, []];
    case 'hang-up':
      return isGathering(state) ? cancel(state) : hasCall(state) && !state.leaving ? leave(state) : same;
    case 'mute':
      return state.phase === 'active' && state.muted !== event.on
        ? [state, [{do: 'mute', on: event.on}]]
        : same;
    case 'dismiss':
      return isLive(state) || state.phase === 'idle' ? same : [{phase: 'idle', attempt: state.attempt}, []];
    case 'microphone-opened':
      return gather(state, 'microphone');
    case 'sdk-loaded':
      return gather(state, 'sdk');
    case 'token-received':
      return gather(state, 'token', {do: 'open-line', attempt: event.attempt});
    case 'line-opened':
      return gather(state, 'line');
    case 'placed':
      if (!isGathering(state)) return same;
      return [{phase: 'connecting', attempt: state.attempt, callId: event.callId, leaving: false}, []];
    case 'ringing':
      return hasCall(state) && state.phase === 'connecting' ? [{...state, phase: 'ringing'}, []] : same;
    case 'answered':
      return hasCall(state) && state.phase !== 'active'
        ? [{...state, phase: 'active', since: event.at, muted: false}, []]
        : same;
    case 'muted':
      return state.phase === 'active' && state.muted !== event.on ? [{...state, muted: event.on}, []] : same;
    case 'over':
      return hasCall(state) ? over(state, event) : same;
    case 'failed':
      return isLive(state) ? fail(state, event) : same;
  }
}

function begin(attempt: number, granted: boolean): Step {
  const nothing: Gathered = {microphone: false, sdk: false, token: false, line: false};
  return [
    {phase: granted ? 'preparing' : 'permission', attempt, ...nothing},
    [
      {do: 'open-microphone', attempt},
      {do: 'load-sdk', attempt},
      {do: 'get-token', attempt},
    ],
  ];
}

/** One more piece is there: name the wait that is left, and place the call when nothing is missing. */
function gather(state: CallState, piece: keyof Gathered, ...then: Effect[]): Step {
  if (!isGathering(state) || state[piece]) return [state, []];
  const next = {...state, [piece]: true};
  const prompting = state.phase === 'permission' && !next.microphone;
  const phase = prompting ? 'permission' : next.line || (next.sdk && next.token) ? 'connecting' : 'preparing';
  if (next.microphone && next.sdk && next.token && next.line)
    then.push({do: 'place-call', attempt: state.attempt});
  return [{...next, phase}, then];
}

/** Nothing is placed yet: there is nobody to say goodbye to. */
function cancel(state: GatheringState): Step {
  const {attempt} = state;
  return [
    {
      phase: 'ended',
      attempt,
      callId: '',
      reason: 'cancelled',
      initiator: 'local',
      cause: '',
      sipCode: undefined,
      duration: 0,
    },
    letGo,
  ];
}

/** The microphone is off at once; the state changes when the phone says so. */
function leave(state: PlacedState | ActiveState): Step {
  return [{...state, leaving: true}, [{do: 'hang-up'}, {do: 'close-microphone'}]];
}

function over(state: PlacedState | ActiveState, {at, farewell}: Extract<CallEvent, {type: 'over'}>): Step {
  const {attempt, callId} = state;
  const talked = state.phase === 'active';
  const duration = talked ? Math.max(0, Math.floor((at - state.since) / 1000)) : 0;
  // The SDK calls a caller's own cancel USER_BUSY: what the visitor did counts, not that word.
  const own = state.leaving && {
    reason: talked ? ('ended' as const) : ('cancelled' as const),
    initiator: 'local' as const,
    cause: talked ? 'NORMAL_CLEARING' : 'ORIGINATOR_CANCEL',
    sipCode: undefined,
  };
  return [{phase: 'ended', attempt, callId, duration, sipCode: undefined, ...farewell, ...own}, letGo];
}

function fail(state: CallState, {failure}: Extract<CallEvent, {type: 'failed'}>): Step {
  const {attempt} = state;
  if (!hasCall(state)) return [{phase: 'failed', attempt, callId: undefined, failure}, letGo];
  if (state.leaving) return [state, []];
  return [{phase: 'failed', attempt, callId: state.callId, failure}, [{do: 'hang-up'}, ...letGo]];
}

function hasCall(state: CallState): state is PlacedState | ActiveState {
  return 'leaving' in state;
}

function isGathering(state: CallState): state is GatheringState {
  return 'microphone' in state;
}
