// Stands in for `@telnyx/webrtc` in unit tests: the runner resolves that name to this file. It reports in the order
// of the real SDK, and only when the test says so. End-to-end tests use the real one.
import type {IClientOptions} from '@telnyx/webrtc';
import {FakeCall, type FakeCallOptions} from './telnyx-call.js';

export {FakeCall, type Bye} from './telnyx-call.js';

// Handlers of many types share a list: each is called with what its event carries.
type Handler = (event: never) => void;

/** What the SDK sends to the server. */
export interface FakeRequest {
  readonly method: string;
  readonly params: {
    readonly dialogParams?: {readonly callID: string};
    readonly action?: string;
    readonly dtmf?: string;
  };
}

/** Handlers by the name of their event, called with the last one first. */
class Handlers {
  readonly #lists = new Map<string, Handler[]>();

  on(name: string, handler: Handler): void {
    this.#lists.set(name, [...this.#list(name), handler]);
  }

  off(name: string, handler?: Handler): void {
    const list = this.#list(name);
    if (handler && !list.includes(handler)) throw new Error(`${name}: not a handler that was added`);
    this.#lists.set(name, handler ? list.filter((other) => other !== handler) : []);
  }

  get size(): number {
    return [...this.#lists.values()].flat().length;
  }

  tell(name: string, event: object): void {
    for (const handler of [...this.#list(name)].reverse()) handler(event as never);
  }

  #list(name: string): readonly Handler[] {
    return this.#lists.get(name) ?? [];
  }
}

/** The handlers of the class, which hear of every client. */
const everywhere = new Handlers();

/** The SDK's client. */
export class TelnyxRTC {
  /** All clients, oldest first. */
  static readonly made: TelnyxRTC[] = [];

  /** The clients that have not been disconnected. */
  static get open(): TelnyxRTC[] {
    return TelnyxRTC.made.filter((client) => !client.disconnected);
  }

  static on(name: string, handler: Handler): void {
    everywhere.on(name, handler);
  }

  static off(name: string, handler?: Handler): void {
    everywhere.off(name, handler);
  }

  /** How many handlers are left, of the class and of every client. */
  static get handlers(): number {
    return TelnyxRTC.made.reduce((sum, {handlers}) => sum + handlers, everywhere.size);
  }

  /** Tells what reaches no client's own handlers. */
  static tell(name: string, event: object): void {
    everywhere.tell(name, event);
  }

  readonly calls: Record<string, FakeCall> = {};
  /** Every call that was placed or recovered. */
  readonly placed: FakeCall[] = [];
  /** Every request, in order. */
  readonly requests: FakeRequest[] = [];
  readonly sessionid = crypto.randomUUID();
  readonly #handlers = new Handlers();
  connects = 0;
  /** How often the wait before the next try to connect was made short again. */
  resets = 0;
  /** Which socket it is by now. */
  socketGeneration = 1;
  /** How often a socket was closed for another one. */
  replaced = 0;
  connected = false;
  disconnected = false;
  logLevel = 'info';
  /** Resolves when the last call report has arrived: only then the socket closes. */
  reported: Promise<unknown> = Promise.resolve();
  /** Resolves when the server answers a goodbye. */
  byeAnswered: Promise<unknown> = Promise.resolve();
  /** What the server makes of a request. */
  serve: (request: FakeRequest) => Promise<unknown> = ({method}) =>
    method === 'telnyx_rtc.bye' ? this.byeAnswered : Promise.resolve();
  readonly __logger = {setLevel: (level: string) => void (this.logLevel = level)};

  constructor(readonly options: IClientOptions & {readonly host?: string}) {
    const {login_token, login, password, anonymous_login} = options;
    if (!login_token && !(login && password) && !anonymous_login) throw new Error('Invalid init options');
    TelnyxRTC.made.push(this);
    window.addEventListener('beforeunload', () => undefined);
    document.addEventListener('visibilitychange', () => undefined);
  }

  /** The socket as the real SDK's `connection` shows it. */
  get connection(): {readonly connected: boolean; readonly socketGeneration: number} {
    return this;
  }

  async connect(): Promise<void> {
    // The real one registers its own once.
    if (!this.connects++) this.on('telnyx.socket.message', () => undefined);
    this.connected = true;
  }

  async disconnect(): Promise<void> {
    for (const call of Object.values(this.calls)) {
      call.become('purge');
      call.giveUp();
    }
    await this.reported;
    this.connected = false;
    this.disconnected = true;
  }

  /** Closes the socket, and comes back. */
  socketDisconnect(): void {
    this.replaced++;
    this.loseSocket();
  }

  resetReconnectAttempts(): void {
    this.resets++;
  }

  /** Logs in anew on the same socket. */
  async login({creds}: {creds: {login_token: string}}): Promise<void> {
    this.options.login_token = creds.login_token;
    await this.send('login');
  }

  on(name: string, handler: Handler): this {
    this.#handlers.on(name, handler);
    return this;
  }

  off(name: string, handler?: Handler): this {
    this.#handlers.off(name, handler);
    return this;
  }

  /** How many handlers are left. */
  get handlers(): number {
    return this.#handlers.size;
  }

  tell(name: string, event: object): void {
    this.#handlers.tell(name, event);
  }

  execute({request}: {request: FakeRequest}): Promise<unknown> {
    this.requests.push(request);
    // What is sent without a socket waits for ever in a queue that nobody empties.
    return this.connected ? this.serve(request) : new Promise(() => undefined);
  }

  /** Sends a request as the SDK itself does. */
  send(method: string, params: FakeRequest['params'] = {}): Promise<unknown> {
    return this.execute({request: {method, params}});
  }

  /** How often a method was asked for. */
  asked(method: string): number {
    return this.requests.filter((request) => request.method === method).length;
  }

  clearReconnectToken(): void {
    sessionStorage.removeItem('telnyx-voice-sdk-id');
  }

  newCall(options: FakeCallOptions): FakeCall {
    return this.#add(options, 'new');
  }

  /** What a test of the SDK finds out, once its calls are placed. */
  diagnosed: Promise<unknown> = new Promise(() => undefined);

  /** Dials and, as the real one, hangs up when it knows. */
  async runPreCall(): Promise<unknown> {
    return this.#diagnose(1);
  }

  async runNetworkCheck(): Promise<unknown> {
    return this.#diagnose(2);
  }

  /** The real one places its calls at once, and does not say by what ids. */
  async #diagnose(calls: number): Promise<unknown> {
    const options = {destinationNumber: '+1-872-231-5806', id: ''};
    const placed = Array.from({length: calls}, () => this.newCall({...options}));
    const report = await this.diagnosed;
    await Promise.all(placed.map((call) => call.hangup()));
    return report;
  }

  /** Somebody calls. */
  invite(id: string = crypto.randomUUID()): FakeCall {
    const call = this.#add({id}, 'new');
    call.direction = 'inbound';
    call.become('ringing');
    return call;
  }

  /** The server offers a call again, which the SDK answers by itself. */
  attach(id: string): FakeCall {
    const old = this.calls[id];
    if (old) void old.hangup({isRecovering: true}, false);
    // Told before it asks for a microphone: what is set in its options by then is used.
    const {remoteElement} = old?.options ?? {};
    const call = this.#add({id, remoteElement, recoveredCallId: id}, 'recovering');
    void call.answer();
    return call;
  }

  /** The server has registered the client. `calls`: those it kept of a session that was interrupted. */
  ready(calls: readonly string[] = []): void {
    this.connected = true;
    const method = 'telnyx_rtc.clientReady';
    this.tell('telnyx.socket.message', {method, params: {reattached_sessions: calls}});
    this.tell('telnyx.ready', {type: 'vertoClientReady'});
  }

  fail(code: number): void {
    this.tell('telnyx.error', {error: {code, message: 'of the session'}});
  }

  warn(code: number): void {
    this.tell('telnyx.warning', {warning: {code}});
  }

  loseSocket(): void {
    this.connected = false;
    this.closed(this.socketGeneration);
  }

  /** A socket is closed, be it one that has been replaced meanwhile. */
  closed(socketGeneration: number): void {
    this.tell('telnyx.socket.close', {event: new CloseEvent('close', {code: 1006}), socketGeneration});
  }

  #add(options: FakeCallOptions, state: 'new' | 'recovering'): FakeCall {
    const call = new FakeCall(this, {...options, id: options.id || crypto.randomUUID()});
    this.calls[call.id] = call;
    this.placed.push(call);
    call.become(state);
    return call;
  }
}
