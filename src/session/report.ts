import {durationAt, hasCall, isTalking, qualityOf, summaryIn} from './selectors.js';
import type {Alert, CallState, EndReason, Initiator, Quality} from './state.js';
import type {QualitySummary} from './summary.js';

/**
 * What is sent to `quality-url`, as JSON: nothing in it says who calls whom, or from where. What is not known is left
 * out.
 */
export interface Report {
  /** `alert`: something has begun to be wrong. `end`: the call is over for the visitor, or the page goes. */
  readonly event: 'alert' | 'end';
  readonly callId: string;
  /** When (ms since the epoch). */
  readonly at: number;
  /** Talking time so far (s). */
  readonly duration: number;
  /** With `alert`: what has begun. */
  readonly begun?: readonly Alert[];
  /** With `alert`: the connection at that moment. */
  readonly quality?: Quality;
  /** With `end`: how the call ended. */
  readonly reason?: EndReason;
  readonly initiator?: Initiator;
  readonly sipCode?: number | undefined;
  /** With `end`, if the connection was measured. */
  readonly summary?: QualitySummary | undefined;
}

/**
 * What there is to report after a step of a call. The end is reported once, when the visitor hangs up at the latest: a
 * page that goes has no time to wait for the rest.
 *
 * @param at the time now (ms since the epoch)
 */
export function reportOf(state: CallState, previous: CallState, at: number): Report | undefined {
  const callId = ('callId' in state && state.callId) || '';
  if (!callId || isOver(previous)) return undefined;
  const common = {callId, at, duration: durationAt(hasCall(state) ? state : previous, at)};
  if (isOver(state)) {
    const how =
      state.phase === 'ended'
        ? state
        : state.phase === 'failed'
          ? ({reason: 'lost', initiator: 'network'} as const)
          : ({reason: isTalking(state) ? 'ended' : 'cancelled', initiator: 'local'} as const);
    const {reason, initiator} = how;
    const sipCode = 'sipCode' in how ? how.sipCode : undefined;
    return {event: 'end', ...common, reason, initiator, sipCode, summary: summaryIn(previous)};
  }
  const quality = qualityOf(state);
  const before = qualityOf(previous)?.alerts ?? [];
  const begun = quality?.alerts.filter((alert) => !before.includes(alert)) ?? [];
  return quality && begun.length ? {event: 'alert', ...common, begun, quality} : undefined;
}

function isOver(state: CallState): boolean {
  return state.phase === 'ended' || state.phase === 'failed' || (hasCall(state) && state.leaving);
}
