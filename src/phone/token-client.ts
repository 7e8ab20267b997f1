import type {CallConfig} from '../call-config.js';
import type {Failure} from '../errors.js';
import type {Send, TokenSource} from '../session/ports.js';
import {requestToken} from './early.js';
import {keyOf} from './line-key.js';
import {readAnswer, refusal, type TokenAnswer} from './token-answer.js';
import {givenToken} from './token-given.js';

/** A token is not used in the last part of its life (ms). */
const SPARE_MS = 60_000;
/** How long an answer without an expiry may be used for the next call (ms). */
const UNDATED_MS = 60_000;
/** Waits before the second and third try (ms), each with up to as much jitter again. */
const BACKOFF_MS = [300, 900] as const;

class TokenError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** The failure that a rejected token means. */
export const failureOf = (cause: unknown): Failure =>
  cause instanceof TokenError ? cause.failure : {code: 'token-unavailable', cause};

/** Gets login tokens for one button and keeps the last one while it is good. It is handed on to the phone only. */
export class TokenClient implements TokenSource {
  #answer: TokenAnswer | undefined;
  #running: {key: string; answer: Promise<TokenAnswer>} | undefined;
  #key = '';
  #until = 0;
  #kept = false;

  constructor(
    private readonly config: () => CallConfig,
    private readonly send: Send,
  ) {}

  /** The answer that `token-received` was sent for. */
  get answer(): TokenAnswer | undefined {
    return this.#answer;
  }

  /** True if the token was there already when it was asked for last. */
  get kept(): boolean {
    return this.#kept;
  }

  get(attempt: number): void {
    this.fetch().then(
      () => this.send({type: 'token-received', attempt}),
      (cause: unknown) => this.send({type: 'failed', attempt, failure: failureOf(cause)}),
    );
  }

  /**
   * The token for the button as it is configured now: the kept one, the one under way, or a new one.
   *
   * @param early a request that the shell has started for the same configuration
   * @param renewal what the endpoint has said of the login that a new token is for
   */
  fetch(early?: Promise<Response>, renewal?: string): Promise<TokenAnswer> {
    const config = this.config();
    const key = keyFor(config);
    if (this.#running?.key === key) return this.#running.answer;
    this.#kept = Boolean(this.#answer && this.#key === key && Date.now() < this.#until);
    if (this.#answer && this.#kept) return Promise.resolve(this.#answer);
    const answer = this.#request(config, early, renewal).then((got) => {
      // A late answer for an earlier configuration is not kept.
      if (this.#running?.key !== key) return got;
      this.#answer = got;
      this.#key = key;
      this.#until = got.expiresAt === undefined ? Date.now() + UNDATED_MS : got.expiresAt - SPARE_MS;
      return got;
    });
    const running = {key, answer};
    const done = () => {
      if (this.#running === running) this.#running = undefined;
    };
    this.#running = running;
    answer.then(done, done);
    return answer;
  }

  /** Another token for the login that the last one was for, where the endpoint can tell: a call lives on with no other. */
  renew(): Promise<TokenAnswer> {
    this.forget();
    return this.fetch(undefined, this.#key === keyFor(this.config()) ? this.#answer?.renewal : undefined);
  }

  /** The kept token is worth nothing: the next call asks for another one. */
  forget(): void {
    this.#until = 0;
  }

  async #request(config: CallConfig, early?: Promise<Response>, renewal?: string): Promise<TokenAnswer> {
    const {tokenUrl: url, destination} = config;
    const given = await givenToken(config);
    if (given) {
      if ('token' in given) return given;
      throw new TokenError(given);
    }
    if (!url) throw new TokenError({code: 'not-configured'});
    let outcome = await ask(early ?? requestToken(url, destination, renewal));
    for (const wait of BACKOFF_MS) {
      if ('token' in outcome || outcome.code !== 'token-unavailable') break;
      await new Promise((resolve) => setTimeout(resolve, wait * (1 + Math.random())));
      outcome = await ask(requestToken(url, destination, renewal));
    }
    if ('token' in outcome) return outcome;
    throw new TokenError(outcome);
  }
}

/** What an answer depends on. */
function keyFor({tokenUrl, destination, getToken, loginToken, assistant, credentials}: CallConfig): string {
  return keyOf([tokenUrl, destination, getToken, loginToken, assistant?.id, credentials]);
}

async function ask(request: Promise<Response>): Promise<TokenAnswer | Failure> {
  try {
    const response = await request;
    if (response.status !== 200)
      return refusal(response.status, response.headers.get('retry-after'), Date.now());
    return readAnswer(await response.text()) ?? {code: 'token-invalid', cause: 'no token in the answer'};
  } catch (cause) {
    return {code: 'token-unavailable', cause};
  }
}
