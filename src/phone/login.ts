import type {TelnyxRTC} from '@telnyx/webrtc';

/** How often a line logs in without being registered before it is given up. The SDK can do so for ever, hundreds of times a second. */
const LOGINS_TRIED = 5;
/** How often a new token is asked for in the place of one that was refused in a call. */
export const RENEWALS_TRIED = 8;
/** How long after one the next is tried (ms). */
export const RENEWED_EVERY_MS = 5_000;
/** The server's answer to who is not logged in (JSON-RPC error code). */
const AUTHENTICATION_REQUIRED = -32000;

/** A line's login, and the token that it is made with. */
export class Login {
  #tried = 0;
  #renewals = 0;
  #later: ReturnType<typeof setTimeout> | undefined;
  #again = false;
  #closed = false;

  /**
   * @param renew gets a new token; rejects without one
   * @param lost told when there is no login to be had, with the reason
   */
  constructor(
    private readonly client: TelnyxRTC,
    private readonly renew: () => Promise<string>,
    private readonly lost: (cause: unknown) => void,
  ) {}

  /** True while it is worth a try to renew a token that was refused. */
  get renewable(): boolean {
    return this.#renewals < RENEWALS_TRIED;
  }

  /** True once the SDK has made a refused login again by itself: it reports the first as failed all the same. */
  get again(): boolean {
    return this.#again;
  }

  /** The server has answered, with this error. */
  answered(error: unknown): void {
    this.#again = (error as {code?: number} | undefined)?.code === AUTHENTICATION_REQUIRED;
  }

  /** The SDK logs in. */
  asked(): void {
    if (++this.#tried > LOGINS_TRIED) this.lost('the server asks for a login again and again');
  }

  /** The socket is lost: another one begins anew. */
  restart(): void {
    this.#tried = 0;
    clearTimeout(this.#later);
  }

  /** The line is registered. */
  done(): void {
    this.restart();
    this.#renewals = 0;
  }

  /** A new token for the next reconnect. Never a login on a line that works: the server could take it for a new session. */
  prepare(): void {
    this.renew().then(
      (token) => (this.client.options.login_token = token),
      () => undefined,
    );
  }

  /** A new token, at once and then every few seconds: the server has refused the old one, and a call is at stake. */
  repeat(): void {
    clearTimeout(this.#later);
    if (this.#renewals++) this.#later = setTimeout(() => this.#renew(), RENEWED_EVERY_MS);
    else this.#renew();
  }

  /** The line is closed. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#later);
  }

  #renew(): void {
    this.renew()
      .then((login_token) => {
        if (this.#closed) return;
        // Kept for a reconnect, too: without a socket the SDK drops it.
        this.client.options.login_token = login_token;
        return this.client.login({creds: {login_token}});
      })
      .catch((cause: unknown) => {
        if (this.#closed) return;
        if (this.renewable) this.repeat();
        else this.lost(cause);
      });
  }
}
