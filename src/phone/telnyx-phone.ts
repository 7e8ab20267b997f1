import type {Call} from '@telnyx/webrtc';
import type {CallConfig} from '../config.js';
import type {Failure} from '../errors.js';
import type {Phone, Send} from '../session/ports.js';
import type {BrowserMicrophone} from './microphone.js';
import {TelnyxLine, type CallListener} from './telnyx-line.js';
import {farewell, isFatal} from './telnyx-mapping.js';
import {loadSdk, type Sdk} from './telnyx-sdk.js';
import type {TokenClient} from './token-client.js';

/** How long a line that was opened before the click waits for it (ms). */
const WARM_FOR_MS = 60_000;

/** The page's one line, and the token it was opened with: another token is another visitor's login. */
let page: {readonly key: string; readonly line: TelnyxLine} | undefined;

/** The telephone that is making or having a call: no other one touches the line meanwhile. */
let taken: TelnyxPhone | undefined;

/** A button's telephone: places its calls on the page's one line. */
export class TelnyxPhone implements Phone {
  readonly #audio = new Audio();
  #line: TelnyxLine | undefined;
  #call: Call | undefined;
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
    // Never in the document: it plays there too, and does not stop when the button is moved in the page.
    this.#audio.autoplay = true;
  }

  /** Opens the line before anybody calls, and closes it again if nobody does. Failures wait for the click. */
  async warm(token: Promise<unknown>): Promise<void> {
    const run = this.#run;
    try {
      const [sdk] = await Promise.all([loadSdk(), token]);
      if (this.#run !== run || taken) return;
      clearTimeout(this.#warm);
      this.#warm = setTimeout(() => this.close(), WARM_FOR_MS);
      await this.#lineForToken(sdk).ready;
    } catch {
      // The click tries again and tells.
    }
  }

  load(attempt: number): void {
    clearTimeout(this.#warm);
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
    const destinationNumber = answer?.destination ?? config.destination;
    const fail = (failure: Failure) => this.send({type: 'failed', attempt, failure});
    if (!destinationNumber) return fail({code: 'not-configured', cause: 'no destination'});
    if (!this.#line?.usable) return this.#placeOnNewLine(attempt);
    const id = crypto.randomUUID();
    try {
      // The call's first reports may come before newCall() returns.
      this.send({type: 'placed', attempt, callId: id});
      const options = {
        destinationNumber,
        callerName: answer?.callerName ?? config.callerName ?? '',
        callerNumber: answer?.callerNumber ?? config.callerNumber ?? '',
        localStream: this.microphone.stream,
        remoteElement: this.#audio,
      };
      this.#call = this.#line.place(id, options, this.#listener(attempt));
    } catch (cause) {
      fail({code: 'call-failed', cause});
    }
  }

  hangUp(): void {
    void this.#call?.hangup();
  }

  mute(on: boolean): void {
    const call = this.#call;
    if (!call) return;
    if (on) call.muteAudio();
    else call.unmuteAudio();
    this.send({type: 'muted', attempt: this.#attempt, on: call.isAudioMuted});
  }

  close(): void {
    clearTimeout(this.#warm);
    this.#run++;
    this.#attempt = 0;
    if (taken === this) taken = undefined;
    this.#call = undefined;
    this.#line?.release();
    // What a call was made with is not kept beyond it.
    if (page?.line === this.#line) page = undefined;
    this.#line = undefined;
  }

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
    return loadSdk()
      .then((sdk) => (this.#run === run ? this.#lineForToken(sdk).ready : undefined))
      .catch((cause: unknown): Failure => ({code: 'connection-failed', cause}));
  }

  #lineForToken(sdk: Sdk): TelnyxLine {
    const token = this.tokens.answer?.token ?? '';
    const {signalingUrl} = this.config();
    const key = JSON.stringify([token, signalingUrl]);
    if (page?.key !== key || !page.line.usable) {
      page?.line.release();
      page = {key, line: new TelnyxLine(sdk, {token, signalingUrl})};
      void page.line.ready.then((failure) => failure?.code === 'login-refused' && this.tokens.forget());
    }
    this.#line = page.line;
    return page.line;
  }

  #listener(attempt: number): CallListener {
    let remote = false;
    let answered = false;
    return {
      update: (call) => {
        // Recovery puts a new object in the place of the old one, which is done.
        if (attempt === this.#attempt && call.state !== 'destroy') this.#call = call;
        if (call.state === 'active') {
          answered = true;
          this.send({type: 'answered', attempt, at: Date.now()});
        } else if (call.state === 'hangup') {
          this.send({type: 'over', attempt, at: Date.now(), farewell: farewell(call, answered, remote)});
        }
      },
      ringing: () => this.send({type: 'ringing', attempt}),
      bye: () => (remote = true),
      error: (code, cause) => {
        if (isFatal(code)) this.send({type: 'failed', attempt, failure: {code: 'call-failed', cause}});
      },
    };
  }
}
