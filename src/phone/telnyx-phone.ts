import type {Call} from '@telnyx/webrtc';
import type {CallConfig} from '../call-config.js';
import type {Failure} from '../errors.js';
import type {Phone, Send} from '../session/ports.js';
import type {Caller} from '../session/state.js';
import {callOptions} from './call-options.js';
import {clientOptions} from './client-options.js';
import {Diagnosis, type DiagnosticReport, type DiagnosticTest} from './diagnosis.js';
import {requestMicrophone} from './early.js';
import {lineKey} from './line-key.js';
import type {BrowserMicrophone} from './microphone.js';
import {PlacedCall} from './placed-call.js';
import {Reception} from './reception.js';
import {RemoteAudio} from './remote-audio.js';
import {TelnyxLine, type LineOptions, type LineReceiver} from './telnyx-line.js';
import {loadSdk, type Sdk} from './telnyx-sdk.js';
import type {TokenAnswer} from './token-answer.js';
import {failureOf, type TokenClient} from './token-client.js';
import {isRenewable} from './token-given.js';

/** How long a line that was opened before the click waits for it (ms). */
const WARM_FOR_MS = 60_000;
/**
 * How long before its token expires a line that waits for calls is looked after (ms). The line's own login has had a new
 * token by then, for the same user: one that was asked for here, without naming the login, could be another's.
 */
const RENEWED_BEFORE_MS = 30_000;

/** The page's one line, and what it was opened with: another token is another visitor's login. */
let page: {readonly key: string; readonly line: TelnyxLine} | undefined;

/** The telephone that is making or having a call, or a test: no other one touches the line meanwhile. */
let taken: TelnyxPhone | Diagnosis | undefined;

/** The telephones that can be called. The page has one line, and it rings at the first of them. */
const receivers = new Set<TelnyxPhone>();
const first = (): TelnyxPhone | undefined => [...receivers][0];

