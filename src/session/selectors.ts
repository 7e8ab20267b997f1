import {WITHOUT_MEDIA_MS} from './limits.js';
import type {CallState, Caller, CallingState, Conversation, EndedState, Obstacle, Quality} from './state.js';
import {summaryOf, type QualitySummary} from './summary.js';

/** True while there is an attempt or a call: from the click until it has ended or failed. */
export function isLive(state: CallState): boolean {
  return state.phase !== 'idle' && state.phase !== 'ended' && state.phase !== 'failed';
}

/** True once a call is placed, until it is over. */
export function hasCall(state: CallState): state is CallingState {
  return 'leaving' in state;
}

/** True while somebody calls and the visitor has neither answered nor declined. */
export function isIncoming(state: CallState): boolean {
  return state.phase === 'incoming' && !state.leaving;
}

/** Who calls. Nobody in a call that the visitor has placed. */
export function callerOf(state: CallState): Caller | undefined {
  return hasCall(state) ? state.caller : undefined;
}

/** True once a call is answered, until it is over: also while it is reconnecting. */
export function isTalking(state: CallState): state is CallingState & {readonly since: number} {
  return hasCall(state) && state.since !== undefined;
}

/** Muting means something only once both sides could talk. */
export function canMute(state: CallState): boolean {
  return isTalking(state) && !state.leaving;
}

/** True while both sides are connected: what the server has to be asked for can be asked. */
export function canTalk(state: CallState): state is CallingState & {readonly since: number} {
  return isTalking(state) && !state.leaving && !state.lost;
}

/** True while the visitor has to hear a ringing that the far end does not send. */
export function needsRingback(state: CallState): boolean {
  return state.phase === 'ringing' && !state.early && !state.leaving;
}

/** True once the visitor has asked to hang up and the phone has not confirmed yet. */
export function isLeaving(state: CallState): boolean {
  return hasCall(state) && state.leaving;
}

/** True while the connection of a call is gone that the visitor wants to keep. */
export function isCut(state: CallState): boolean {
  return state.phase === 'reconnecting' && !state.leaving;
}

/** True if the phone says that the microphone is muted. */
export function isMuted(state: CallState): state is CallingState {
  return hasCall(state) && state.muted;
}

/** True if the phone says that the far end is on hold. */
export function isHeld(state: CallState): boolean {
  return hasCall(state) && state.held;
}

/** The call's connection, once it was measured. */
export function qualityOf(state: CallState): Quality | undefined {
  return hasCall(state) ? state.quality : undefined;
}

/** How the call's connection has been so far. */
export function summaryIn(state: CallState): QualitySummary | undefined {
  return hasCall(state) ? summaryOf(state.meter.tally) : undefined;
}

/** The conversation with an AI assistant, also when the call is over. */
export function conversationOf(state: CallState): Conversation | undefined {
  return 'conversation' in state ? state.conversation : undefined;
}

/** What stands between the visitor and the microphone. */
export function obstacleOf(state: CallState): Obstacle | undefined {
  return 'obstacle' in state ? state.obstacle : undefined;
}

/** Talking time (s) at `now` (ms since the epoch). */
export function durationAt(state: CallState, now: number): number {
  if (state.phase === 'ended') return state.duration;
  return isTalking(state) ? secondsSince(state.since, now) : 0;
}

/** How long the call has been without its connection (s) at `now` (ms since the epoch). */
export function lostFor(state: CallState, now: number): number {
  return hasCall(state) && state.lost ? secondsSince(state.lost.at, now) : 0;
}

/** How long the phone still waits for a microphone (s) at `now` (ms since the epoch), if it does. */
export function awaitedFor(state: CallState, now: number): number | undefined {
  const until = obstacleOf(state)?.until;
  if (until === undefined) return undefined;
  // The call may be given up before.
  const lost = hasCall(state) && state.lost?.media ? state.lost.at + WITHOUT_MEDIA_MS : until;
  return Math.max(0, Math.ceil((Math.min(until, lost) - now) / 1000));
}

/** True for an end that was no conversation and not the visitor's own wish: busy, declined, not reached, lost. */
export function isMissed(state: EndedState): boolean {
  const declined = state.reason === 'declined' && state.initiator === 'local';
  return state.reason !== 'ended' && state.reason !== 'cancelled' && !declined;
}

function secondsSince(then: number, now: number): number {
  return Math.max(0, Math.floor((now - then) / 1000));
}
