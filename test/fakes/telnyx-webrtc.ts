// Stands in for `@telnyx/webrtc` in unit tests: the runner resolves that name to this file. It reports in the order
// of the real SDK, and only when the test says so. End-to-end tests use the real one.
import type {ICallOptions, IClientOptions} from '@telnyx/webrtc';

type State =
  'new' | 'requesting' | 'trying' | 'early' | 'active' | 'recovering' | 'hangup' | 'destroy' | 'purge';

// Handlers of many types share a list: each is called with what its event carries.
type Handler = (event: never) => void;

/** What a far end says when it hangs up. */
export interface Bye {
  readonly cause?: string;
  readonly sipCode?: number;
}

/** A call of the SDK, moved on by the test. */
export class FakeCall {
  state: State = 'new';
  cause: string | undefined;
  sipCode: number | null = null;
  isAudioMuted = false;
  /** False for a phone that does not do what it is told. */
  mutes = true;

  constructor(
    private readonly client: TelnyxRTC,
    readonly options: ICallOptions & {readonly id: string},
  ) {}

  get id(): string {
    return this.options.id;
  }

  /** A change of state, as the SDK tells it. */
  become(state: State): void {
    this.state = state;
    this.client.tell('telnyx.notification', {type: 'callUpdate', call: this});
  }

  /** The server has taken the call. */
  trying(): void {
    this.become('requesting');
    this.become('trying');
  }

  /** The far end rings: a frame on the socket, no state. */
  ring(): void {
    this.frame('telnyx_rtc.ringing');
  }

  answer(): void {
    this.become('active');
  }

  /** The far end hangs up. */
  bye({cause = 'NORMAL_CLEARING', sipCode}: Bye = {}): void {
    this.frame('telnyx_rtc.bye');
    this.cause = cause;
    this.sipCode = sipCode ?? null;
    this.finish();
  }

  /** The SDK gives the call up, without a goodbye of anybody. */
  giveUp(): void {
    this.cause = 'USER_BUSY';
    this.finish();
  }

  fail(code: number): void {
    this.client.tell('telnyx.error', {error: {code, message: 'of the call'}, callId: this.id});
  }

  async hangup(): Promise<void> {
    this.cause = this.state === 'active' ? 'NORMAL_CLEARING' : 'USER_BUSY';
    this.become('hangup');
    await this.client.byeAnswered;
    this.letGo();
  }

  muteAudio(): void {
    this.isAudioMuted = this.mutes;
  }

  unmuteAudio(): void {
    this.isAudioMuted = false;
  }

  private frame(method: string): void {
    this.client.tell('telnyx.socket.message', {method, params: {callID: this.id}});
  }

  private finish(): void {
    this.become('hangup');
    this.letGo();
  }

  private letGo(): void {
    this.options.localStream?.getTracks().forEach((track) => track.stop());
    this.become('destroy');
    this.client.calls.delete(this.id);
  }
}

/** The SDK's client. */
export class TelnyxRTC {
  /** All clients, oldest first. */
  static readonly made: TelnyxRTC[] = [];

  /** The clients that have not been disconnected. */
  static get open(): TelnyxRTC[] {
    return TelnyxRTC.made.filter((client) => !client.disconnected);
  }

  readonly calls = new Map<string, FakeCall>();
  /** Every call that was placed. */
  readonly placed: FakeCall[] = [];
  readonly #handlers = new Map<string, Handler[]>();
  connects = 0;
  disconnected = false;
  logLevel = 'info';
  /** Resolves when the last call report has arrived: only then the socket closes. */
  reported: Promise<unknown> = Promise.resolve();
  /** Resolves when the server answers a goodbye. */
  byeAnswered: Promise<unknown> = Promise.resolve();
  readonly __logger = {setLevel: (level: string) => void (this.logLevel = level)};

  constructor(readonly options: IClientOptions & {readonly host?: string}) {
    if (!options.login_token) throw new Error('Invalid init options');
    TelnyxRTC.made.push(this);
    window.addEventListener('beforeunload', () => this.calls.clear());
    document.addEventListener('visibilitychange', () => undefined);
  }

  async connect(): Promise<void> {
    this.connects++;
    this.on('telnyx.socket.message', () => undefined);
  }

  async disconnect(): Promise<void> {
    for (const call of this.calls.values()) {
      call.become('purge');
      call.giveUp();
    }
    await this.reported;
    this.disconnected = true;
  }

  on(name: string, handler: Handler): this {
    this.#handlers.set(name, [...(this.#handlers.get(name) ?? []), handler]);
    return this;
  }

  off(name: string, handler?: Handler): this {
    const handlers = this.#handlers.get(name) ?? [];
    if (handler && !handlers.includes(handler)) throw new Error(`${name}: not a handler that was added`);
    this.#handlers.set(name, handler ? handlers.filter((other) => other !== handler) : []);
    return this;
  }

  /** How many handlers are left. */
  get handlers(): number {
    return [...this.#handlers.values()].flat().length;
  }

  /** Calls the handlers, the last one first. */
  tell(name: string, event: object): void {
    for (const handler of [...(this.#handlers.get(name) ?? [])].reverse()) handler(event as never);
  }

  /** The SDK's own requests: this stand-in has no server that answers. */
  execute(_message: unknown): Promise<unknown> {
    return Promise.resolve();
  }

  clearReconnectToken(): void {
    sessionStorage.removeItem('telnyx-voice-sdk-id');
  }

  newCall(options: ICallOptions & {readonly id: string}): FakeCall {
    const call = new FakeCall(this, options);
    this.calls.set(call.id, call);
    this.placed.push(call);
    call.become('new');
    return call;
  }

  /** The server has registered the client. */
  ready(): void {
    this.tell('telnyx.ready', {type: 'vertoClientReady'});
  }

  fail(code: number): void {
    this.tell('telnyx.error', {error: {code, message: 'of the session'}});
  }

  loseSocket(): void {
    this.tell('telnyx.socket.close', {event: new CloseEvent('close', {code: 1006})});
  }
}
