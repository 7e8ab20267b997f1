import {dial} from './dial.js';
import {dismissed, judge, unjudged} from './echo.js';
import {waitOf} from './limits.js';
import {look, rest, unmeasured} from './meter.js';
import {
  canTalk,
  hasCall,
  isIncoming,
  isLive,
  isMuted,
  isTalking,
  obstacleOf,
  summaryIn,
} from './selectors.js';
import type {MediaStats} from './stats.js';
import type {
  CallEvent,
  CallState,
  Caller,
  CallingState,
  Effect,
  Farewell,
  Gathered,
  GatheringState,
  Obstacle,
  Wait,
} from './state.js';
import {concluded} from './transcript.js';

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
    case 'invited':
      return isLive(state) ? [state, [{do: 'decline', callId: event.callId}]] : invited(state, event);
    case 'answer':
      return isIncoming(state)
        ? change(state, {answer: event.granted ? 'microphone' : 'prompt'}, [
            {do: 'open-microphone', attempt: state.attempt},
          ])
        : same;
    case 'hang-up':
      return isGathering(state) ? cancel(state) : change(state, {leaving: true}, leave);
    case 'mute':
      return isTalking(state) && !state.leaving && state.muted !== event.on
        ? [state, [{do: 'mute', on: event.on}]]
        : same;
    case 'hold':
      return canTalk(state) && state.held !== event.on ? [state, [{do: 'hold', on: event.on}]] : same;
    case 'digits':
      return canTalk(state) ? [state, dial(event.digits)] : same;
    case 'say':
      return canTalk(state) && event.text ? [state, [{do: 'say', text: event.text}]] : same;
    case 'choose':
      return isTalking(state) && !state.leaving
        ? [state, [{do: 'choose', kind: event.kind, id: event.id, attempt: state.attempt}]]
        : same;
    case 'volume':
      return isTalking(state) && !state.leaving ? [state, [{do: 'volume', level: event.level}]] : same;
    case 'retry':
      return retry(state);
    case 'set-aside':
      return obstacleOf(state)?.aside === !event.on ? setAside(state, event.on) : same;
    case 'hear':
      return hasCall(state) && state.soundBlocked ? [state, [{do: 'hear'}]] : same;
    case 'dismiss-hint':
      return change(state, {echo: dismissed});
    case 'dismiss':
      return isLive(state) || state.phase === 'idle' ? same : [{phase: 'idle', attempt: state.attempt}, []];
    case 'microphone-opened':
      return isGathering(state)
        ? gather(state.obstacle ? {...state, obstacle: undefined} : state, 'microphone')
        : isUnanswered(state)
          ? same
          : useMicrophone(state, {obstacle: undefined});
    case 'obstacle':
      return obstacle(state, {failure: event.failure, asking: event.asking, aside: false, until: undefined});
    case 'microphone-awaited':
      if (!mayBeAnswered(state)) return same;
      return obstacleOf(state)?.aside
        ? change(state, {}, goOn)
        : change(state, withObstacle(state, {until: event.until}));
    case 'sdk-loaded':
      return gather(state, 'sdk');
    case 'token-received':
      return gather(state, 'token', {do: 'open-line', attempt: event.attempt});
    case 'line-opened':
      return gather(state, 'line');
    case 'placed':
      return isGathering(state) ? [call(state, event.callId), []] : same;
    case 'accepted':
      return isPlaced(state) ? change(state, {accepted: true}) : same;
    case 'ringing':
      return isPlaced(state) ? change(state, {accepted: true, ringing: true}) : same;
    case 'answered':
      return isTalking(state) || !mayBeAnswered(state) ? same : change(state, {since: event.at});
    case 'muted':
      return isTalking(state) ? change(state, {muted: event.on, unheard: false}) : same;
    case 'unheard':
      return isMuted(state) ? change(state, {unheard: event.on}) : same;
    case 'held':
      return isTalking(state)
        ? change(state, {held: event.on, ...(event.on && !state.held && quiet(state))})
        : same;
    case 'digits-sent':
      return isTalking(state) ? change(state, {digits: state.digits + event.digits}) : same;
    case 'measured':
      return isTalking(state) ? change(state, measured(state, event.stats)) : same;
    case 'devices':
      return change(state, {devices: event.devices});
    case 'conversation':
      return change(state, {conversation: event.conversation});
    case 'early':
      return isPlaced(state) ? change(state, {accepted: true, early: true}) : same;
    case 'sound-blocked':
      return change(state, {soundBlocked: event.on});
    case 'lost':
      return lose(state, event);
    case 'back':
      return change(state, {lost: undefined});
    case 'too-long':
      return hasCall(state) && waitOf(state) === event.wait ? giveUp(state, event.wait, event.at) : same;
    case 'over':
      return hasCall(state) ? [end(state, event.at, event.farewell), letGo] : same;
    case 'failed':
      return isLive(state) ? fail(state, event) : same;
  }
}

