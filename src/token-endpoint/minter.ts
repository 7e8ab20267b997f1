/** What a minter hands back: a login token and, if known, when it stops working. */
export interface MintedToken {
  /** The JWT that the visitor's browser logs in with. */
  token: string;
  /** When the token expires: ISO 8601, in UTC. */
  expiresAt?: string;
  /** What the browser hands back when it needs another token for the same visitor: a call is up, or the line waits for one. */
  renewal?: string;
}

/**
 * Makes one new login token for one visitor. Throws {@link MintError} when it can say why it could not.
 *
 * @param renewal the `renewal` of an earlier answer, as the browser says: it may be anything. A call lives through a reconnect
 * only with a token for the same telephony credential
 */
export type Minter = (renewal?: string) => Promise<MintedToken>;

/** A minter's failure, in terms of what the visitor's browser should be told. Its message must hold no secret: it is logged. */
export class MintError extends Error {
  /**
   * @param status the HTTP status for the browser: 500 (wrong set-up), 502 (try again) or 503 (busy)
   * @param retryAfter seconds until a new try makes sense, as a `Retry-After` header value; only with 503
   */
  constructor(
    message: string,
    readonly status: 500 | 502 | 503,
    readonly retryAfter?: string,
  ) {
    super(message);
    this.name = 'MintError';
  }
}
