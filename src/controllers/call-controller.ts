import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {CallConfig, Settings} from '../call-config.js';
import {docsOf, failures, type Failure, type FailureCode} from '../errors.js';
import {
  TelnyxCallEndEvent,
  TelnyxCallErrorEvent,
  TelnyxCallQualityEvent,
  TelnyxCallStateEvent,
  TelnyxCallTranscriptEvent,
  type CallErrorDetails,
} from '../events.js';
import {isWelcome} from './welcome.js';
import type {Strings} from '../locales/en.js';
import type {Complain} from '../read-values.js';
import {beacon} from '../phone/beacon.js';
import {BrowserDevices} from '../phone/devices.js';
import type {DiagnosticReport, DiagnosticTest} from '../phone/diagnosis.js';
import {stop, type Early} from '../phone/early.js';
import {BrowserMicrophone} from '../phone/microphone.js';
import {TelnyxPhone} from '../phone/telnyx-phone.js';
import {TokenClient} from '../phone/token-client.js';
import {WaitClock} from '../phone/wait-clock.js';
import {reportOf} from '../session/report.js';
import {
  conversationOf,
  durationAt,
  isCut,
  isHeld,
  isLive,
  isMuted,
  isTalking,
  lostFor,
  obstacleOf,
  qualityOf,
  summaryIn,
} from '../session/selectors.js';
import {Session, type Listener} from '../session/session.js';
import type {Send} from '../session/ports.js';
import {UNCALLED, type CallState, type Caller, type DeviceKind, type Quality} from '../session/state.js';
import {hintOnce} from './hint-once.js';

/** How long after a warm-up or a call the next intent asks nothing of the servers (ms). */
const REST_MS = 60_000;

/** The element that a call belongs to. */
export type CallHost = ReactiveControllerHost & HTMLElement & Pick<Settings, 'receive'>;

/** Lives with the element: owns its session, speaks its events, and ends the call when the element or the page goes. */
export class CallController implements ReactiveController {
  /** The last failure, until the next call. An obstacle in the microphone's way is one, too. */
  lastError: CallErrorDetails | undefined;
  readonly #session: Session;
  readonly #microphone: BrowserMicrophone;
  readonly #tokens: TokenClient;
  readonly #phone: TelnyxPhone;
  readonly #devices: BrowserDevices;
  #config: CallConfig;
  /** Told of the microphone that is tried out without a call. */
  #told: Send | undefined;
  /** What the page wants of a call that is not answered yet. */
  #mute: boolean | undefined;
  #restUntil = 0;
  /** True once `warm-up`, or a call, has allowed to register. */
  #mayRegister = false;
  #tick: ReturnType<typeof setInterval> | undefined;

