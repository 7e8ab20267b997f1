import type {CallState, EndedState} from './state.js';

/** True while there is an attempt or a call: from the click until it has ended or failed. */
export function isLive(state: CallState): boolean {
  return state.phase !== 'idle' && state.phase !== 'ended' && state.phase !== 'failed';
}

/** Muting means something only while both sides can talk. */
export function canMute(state: CallState): boolean {
  return state.phase === 'active' && !state.leaving;
}

/** True once the visitor has asked to hang up and the phone has not confirmed yet. */
export function isLeaving(state: CallState): boolean {
  return 'leaving' in state && state.leaving;
}

/** True if the phone says that the microphone is muted. */
export function isMuted(state: CallState): boolean {
  return state.phase === 'active' && state.muted;
}

/** Talking time (s) at `now` (ms since the epoch). */
export function durationAt(state: CallState, now: number): number {
  if (state.phase === 'ended') return state.duration;
  return state.phase === 'active' ? Math.max(0, Math.floor((now - state.since) / 1000)) : 0;
}

/** True for an end that was no conversation and not the visitor's own wish: busy, declined, not reached. */
export function isMissed(state: EndedState): boolean {
  return state.reason !== 'ended' && state.reason !== 'cancelled';
}
