/** What is known of one failure code. */
export interface FailureKind {
  /** Whether trying again, with nothing changed, can help. */
  readonly retryable: boolean;
  /** For the site's owner, in the console: what is wrong and what to change. Empty where there is nothing to change. */
  readonly owner: string;
}

const again = (owner = ''): FailureKind => ({retryable: true, owner});
const final = (owner: string): FailureKind => ({retryable: false, owner});

/**
 * The closed list of reasons why a call can fail before or instead of ending. Each code is also the key of
 * the visitor's sentence in `locales/`. Raw errors are never shown; they travel as `cause`.
 */
export const failures = {
  'not-configured': final(
    'Set token-url and destination, or let the token endpoint answer with a destination.',
  ),
  'load-failed': again('A further file of the widget did not load: put all files of dist/cdn side by side.'),
  'another-call': again(),
  'microphone-denied': again(),
  'microphone-missing': again(),
  'microphone-busy': again(),
  'microphone-blocked': again(),
  'token-refused': final('The token endpoint answered 401 or 403 for this visitor.'),
  'token-busy': again('The token endpoint answered 429 or 503.'),
  'token-unavailable': again('The token endpoint could not be reached, or answered with a server error.'),
  'token-invalid': final('The token endpoint must answer POST with 200 and {"token": "<jwt>"}.'),
  'login-refused': again('Telnyx refused the login: the token is wrong, expired, or of another connection.'),
  'connection-failed': again(
    'No connection to the signaling server: check connect-src of the page and the network.',
  ),
  'call-failed': again('The call could not be set up: check the destination and the outbound profile.'),
} as const satisfies Record<string, FailureKind>;

/** A code of the closed list {@link failures}. */
export type FailureCode = keyof typeof failures;

/** A failure as ports report it: the code of the closed list, and what caused it. */
export interface Failure {
  readonly code: FailureCode;
  /** The original error, for the site's owner. Never shown to the visitor. */
  readonly cause?: unknown;
  /** Seconds until it makes sense to try again, where the other side said so (`Retry-After`). */
  readonly retryAfter?: number;
}
