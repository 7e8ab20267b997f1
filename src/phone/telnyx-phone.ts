import type {CallConfig} from '../call-config.js';
import type {Failure} from '../errors.js';
import type {Phone, Send} from '../session/ports.js';
import {callOptions} from './call-options.js';
import {clientOptions} from './client-options.js';
import {lineKey} from './line-key.js';
import type {BrowserMicrophone} from './microphone.js';
import {PlacedCall} from './placed-call.js';
import {RemoteAudio} from './remote-audio.js';
import {TelnyxLine, type LineOptions} from './telnyx-line.js';
import {loadSdk, type Sdk} from './telnyx-sdk.js';
import type {TokenAnswer} from './token-answer.js';
import type {TokenClient} from './token-client.js';
import {isRenewable} from './token-given.js';

/** How long a line that was opened before the click waits for it (ms). */
const WARM_FOR_MS = 60_000;

/** The page's one line, and what it was opened with: another token is another visitor's login. */
let page: {readonly key: string; readonly line: TelnyxLine} | undefined;

/** The telephone that is making or having a call: no other one touches the line meanwhile. */
let taken: TelnyxPhone | undefined;

/** A button's telephone: places its calls on the page's one line. */
export class TelnyxPhone implements Phone {
  readonly #audio: RemoteAudio;
  #line: TelnyxLine | undefined;
  #call: PlacedCall | undefined;
  #attempt = 0;
  /** Counts the closings: what began before one must not open a line after it. */
  #run = 0;
  #warm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly config: () => CallConfig,
    private readonly tokens: TokenClient,
    private readonly microphone: BrowserMicrophone,
    private readonly send: Send,
  ) {
    this.#audio = new RemoteAudio((on) => send({type: 'sound-blocked', attempt: this.#attempt, on}));
  }

  /** Plays the far end. */
  get speaker(): HTMLAudioElement {
    return this.#audio.element;
  }

  /** Opens the line before anybody calls, and closes it again if nobody does. Failures wait for the click. */
  async warm(token: Promise<unknown>): Promise<void> {
    const run = this.#run;
    try {
      const [sdk] = await Promise.all([loadSdk(), token]);
      if (this.#run !== run || taken) return;
      this.#keepWarm(true);
      await this.#lineForToken(sdk);
    } catch {
      // The click tries again and tells.
    }
  }

  load(attempt: number): void {
    this.#keepWarm(false);
    taken = this;
    this.#attempt = attempt;
    loadSdk().then(
      () => this.send({type: 'sdk-loaded', attempt}),
      (cause: unknown) => this.send({type: 'failed', attempt, failure: {code: 'load-failed', cause}}),
    );
  }

  open(attempt: number): void {
    void this.#opening().then((failure) =>
      this.send(failure ? {type: 'failed', attempt, failure} : {type: 'line-opened', attempt}),
    );
  }

  place(attempt: number): void {
    const {answer} = this.tokens;
    const config = this.config();
    const options = callOptions(config, answer);
    const fail = (failure: Failure) => this.send({type: 'failed', attempt, failure});
    if (!options.destinationNumber && !config.assistant)
      return fail({code: 'not-configured', cause: 'no destination'});
    if (!this.#line?.open) return this.#placeOnNewLine(attempt);
    const callId = crypto.randomUUID();
    try {
      // The call's first reports may come before it is placed.
      this.send({type: 'placed', attempt, callId});
      this.#call = new PlacedCall(this.#line, this.microphone, this.#audio, attempt, this.send);
      if (config.assistant) this.#call.attend(config.tools);
      this.#call.place(callId, options);
    } catch (cause) {
      fail({code: 'call-failed', cause});
    }
  }

  ring(): void {
    // Nobody can call yet.
  }

  answer(): void {
    // Nobody can call yet.
  }

  decline(): void {
    // Nobody can call yet.
  }

  hangUp(): void {
    this.#call?.hangUp();
  }

  mute(on: boolean): void {
    this.#call?.mute(on);
  }

  hold(on: boolean): void {
    this.#call?.hold(on);
  }

  sendDigits(digits: string): void {
    this.#call?.sendDigits(digits);
  }

  say(text: string): void {
    this.#call?.say(text);
  }

  useMicrophone(): void {
    this.#call?.useMicrophone();
  }

  hear(): void {
    this.#audio.play();
  }

  /** The page is awake again: a connection that was lost meanwhile is taken up at once. */
  wake(): void {
    this.#line?.nudge();
  }

  close(): void {
    this.#keepWarm(false);
    this.#run++;
    this.#attempt = 0;
    if (taken === this) taken = undefined;
    this.#call?.release();
    this.#call = undefined;
    this.#line?.release();
    this.#line = undefined;
  }

  /** Not in a page that was left: with an open socket a browser does not keep it for the way back, or cuts the socket. */
  #keepWarm(on: boolean): void {
    clearTimeout(this.#warm);
    if (on) this.#warm = setTimeout(this.#cool, WARM_FOR_MS);
    window[on ? 'addEventListener' : 'removeEventListener']('pagehide', this.#cool);
  }

  readonly #cool = (): void => this.close();

  /** The line was lost while the visitor looked at the prompt: its token may be old by now, too. */
  #placeOnNewLine(attempt: number): void {
    const run = this.#run;
    void this.tokens
      .fetch()
      .then(() => this.#opening())
      .catch((cause: unknown): Failure => ({code: 'token-unavailable', cause}))
      .then((failure) => {
        if (failure) this.send({type: 'failed', attempt, failure});
        else if (this.#run === run) this.place(attempt);
      });
  }

  #opening(): Promise<Failure | undefined> {
    const run = this.#run;
    const opened = () => loadSdk().then((sdk) => (this.#run === run ? this.#lineForToken(sdk) : undefined));
    return opened()
      .then(async (failure) => {
        // A kept token may have been taken back since: a fresh one is worth a second try.
        if (failure?.code !== 'login-refused' || !this.tokens.kept || this.#run !== run) return failure;
        await this.tokens.fetch();
        return opened();
      })
      .catch((cause: unknown): Failure => ({code: 'connection-failed', cause}));
  }

  async #lineForToken(sdk: Sdk): Promise<Failure | undefined> {
    const {token = '', expiresAt} = this.tokens.answer ?? {};
    const config = this.config();
    const client = clientOptions(config, token);
    const key = lineKey(config);
    if (isStorageBlocked()) return {code: 'storage-blocked'};
    const run = this.#run;
    const mine = () =>
      page?.key === key && page.line.token === (client.login_token ?? '') && page.line.usable
        ? page.line
        : undefined;
    if (!mine()) await page?.line.abandon();
    if (this.#run !== run) return undefined;
    const renew = isRenewable(config) ? this.#renew : undefined;
    const line = mine() ?? openLine(sdk, key, {client, expiresAt, renew});
    this.#line = line;
    const failure = await line.opened();
    if (failure?.code === 'login-refused') this.tokens.forget();
    return failure;
  }

  readonly #renew = (): Promise<TokenAnswer> => this.tokens.renew();
}

/** Opens the page's line. What it was opened with is not kept beyond it. */
function openLine(sdk: Sdk, key: string, options: Omit<LineOptions, 'closed'>): TelnyxLine {
  const closed = (): void => {
    if (page?.line === line) page = undefined;
  };
  const line = new TelnyxLine(sdk, {...options, closed});
  page = {key, line};
  return line;
}

/** The SDK fails without a word, and with an error of the page's, where it may not keep its session's name. */
function isStorageBlocked(): boolean {
  try {
    return !sessionStorage;
  } catch {
    return true;
  }
}
