import type {FailureCode} from '../errors.js';
import type {EndReason, Farewell} from '../session/state.js';

/** Hang-up causes by name (ITU-T Q.850, as Telnyx spells them) of a call that nobody answered. */
const CAUSES: Readonly<Record<string, EndReason>> = {
  USER_BUSY: 'busy',
  CALL_REJECTED: 'declined',
  NO_ANSWER: 'no-answer',
  NO_USER_RESPONSE: 'no-answer',
  NORMAL_CLEARING: 'no-answer',
  RECOVERY_ON_TIMER_EXPIRE: 'no-answer',
  UNALLOCATED_NUMBER: 'unreachable',
};

/** SIP response codes (RFC 3261 21) of a call that nobody answered. They say more than the cause's name. */
const SIP_CODES: Readonly<Record<number, EndReason>> = {
  408: 'no-answer',
  480: 'no-answer',
  486: 'busy',
  487: 'no-answer',
  600: 'busy',
  603: 'declined',
};

/** What the SDK's call object says of its end. */
export interface CallEnd {
  readonly cause?: string | undefined;
  readonly sipCode?: number | string | null | undefined;
}

/**
 * The end of a call in plain terms.
 *
 * @param answered whether both sides could talk before
 * @param remote whether the far end said goodbye; if not, the SDK gave the call up and its cause means nothing
 */
export function farewell({cause = '', sipCode}: CallEnd, answered: boolean, remote: boolean): Farewell {
  if (!remote) return {reason: 'lost', initiator: 'network', cause: ''};
  const code = Number(sipCode) || undefined;
  const reason = answered ? 'ended' : (SIP_CODES[code ?? 0] ?? CAUSES[cause] ?? 'unreachable');
  return {reason, initiator: 'remote', cause, sipCode: code};
}

/** SDK error codes of the session that mean: this line will not open. */
const LINE_ERRORS: Readonly<Record<number, FailureCode>> = {
  45001: 'connection-failed',
  45003: 'connection-failed',
  46001: 'login-refused',
  46002: 'login-refused',
  49001: 'connection-failed',
};

/** The failure that an SDK error means for a line that is still opening, if it means one. */
export function lineFailure(code: number): FailureCode | undefined {
  return LINE_ERRORS[code];
}

/** SDK error codes of a call that mean: it can't be set up. The SDK does not always hang up after them. */
const CALL_ERRORS: ReadonlySet<number> = new Set([
  40001, 40002, 40003, 40004, 40005, 42002, 42003, 44002, 44005, 49001,
]);

/** Whether an SDK error ends the call it names. */
export function isFatal(code: number): boolean {
  return CALL_ERRORS.has(code);
}

/** SDK error codes of the negotiation, which name neither a call nor reach the client that they are of. */
export function isOfNegotiation(code: number): boolean {
  return code >= 40001 && code <= 40003;
}
