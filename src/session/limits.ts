import type {CallState, Wait} from './state.js';

/** How long the server may take to accept a call (ms). The SDK itself waits for ever. */
export const INVITE_ANSWERED_WITHIN_MS = 20_000;
/** How long the far end may ring (ms). */
export const RINGING_FOR_MS = 60_000;
/**
 * How long an incoming call may wait for its answer (ms), the microphone included. The caller, or the network, gives up
 * before: this is for one whose end was never told.
 */
export const INCOMING_FOR_MS = 120_000;
/** How long a call is kept without media (ms). */
export const WITHOUT_MEDIA_MS = 45_000;
/** How long the visitor waits for the phone to confirm a hang-up (ms): the SDK's own limit and a little more. */
export const GOODBYE_WITHIN_MS = 6_000;

/** The limits by name (ms). */
export const limits: Readonly<Record<Wait, number>> = {
  invite: INVITE_ANSWERED_WITHIN_MS,
  answer: RINGING_FOR_MS,
  caller: INCOMING_FOR_MS,
  media: WITHOUT_MEDIA_MS,
  goodbye: GOODBYE_WITHIN_MS,
};

/** What a state waits for, if there is a limit to it. */
export function waitOf(state: CallState): Wait | undefined {
  if (!('leaving' in state)) return undefined;
  if (state.leaving) return 'goodbye';
  if (state.lost?.media) return 'media';
  if (state.since !== undefined) return undefined;
  if (state.caller && (state.answer !== 'given' || state.obstacle)) return 'caller';
  return state.accepted || state.ringing ? 'answer' : 'invite';
}
