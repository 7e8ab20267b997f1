import type {TelnyxRTC} from '@telnyx/webrtc';
import type {TokenAnswer} from './token-answer.js';

/** How often a line logs in without being registered before it is given up. The SDK can do so for ever, hundreds of times a second. */
const LOGINS_TRIED = 5;
/** How often a new token is asked for in the place of one that was refused in a call. */
export const RENEWALS_TRIED = 8;
/** How long after one the next is tried (ms). */
export const RENEWED_EVERY_MS = 5_000;
/** How long before its end a token is renewed (ms). One that lives less than twice as long: half-way. */
const RENEWED_BEFORE_MS = 60_000;
/** The longest that a browser's timer can wait (ms): one that is to wait longer runs at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;
/** The server's answer to who is not logged in (JSON-RPC error code). */
const AUTHENTICATION_REQUIRED = -32000;
/** Where the SDK keeps when it last heard of its session (ms since the epoch). */
const SESSION_SEEN_AT = 'telnyx-voice-sdk-session-id-stored-at';

/** A token, and until when it is good (ms since the epoch). */
export type Renewed = Pick<TokenAnswer, 'token' | 'expiresAt'>;

/** What a login asks of its line. */
export interface LoginPorts {
  /** Gets a new token; rejects without one. Nothing where there is nobody to ask. */
  readonly renew: (() => Promise<Renewed>) | undefined;
  /** True while the line is registered and no call is on it. */
  idle(): boolean;
  /** Told when the line has logged in with a new token, or could not. */
  entered(): void;
  /** Told when there is no login to be had, with the reason. */
  lost(cause: unknown): void;
}

/** A line's login, and the token that it is made with. */
export class Login {
  #tried = 0;
  #renewals = 0;
  #later: ReturnType<typeof setTimeout> | undefined;
  #ending: ReturnType<typeof setTimeout> | undefined;
  #expiresAt: number | undefined;
  #again = false;
  #waiting = false;
  #entering = false;
  #closed = false;

  /** @param expiresAt when the client's first token expires (ms since the epoch), if anybody knows */
  constructor(
    private readonly client: TelnyxRTC,
    private readonly ports: LoginPorts,
    expiresAt: number | undefined,
  ) {
    this.#watch(expiresAt);
  }

  /** True while it is worth a try to renew a token that was refused. */
  get renewable(): boolean {
    return Boolean(this.ports.renew) && this.#renewals < RENEWALS_TRIED;
  }

  /** True once the SDK has made a refused login again by itself: it reports the first as failed all the same. */
  get again(): boolean {
    return this.#again;
  }

  /** True while an idle line logs in with a new token: a call that is placed meanwhile could be of neither session. */
  get entering(): boolean {
    return this.#entering;
  }

  /** The server has answered, with this error. */
  answered(error: unknown): void {
    this.#again = (error as {code?: number} | undefined)?.code === AUTHENTICATION_REQUIRED;
  }

  /** The SDK logs in. */
  asked(): void {
    if (++this.#tried > LOGINS_TRIED) this.ports.lost('the server asks for a login again and again');
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
    this.#waiting = false;
  }

  /**
   * The token is about to expire. An idle line logs in with a new one. In a call the new one is kept for the next reconnect,
   * and for when the call is over: the server could take a login on a line that works for a new session.
   */
  expiring(): void {
    this.ports.renew?.().then(
      ({token, expiresAt}) => {
        // A page that gives the same one again has no other.
        if (this.#closed || token === this.client.options.login_token) return;
        this.client.options.login_token = token;
        this.#waiting = true;
        this.#watch(expiresAt);
        this.rest();
      },
      () => this.#watch(this.#expiresAt),
    );
  }

  /** No call is on the line any more: what waited for that is done. */
  rest(): void {
    if (!this.#waiting || this.#closed || !this.ports.idle()) return;
    this.#tried = 0;
    this.#entering = true;
    const entered = () => {
      this.#entering = false;
      this.ports.entered();
    };
    this.#enter(this.client.options.login_token ?? '').then(entered, entered);
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
    clearTimeout(this.#ending);
  }

  /** Looks ahead to the end of a token. The SDK's own warning never comes for many tokens: it can't read base64url. */
  #watch(expiresAt: number | undefined): void {
    clearTimeout(this.#ending);
    this.#expiresAt = expiresAt;
    const left = (expiresAt ?? 0) - Date.now();
    if (this.#closed || left <= 0) return;
    const wait = Math.max(left - RENEWED_BEFORE_MS, left / 2, RENEWED_EVERY_MS);
    this.#ending = setTimeout(() => this.expiring(), Math.min(wait, LONGEST_WAIT_MS));
  }

  #renew(): void {
    this.ports
      .renew?.()
      .then(({token, expiresAt}) => {
        if (this.#closed) return;
        // Kept for a reconnect, too: without a socket the SDK drops it.
        this.client.options.login_token = token;
        this.#watch(expiresAt);
        return this.#enter(token);
      })
      .catch((cause: unknown) => {
        if (this.#closed) return;
        if (this.renewable) this.repeat();
        else this.ports.lost(cause);
      });
  }

  /**
   * Logs in on the socket that there is. A workaround: 90 s after it last heard of its session the SDK logs in without naming
   * it, and what is on the line would be of a session that the server has forgotten. It may go when a login always names
   * the session that it is made in (https://github.com/team-telnyx/webrtc/pull/657).
   */
  async #enter(login_token: string): Promise<void> {
    this.#waiting = false;
    if (sessionStorage.getItem(SESSION_SEEN_AT)) sessionStorage.setItem(SESSION_SEEN_AT, `${Date.now()}`);
    await this.client.login({creds: {login_token}});
  }
}
