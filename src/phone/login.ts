import type {TelnyxRTC} from '@telnyx/webrtc';

/** How often a line logs in without being registered before it is given up. The SDK can do so for ever, hundreds of times a second. */
const LOGINS_TRIED = 5;
/** The server's answer to who is not logged in (JSON-RPC error code). */
const AUTHENTICATION_REQUIRED = -32000;

/** A line's login, and the token that it is made with. */
export class Login {
  #tried = 0;
  #renewed = false;
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

  /** True once a new token has been tried in the place of one that was refused. */
  get renewed(): boolean {
    return this.#renewed;
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
  }

  /** The line is registered. */
  done(): void {
    this.#tried = 0;
    this.#renewed = false;
  }

  /** A new token for the next reconnect. Never a login on a line that works: the server could take it for a new session. */
  prepare(): void {
    this.renew().then(
      (token) => (this.client.options.login_token = token),
      () => undefined,
    );
  }

  /** A new token at once: the server has refused the old one. */
  repeat(): void {
    this.#renewed = true;
    this.renew()
      .then((login_token) => {
        if (this.#closed) return;
        // Kept for a reconnect, too: without a socket the SDK drops it.
        this.client.options.login_token = login_token;
        return this.client.login({creds: {login_token}});
      })
      .catch((cause: unknown) => this.#closed || this.lost(cause));
  }

  /** The line is closed. */
  close(): void {
    this.#closed = true;
  }
}
