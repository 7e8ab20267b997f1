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
  'insecure-page': final('Browsers give no microphone to a page without https: serve the page over https.'),
  unsupported: final('This browser has no WebRTC: keep a link to the phone number inside the tag.'),
  'storage-blocked': final(
    'The browser denies sessionStorage, which Telnyx needs: add allow-same-origin to a sandboxed iframe.',
  ),
  'microphone-prompt': again(),
  'microphone-dismissed': again(),
  'microphone-denied': again(),
  'microphone-system': again(),
  'microphone-blocked': again(
    'The page forbids the microphone: remove microphone=() from its Permissions-Policy header, or name the origin there.',
  ),
  'microphone-frame': again(
    'The iframe may not use the microphone: add allow="microphone; autoplay" to its tag.',
  ),
  'microphone-missing': again(),
  'microphone-busy': again(),
  'microphone-unplugged': again(),
  'microphone-revoked': again(),
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

/** What can stand between the visitor and the microphone: the recovery dialog has steps for each. */
export type MicrophoneCode = Extract<FailureCode, `microphone-${string}`>;

/** Where the README says more of a code. */
export function docsOf(code: FailureCode): string {
  return `(README.md#${code})`;
}

/** A failure as ports report it: the code of the closed list, and what caused it. */
export interface Failure {
  readonly code: FailureCode;
  /** The original error, for the site's owner. Never shown to the visitor. */
  readonly cause?: unknown;
  /** Seconds until it makes sense to try again, where the other side said so (`Retry-After`). */
  readonly retryAfter?: number;
}