  /**
   * @param configure reads the element's configuration as it is now
   * @param strings the texts in the element's language
   * @param changed told after each change of the state
   */
  constructor(
    private readonly host: CallHost & {
      readonly complain: Complain;
      /** Why this browser can't place a call on this page. */
      readonly unable?: FailureCode | undefined;
      /** What is shown instead of a call. */
      readonly preview?: string | null;
    },
    private readonly configure: () => CallConfig,
    private readonly strings: () => Strings,
    private readonly changed: Listener,
  ) {
    const config = () => this.#config;
    this.#config = configure();
    this.#microphone = new BrowserMicrophone(() => this.#config.audioConstraints, this.#send, host.complain);
    this.#tokens = new TokenClient(config, this.#send);
    this.#phone = new TelnyxPhone(
      config,
      this.#tokens,
      this.#microphone,
      this.#send,
      (callId, caller) => void this.#invited(callId, caller),
    );
    this.#devices = new BrowserDevices(this.#microphone, this.#phone.speaker, this.#send);
    this.#session = new Session(
      {
        microphone: this.#microphone,
        tokens: this.#tokens,
        phone: this.#phone,
        devices: this.#devices,
        clock: new WaitClock((event) => this.#session.send(event)),
      },
      (state, previous) => this.#onChange(state, previous),
    );
    void this.#microphone.look();
    host.addController(this);
  }

  get state(): CallState {
    return this.#session.state;
  }

  /** What the call is made with, and whom it dials. */
  get config(): CallConfig {
    const destination = this.#tokens.answer?.destination ?? this.#config.destination;
    return {...this.#config, destination};
  }

  /** The visitor's own microphone while it is open, heard also when it is muted in the call. */
  get voice(): MediaStream | undefined {
    return this.#microphone.stream;
  }

  /** Empty if no call is placed. */
  get callId(): string {
    return ('callId' in this.state && this.state.callId) || '';
  }

  get muted(): boolean {
    return isMuted(this.state);
  }

  /** The call's connection, once it was measured. */
  get quality(): Quality | undefined {
    return qualityOf(this.state);
  }

  /** Talking time (s). */
  get duration(): number {
    return durationAt(this.state, Date.now());
  }

  /** How long the call has been without its connection (s). */
  get lostFor(): number {
    return lostFor(this.state, Date.now());
  }

  /** Starts all that may start before the click. */
  warm(early: Early): void {
    if (isLive(this.state) || Date.now() < this.#restUntil) return;
    this.#restUntil = Date.now() + REST_MS;
    this.#config = this.configure();
    const token = this.#tokens.fetch(early.token);
    this.#mayRegister = true;
    if (this.#config.receive) token.catch(() => undefined);
    else void this.#phone.warm(token);
    this.#receive();
  }

  /**
   * Starts a call, unless one is under way.
   *
   * @param destination instead of the configured one
   * @param early what the shell has started in the click's own task
   */
  call(destination: string | undefined, early: Early): void {
    if (isLive(this.state)) return;
    // Somebody calls at another button.
    if (this.#phone.barred) {
      early.microphone?.then(stop, () => undefined);
      return this.refuse({code: 'another-call'});
    }
    this.lastError = undefined;
    this.#config = {...this.configure(), ...(destination && {destination})};
    if (early.microphone) this.#microphone.adopt(early.microphone);
    else if (this.#told) this.#microphone.handOver();
    this.#told = undefined;
    if (early.token) this.#tokens.fetch(early.token).catch(() => undefined);
    this.#session.send({type: 'call', granted: this.#microphone.granted});
    this.#mayRegister = true;
    this.#receive();
  }

  /** Opens the microphone without a call and says what becomes of it; with nobody to tell it is turned off again. */
  tryOut(told?: Send): void {
    if (told) {
      this.#config = this.configure();
      this.#told = told;
      this.#microphone.open(UNCALLED);
    } else if (this.#told) {
      this.#told = undefined;
      this.#microphone.close();
    }
    this.#devices.watch(told && UNCALLED);
  }

  /** Answers the call that comes in: only if there is one. */
  readonly answer = (): void => {
    if (this.#told) this.#microphone.handOver();
    this.#told = undefined;
    this.#session.send({type: 'answer', granted: this.#microphone.granted});
  };

  /** Has the SDK place its test calls. Rejects if it can't, and in a call. */
  async diagnose(test: DiagnosticTest): Promise<DiagnosticReport> {
    const {preview, unable, isConnected} = this.host;
    try {
      if (preview || !isConnected) throw new Error('this is a preview, or in no document');
      if (unable) throw new Error(unable);
      if (!isLive(this.state)) this.#config = this.configure();
      return await this.#phone.diagnose(test);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`<telnyx-call-button>: ${test}() failed: ${why}.`);
    }
  }

  /** Shows why a call can't even be tried. */
  refuse(failure: Failure): void {
    this.#session.send({type: 'refuse', failure});
  }

  readonly hangUp = (): void => this.#session.send({type: 'hang-up'});

  readonly dismiss = (): void => this.#session.send({type: 'dismiss'});

  /** Asks for the microphone again. */
  readonly retry = (): void => this.#session.send({type: 'retry'});

  /** Goes on talking without a microphone, or not. */
  readonly setAside = (on: boolean): void => this.#session.send({type: 'set-aside', on});

  /** Puts the recommendation of headphones away. */
  readonly dismissHint = (): void => this.#session.send({type: 'dismiss-hint'});

  /** Plays what the browser has blocked. */
  readonly hear = (): void => this.#session.send({type: 'hear'});

  /** Before the call is answered it is kept for that moment: the page may ask for it at any time. */
  readonly mute = (on: boolean): void => {
    if (isLive(this.state) && !isTalking(this.state)) this.#mute = on;
    else this.#session.send({type: 'mute', on});
  };

  /** Somebody talks into the muted microphone, or does not any more. */
  readonly unheard = (on: boolean): void =>
    this.#session.send({type: 'unheard', attempt: this.state.attempt, on});

  /** `on`: default the other way round. */
  readonly hold = (on = !isHeld(this.state)): void => this.#session.send({type: 'hold', on});

  // The page's own code may hand over anything.
  readonly sendDigits = (digits: string): void =>
    this.#session.send({type: 'digits', digits: String(digits)});

  readonly say = (text: string): void => this.#session.send({type: 'say', text});

  /** In a conversation, and while it is tried out, at once; else for the call to come. */
  readonly choose = async (kind: DeviceKind, device: string): Promise<void> => {
    const id = String(device ?? '');
    if (isTalking(this.state)) this.#session.send({type: 'choose', kind, id});
    else if (this.#told) this.#devices.choose(kind, id, UNCALLED);
    else if (!(await this.#devices.keep(kind, id)))
      this.host.complain(`there is no ${kind} with the id "${id}": the choice stays what it was.`);
  };

  /** `level`: 0 to 1. */
  readonly setVolume = (level: number): void => this.#session.send({type: 'volume', level});

  /** A move of the element disconnects and connects it in one task: only what is gone after it ends the call. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.hangUp();
      this.dismiss();
      this.#mayRegister = false;
      this.#restUntil = 0;
      this.#phone.receive(false);
      this.#phone.close();
    });
  }

  readonly #send: Send = (event) => {
    if ('attempt' in event && event.attempt === UNCALLED) this.#told?.(event);
    else this.#session.send(event);
  };

  /** The page may change its mind. */
  hostUpdate(): void {
    if (Boolean(this.host.receive) === this.#config.receive || isLive(this.state)) return;
    this.#config = this.configure();
    this.#receive();
  }

  #receive(): void {
    this.#phone.receive(this.#config.receive && this.#mayRegister);
  }

  /** Somebody calls: the page is asked first, as for a call of the visitor's. */
  async #invited(callId: string, caller: Caller): Promise<void> {
    // While the page took its time, another button may have begun a call.
    if (!(await isWelcome(this.host, caller)) || this.#phone.engaged) return this.#phone.decline(callId);
    if (!isLive(this.state)) {
      this.#config = this.configure();
      this.lastError = undefined;
    }
    this.#session.send({type: 'invited', callId, caller});
  }

  #onChange(state: CallState, previous: CallState): void {
    // The focus that comes back from the panel looks like intent: it must not open the line again.
    this.#restUntil = Date.now() + REST_MS;
    hintOnce(state, this.#send);
    if (isLive(state) !== isLive(previous)) this.#watchPage(isLive(state));
    if (isTalking(state) !== isTalking(previous))
      this.#devices.watch(isTalking(state) ? state.attempt : undefined);
    const counts = (of: CallState) => isTalking(of) || isCut(of) || obstacleOf(of)?.until !== undefined;
    if (counts(state) !== counts(previous)) this.#run(counts(state));
    const {qualityUrl} = this.#config;
    const report = qualityUrl && reportOf(state, previous, Date.now());
    if (report) beacon(qualityUrl, report);
    this.changed(state, previous);
    if (isTalking(state) && this.#mute !== undefined) this.#session.send({type: 'mute', on: this.#mute});
    if (isTalking(state) || !isLive(state)) this.#mute = undefined;
    const failure = obstacleOf(state)?.failure;
    // A prompt that waits for its answer is no failure.
    if (
      failure &&
      failure.code !== obstacleOf(previous)?.failure.code &&
      failure.code !== 'microphone-prompt'
    )
      this.#fail(failure);
    this.#transcribe(state, previous);
    if (state.phase !== previous.phase || state.attempt !== previous.attempt) this.#announce(state, previous);
    const {quality} = this;
    if (quality && told(quality) !== told(qualityOf(previous)))
      this.host.dispatchEvent(new TelnyxCallQualityEvent(quality));
    this.host.requestUpdate();
  }

  #announce(state: CallState, previous: CallState): void {
    const {callId} = this;
    // An attempt that is refused at once may follow another one.
    if (state.phase !== previous.phase)
      this.host.dispatchEvent(new TelnyxCallStateEvent(state.phase, previous.phase, callId));
    if (state.phase === 'ended') this.host.dispatchEvent(new TelnyxCallEndEvent(state));
    if (state.phase === 'failed') {
      this.#fail(state.failure);
      const duration = durationAt(previous, Date.now());
      const lost = {reason: 'lost', initiator: 'network', cause: '', sipCode: undefined} as const;
      if (callId)
        this.host.dispatchEvent(
          new TelnyxCallEndEvent({...lost, callId, duration, quality: summaryIn(previous)}),
        );
    }
  }

  #transcribe(state: CallState, previous: CallState): void {
    const now = conversationOf(state);
    const known = conversationOf(previous)?.entries;
    if (!now || now.entries === known) return;
    for (const entry of now.entries)
      if (!known?.includes(entry)) this.host.dispatchEvent(new TelnyxCallTranscriptEvent(entry, now.id));
  }

  #fail({code, cause}: Failure): void {
    const {retryable, owner} = failures[code];
    this.lastError = {code, retryable, message: this.strings().failed[code], cause};
    if (owner)
      console[retryable ? 'warn' : 'error'](`<telnyx-call-button>: ${code}. ${owner} ${docsOf(code)}`);
    this.host.dispatchEvent(new TelnyxCallErrorEvent(this.lastError));
  }

  /** The SDK hangs up at `beforeunload`, which does not come on every phone: `pagehide` does. */
  #watchPage(on: boolean): void {
    const how = on ? 'addEventListener' : 'removeEventListener';
    window[how]('pagehide', this.hangUp);
    document[how]('visibilitychange', this.#wake);
    document[how]('resume', this.#wake);
  }

  /** A tab that was hidden or frozen may have lost its connection without having heard of it. */
  readonly #wake = (): void => {
    if (document.visibilityState === 'visible') this.#phone.wake();
  };

  /** The talking time, and the seconds of an outage, are shown as they pass. */
  #run(on: boolean): void {
    clearInterval(this.#tick);
    if (on) this.#tick = setInterval(() => this.host.requestUpdate(), 1000);
  }
}

/** What the page is told of a quality: the rest of it changes all the time. */
function told(quality: Quality | undefined): string {
  return `${quality?.level} ${quality?.alerts.join()}`;
}