/** A button's telephone: places its calls on the page's one line, and takes those that come in. */
export class TelnyxPhone implements Phone {
  readonly #audio: RemoteAudio;
  #line: TelnyxLine | undefined;
  #call: PlacedCall | undefined;
  #diagnosis: Diagnosis | undefined;
  #attempt = 0;
  /** Counts the closings: what began before one must not open a line after it. */
  #run = 0;
  #warm: ReturnType<typeof setTimeout> | undefined;
  /** The calls that have come in, and that nobody has taken yet. */
  readonly #invites = new Map<string, Call>();
  readonly #reception = new Reception({
    register: () => this.#register(),
    nudge: () => this.wake(),
    leave: () => this.#leave(),
  });
  readonly #receiver: LineReceiver = {
    invited: (call) => {
      this.#invites.set(call.id, call);
      if (taken) this.decline(call.id);
      else this.invited(call.id, callerOf(call));
    },
    closed: () => this.#reception.lost(),
  };

  constructor(
    private readonly config: () => CallConfig,
    private readonly tokens: TokenClient,
    private readonly microphone: BrowserMicrophone,
    private readonly send: Send,
    /** Told when somebody calls; to be answered by `invited` to the session, or by `decline`. */
    private readonly invited: (callId: string, caller: Caller) => void = () => undefined,
  ) {
    this.#audio = new RemoteAudio((on) => send({type: 'sound-blocked', attempt: this.#attempt, on}));
  }

  /** Plays the far end. */
  get speaker(): HTMLAudioElement {
    return this.#audio.element;
  }

  /** True while somebody calls, or is called, at another button. */
  get barred(): boolean {
    return taken instanceof TelnyxPhone && taken !== this;
  }

  /** True while the line is another button's, or a test's: nobody can ring here. */
  get engaged(): boolean {
    return Boolean(taken && taken !== this);
  }

  /** Opens the line before anybody calls, and closes it again if nobody does. Failures wait for the click. */
  async warm(token: Promise<unknown>): Promise<void> {
    const run = this.#run;
    try {
      const [sdk] = await Promise.all([loadSdk(), token]);
      // One that can be called keeps the line.
      if (this.#run !== run || taken || first()) return;
      this.#keepWarm(true);
      await this.#lineForToken(sdk);
    } catch {
      // The click tries again and tells.
    }
  }

  /** Can be called, from now on and until it is told otherwise. */
  receive(on: boolean): void {
    if (on === receivers.has(this)) {
      // What it could not register with may be better now.
      const known = on && first();
      if (known) known.#reception.now();
      return;
    }
    if (on) receivers.add(this);
    else receivers.delete(this);
    if (!on) {
      this.#reception.set(false);
      if (this.#line) this.#line.receiver = undefined;
      if (taken !== this) this.close();
    }
    const now = first();
    if (now) now.#reception.set(true);
  }

  load(attempt: number): void {
    this.#keepWarm(false);
    // Visitors go first.
    if (taken instanceof Diagnosis) taken.end('a call was begun');
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

  /** Has the SDK place its test calls on the line, and closes it. Rejects if they can't be placed, or are ended. */
  async diagnose(test: DiagnosticTest): Promise<DiagnosticReport> {
    if (taken) throw new Error('a call or another test is under way');
    const diagnosis = (taken = this.#diagnosis = new Diagnosis());
    // No longer than a warm line is open, and not in a page that was left.
    this.#keepWarm(true);
    const runs = async (): Promise<DiagnosticReport> => {
      await Promise.all([
        diagnosis.hear(requestMicrophone(this.config().audioConstraints)),
        this.tokens.fetch(),
      ]);
      // A visitor calls by now, or the button was left.
      if (taken !== diagnosis) return diagnosis.over;
      const failure = await this.#opening();
      if (failure || !this.#line) throw new Error(failure?.code);
      return diagnosis.run(this.#line, test);
    };
    try {
      return await Promise.race([diagnosis.over, runs()]);
    } finally {
      diagnosis.end('over');
      this.#keepWarm(false);
      if (taken === diagnosis) this.close();
    }
  }

  ring(attempt: number, callId: string): void {
    const call = this.#invites.get(callId);
    this.#invites.delete(callId);
    taken = this;
    this.#attempt = attempt;
    if (this.#line && call?.state === 'ringing') {
      this.#call = new PlacedCall(this.#line, this.microphone, this.#audio, attempt, this.send);
      return this.#call.ring(call);
    }
    // The caller has given up before the page was done with the request.
    const farewell = {reason: 'missed', initiator: 'remote', cause: ''} as const;
    this.send({type: 'over', attempt, at: Date.now(), farewell});
  }

  answer(): void {
    this.#call?.answer();
  }

  decline(callId: string): void {
    const call = this.#invites.get(callId);
    this.#invites.delete(callId);
    if (call?.state === 'ringing') this.#line?.hangUp(call);
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
    this.#diagnosis?.end('the page or the button was left, or it took too long');
    if (taken && (taken === this || taken === this.#diagnosis)) taken = undefined;
    this.#diagnosis = undefined;
    this.#call?.release();
    this.#call = undefined;
    // The line that waits for calls is kept.
    const receiver = first();
    if (!receiver || !this.#line?.open || this.#line !== receiver.#line) this.#letGo();
    if (receiver) receiver.#reception.now();
  }

  #letGo(): void {
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

  /** Registers, unless somebody is calling: the line is taken again when they are done. */
  async #register(): Promise<number | Failure | undefined> {
    if (first() !== this || taken) return undefined;
    if (this.#line && this.#isUndated(this.#line)) {
      this.#line.receiver = this.#receiver;
      return undefined;
    }
    const run = this.#run;
    const failure = await this.tokens
      .fetch()
      .then(() => (this.#run === run ? this.#opening() : undefined))
      .catch(failureOf);
    if (failure && !taken) return failure;
    if (this.#run !== run || taken || !this.#line) return undefined;
    this.#line.receiver = this.#receiver;
    const {expiresAt} = this.tokens.answer ?? {};
    const left = (expiresAt ?? 0) - Date.now();
    // By the visitor's clock the token has expired, and the line is open all the same: it is told when it is lost.
    if (left <= 0) return undefined;
    // The login of a line looks ahead to half of a short life.
    return Date.now() + Math.max(left - RENEWED_BEFORE_MS, (left * 3) / 4);
  }

  /** Whether calls can come in on it for as long as it is open: another token would only cost it its login. */
  #isUndated(line: TelnyxLine): boolean {
    const {answer} = this.tokens;
    return (
      line.open &&
      page?.line === line &&
      page.key === lineKey(this.config()) &&
      answer?.token === line.token &&
      answer.expiresAt === undefined
    );
  }

  /** The page goes: perhaps it comes back. A call hangs up by itself. */
  #leave(): void {
    this.#run++;
    if (taken !== this) this.#letGo();
  }

  /** The line was lost while the visitor looked at the prompt: its token may be old by now, too. */
  #placeOnNewLine(attempt: number): void {
    const run = this.#run;
    void this.tokens
      .fetch()
      .then(() => (this.#run === run ? this.#opening() : undefined))
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
    // Somebody calls with another token.
    if (this.#run !== run || this.barred) return undefined;
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

/** Who calls, as the far end says. */
function callerOf({options}: Call): Caller {
  // Missing in the SDK's types.
  const {remoteCallerName, remoteCallerNumber} = options as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
  return {name: text(remoteCallerName), number: text(remoteCallerNumber)};
}