/** Somebody calls. Nothing is opened before the visitor answers. */
function invited({attempt: last}: CallState, {callId, caller}: Extract<CallEvent, {type: 'invited'}>): Step {
  const attempt = last + 1;
  const state = call({attempt, obstacle: undefined}, callId, caller);
  return [{...state, phase: phaseOf(state)}, [{do: 'ring', attempt, callId}]];
}

function begin(attempt: number, granted: boolean): Step {
  const nothing: Gathered = {microphone: false, sdk: false, token: false, line: false};
  return [
    {phase: granted ? 'preparing' : 'permission', attempt, obstacle: undefined, ...nothing},
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
  const next = named({...state, [piece]: true});
  if (isComplete(next)) then.push({do: 'place-call', attempt: state.attempt});
  return [next, then];
}

/** The prompt, or what stands in the way of the microphone, is what the visitor waits for first. */
function named(state: GatheringState): GatheringState {
  const prompting = !state.microphone && (state.obstacle || state.phase === 'permission');
  const connecting = state.line || (state.sdk && state.token);
  return {...state, phase: prompting ? 'permission' : connecting ? 'connecting' : 'preparing'};
}

/** No microphone, or none any more. An attempt waits for one; a call goes on without. */
function obstacle(state: CallState, now: Obstacle): Step {
  // Once all is there the call is being placed: it must not be placed a second time.
  if (isGathering(state)) return [named({...state, microphone: isComplete(state), obstacle: now}), []];
  if (isUnanswered(state)) return [state, []];
  const {aside = false, until} = obstacleOf(state) ?? {};
  const effects = now.asking ? [] : answer(state);
  return change(state, {obstacle: {...now, aside, until}, ...(effects.length && given)}, effects);
}

const goOn: readonly Effect[] = [{do: 'use-microphone'}];

const given = {answer: 'given'} as const;

/** What is still to be said to a caller who was answered: the microphone is there, or not to be expected soon. */
function answer(state: CallState): readonly Effect[] {
  return hasCall(state) && state.answer && state.answer !== 'given' ? [{do: 'answer-call'}] : [];
}

/** There is a microphone, or none is wanted: the caller is answered with it, or the call goes on with it. */
function useMicrophone(state: CallState, more: Partial<CallingState>): Step {
  const effects = answer(state);
  return effects.length ? change(state, {...more, ...given}, effects) : change(state, more, goOn);
}

/** A phone that waits for a microphone goes on without one. */
function setAside(state: CallState, aside: boolean): Step {
  const more = withObstacle(state, {aside, until: undefined});
  const answers = answer(state).length > 0;
  if (answers) return change(state, {...more, ...given}, [...answer(state), ...goOn]);
  return change(state, more, obstacleOf(state)?.until === undefined ? [] : goOn);
}

function retry(state: CallState): Step {
  if (!isLive(state) || obstacleOf(state)?.asking !== false) return [state, []];
  const asking = withObstacle(state, {asking: true});
  const effects: Effect[] = [{do: 'open-microphone', attempt: state.attempt}];
  return isGathering(state) ? [{...state, ...asking}, effects] : change(state, asking, effects);
}

function withObstacle(state: CallState, more: Partial<Obstacle>): {obstacle?: Obstacle} {
  const now = obstacleOf(state);
  return now ? {obstacle: {...now, ...more}} : {};
}

function call(
  {attempt, obstacle}: Pick<GatheringState, 'attempt' | 'obstacle'>,
  callId: string,
  caller?: Caller,
): CallingState {
  return {
    phase: 'connecting',
    attempt,
    callId,
    caller,
    answer: undefined,
    obstacle,
    leaving: false,
    accepted: false,
    ringing: false,
    early: false,
    since: undefined,
    muted: false,
    unheard: false,
    held: false,
    digits: '',
    quality: undefined,
    meter: unmeasured,
    echo: unjudged,
    devices: undefined,
    lost: undefined,
    soundBlocked: false,
    conversation: undefined,
  };
}

/** Something about a placed call is new. Nothing changes any more once the visitor has hung up. */
function change(state: CallState, more: Partial<CallingState>, effects: readonly Effect[] = []): Step {
  if (!hasCall(state) || state.leaving) return [state, []];
  const keys = Object.keys(more) as Array<keyof CallingState>;
  if (keys.every((key) => state[key] === more[key])) return [state, effects];
  const next = {...state, ...more};
  return [{...next, phase: phaseOf(next)}, effects];
}

function phaseOf({
  lost,
  since,
  held,
  ringing,
  caller,
  answer,
  obstacle,
}: CallingState): CallingState['phase'] {
  if (lost) return 'reconnecting';
  if (since !== undefined) return held ? 'held' : 'active';
  if (caller && !answer) return 'incoming';
  // A prompt is expected, or there is something in the way of the microphone.
  if (answer && (obstacle ? !obstacle.aside : answer === 'prompt')) return 'permission';
  return ringing ? 'ringing' : 'connecting';
}

/** Who is muted, or has no microphone, knows why nobody hears. */
function measured(state: CallingState, stats: MediaStats): Partial<CallingState> {
  const [meter, quality = state.quality] = look(state.meter, stats, state.muted || Boolean(state.obstacle));
  return {meter, quality, echo: judge(state, meter.looks, quality?.alerts)};
}

/** On hold nobody is heard. */
function quiet({meter, quality}: CallingState): Partial<CallingState> {
  const next = rest(meter);
  return {meter: next, quality: quality && {...quality, alerts: next.watch.on}};
}

/** The clock of an outage does not restart when more, or less, of the connection is gone. */
function lose(state: CallState, {at, media}: Extract<CallEvent, {type: 'lost'}>): Step {
  if (!hasCall(state) || state.lost?.media === media) return [state, []];
  return change(state, {lost: {at: state.lost?.at ?? at, media}});
}

/** Nothing is placed yet: there is nobody to say goodbye to. */
function cancel(state: GatheringState): Step {
  return [end({...call(state, ''), leaving: true}, 0, nobody), letGo];
}

/** The microphone is off at once; the state changes when the phone says so. */
const leave: readonly Effect[] = [{do: 'hang-up'}, {do: 'close-microphone'}];

const nobody: Farewell = {reason: 'lost', initiator: 'network', cause: ''};

function end(state: CallingState, at: number, farewell: Farewell): CallState {
  const {attempt, callId} = state;
  const talked = isTalking(state);
  const duration = talked ? Math.max(0, Math.floor((at - state.since) / 1000)) : 0;
  // The SDK calls a caller's own cancel USER_BUSY: what the visitor did counts, not that word.
  const own = state.leaving && {
    reason: talked ? ('ended' as const) : state.caller ? ('declined' as const) : ('cancelled' as const),
    initiator: 'local' as const,
    cause: talked ? 'NORMAL_CLEARING' : state.caller ? 'USER_BUSY' : callId && 'ORIGINATOR_CANCEL',
    sipCode: undefined,
  };
  const quality = summaryIn(state);
  // Whatever the caller's network calls it. One that was answered with a microphone can still be lost.
  const waited = state.answer !== 'given' || state.obstacle || farewell.initiator === 'remote';
  const missed = state.caller && !talked && waited;
  return {
    phase: 'ended',
    attempt,
    callId,
    duration,
    quality,
    conversation: concluded(state.conversation),
    sipCode: undefined,
    ...farewell,
    ...(missed && {reason: 'missed'}),
    ...own,
  };
}

/** A limit has passed: the phone is not waited for any longer. */
function giveUp(state: CallingState, wait: Wait, at: number): Step {
  if (wait === 'goodbye') return [end(state, at, nobody), letGo];
  const cause = state.caller ? 'the answer was not confirmed' : 'no answer to the INVITE';
  const failure = {code: 'call-failed', cause} as const;
  if (wait === 'invite') return fail(state, {type: 'failed', attempt: state.attempt, failure});
  const unanswered: Farewell = {reason: 'no-answer', initiator: 'local', cause: 'NO_ANSWER'};
  return [end(state, at, wait === 'media' ? nobody : unanswered), [{do: 'hang-up'}, ...letGo]];
}

function fail(state: CallState, {failure}: Extract<CallEvent, {type: 'failed'}>): Step {
  const {attempt} = state;
  if (!hasCall(state)) return [{phase: 'failed', attempt, callId: undefined, failure}, letGo];
  if (state.leaving) return [state, []];
  return [{phase: 'failed', attempt, callId: state.callId, failure}, [{do: 'hang-up'}, ...letGo]];
}

/** True for an incoming call that the visitor has not answered yet, whatever its phase. */
function isUnanswered(state: CallState): boolean {
  return hasCall(state) && Boolean(state.caller) && !state.answer;
}

/** No incoming call is answered before the phone was told to. */
function mayBeAnswered(state: CallState): boolean {
  return isPlaced(state) || (hasCall(state) && state.answer === 'given');
}

function isPlaced(state: CallState): boolean {
  return hasCall(state) && !state.caller;
}

function isGathering(state: CallState): state is GatheringState {
  return 'microphone' in state;
}

function isComplete({microphone, sdk, token, line}: Gathered): boolean {
  return microphone && sdk && token && line;
}
