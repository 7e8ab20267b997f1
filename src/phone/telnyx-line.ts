import type {Call, ICallOptions, INotification, TelnyxRTC} from '@telnyx/webrtc';
import type {Failure} from '../errors.js';
import type {CallListener, MicrophoneAwaited} from './call-listener.js';
import type {ClientOptions} from './client-options.js';
import type {DiagnosticTest} from './diagnosis.js';
import {Goodbyes} from './goodbyes.js';
import {guarded} from './guarded.js';
import {keepListeners} from './kept-listeners.js';
import {Login, type Renewed} from './login.js';
import {Opening} from './opening.js';
import {watchRequests, type Request} from './requests.js';
import {SignalingWatch} from './signaling-watch.js';
import {isOfNegotiation, lineFailure} from './telnyx-mapping.js';
import type {Sdk} from './telnyx-sdk.js';

/** The SDK's warning that the login token is about to expire. */
const TOKEN_EXPIRING_SOON = 34001;

/** The line that was opened last: what the SDK keeps in the page's storage is its session. */
let latest: TelnyxLine | undefined;

/** What a line needs to open. */
export interface LineOptions {
  /** What the SDK's client is made with. */
  readonly client: ClientOptions;
  /** When its login token expires (ms since the epoch), if anybody knows. */
  readonly expiresAt?: number | undefined;
  /** Gets another login token in its place. Rejects without one. Left out where there is nobody to ask. */
  readonly renew?: (() => Promise<Renewed>) | undefined;
  /** Told when it closes. */
  readonly closed?: () => void;
}

/** Who takes the calls that come in on a line. */
export interface LineReceiver {
  /** Somebody calls: it rings until it is answered, declined or given up. */
  invited(call: Call): void;
  /** The line is closed, for whatever reason: nobody can call any more. */
  closed(): void;
}

interface SocketMessage {
  readonly method?: string;
  readonly params?: {readonly callID?: string; readonly reattached_sessions?: readonly string[]};
}

interface ErrorEvent {
  readonly error?: {readonly code?: number};
  readonly callId?: string;
  readonly sessionId?: string;
}

/** A client of the SDK, from connecting to closing. */
export class TelnyxLine {
  /** Without one a call that comes in is refused. */
  receiver: LineReceiver | undefined;
  readonly #client: TelnyxRTC;
  readonly #removeKept: () => void = () => undefined;
  readonly #calls = new Map<string, CallListener>();
  readonly #goodbyes: Goodbyes;
  readonly #signaling: SignalingWatch;
  readonly #login: Login;
  #opening: Opening | undefined;
  /** True while the SDK does what the server's request to go means to it. */
  #punted = false;
  #isReady = false;
  #released = false;
  #closed = false;

  constructor(
    private readonly sdk: Sdk,
    private readonly options: LineOptions,
  ) {
    [this.#client, this.#removeKept] = keepListeners(() => new sdk(options.client));
    this.#goodbyes = new Goodbyes(this.#client, () => this.#rest());
    this.#signaling = new SignalingWatch(this.#client, () => this.#onSignaling());
    const {renew, expiresAt} = options;
    const login = {
      renew,
      idle: () => this.#isReady && this.#signaling.up && !this.#busy,
      entered: () => this.#signaling.up && this.#useNow(),
      lost: (cause: unknown) => this.#lose({code: 'login-refused', cause}),
    };
    this.#login = new Login(this.#client, login, expiresAt);
    watchRequests(this.#client, {asked: this.#onAsked, answered: this.#onAnswered});
    // The SDK logs its whole options, the token among them, to the page's console and into call reports.
    this.#client.__logger.setLevel('silent', false);
    // A new line has nothing to do with an earlier one, whose session the SDK would take up from its storage.
    this.#client.clearReconnectToken();
    latest = this;
    void this.opened();
    void this.#client.connect();
    // After connect(), which registers the SDK's own handlers: the last one registered is called first.
    this.#listen('on');
  }

  /** False once the line is given up: open another one. */
  get usable(): boolean {
    return !this.#closed && (!this.#released || this.#goodbyes.size > 0);
  }

  /** True while calls can be placed. */
  get open(): boolean {
    return this.usable && this.#isReady && this.#signaling.up && !this.#login.entering;
  }

  /** The token that it logs in with from now on; empty for a login without one. */
  get token(): string {
    return this.#client.options.login_token ?? '';
  }

  /** True while a call is on the line, or one that the server has not been told the end of. */
  get #busy(): boolean {
    return this.#calls.size + this.#goodbyes.size > 0;
  }

  /** Takes the line into use. Resolves when calls can be placed, or with the reason why they can't. */
  opened(): Promise<Failure | undefined> {
    this.#released = false;
    if (this.open) return Promise.resolve(undefined);
    if (this.#isReady && !this.#login.entering) this.#signaling.nudge();
    this.#opening ??= new Opening(() => this.#settle({code: 'connection-failed', cause: 'no answer'}));
    return this.#opening.promise;
  }

  /** Places a call. Only on a line that is open: the SDK loses what is sent before. */
  place(
    id: string,
    options: ICallOptions,
    listener: CallListener,
    newCall: TelnyxRTC['newCall'] = this.#client.newCall,
  ): Call {
    this.#calls.set(id, listener);
    this.#signaling.run(true);
    try {
      return newCall.call(this.#client, {...options, id});
    } catch (error) {
      // There is no call: it must not keep the line from closing.
      this.#forget(id);
      throw error;
    }
  }

  /**
   * Has the SDK run a test. It places all its calls at once, by `newCall`, and says nothing of their ids before: for that
   * moment they are placed here, or they would be taken for calls that nobody knows.
   *
   * @param listener told of its calls
   * @param change what they are placed with, by what the SDK wants
   */
  async run(
    test: DiagnosticTest,
    listener: CallListener,
    change: (options: ICallOptions) => ICallOptions,
  ): Promise<unknown> {
    const client = this.#client;
    const {newCall} = client;
    client.newCall = (options) => this.place(crypto.randomUUID(), change(options), listener, newCall);
    try {
      return client[test]();
    } finally {
      client.newCall = newCall;
    }
  }

  /** Listens to a call that has come in. */
  take(call: Call, listener: CallListener): void {
    this.#calls.set(call.id, listener);
    this.#signaling.run(true);
  }

  /** Ends a call that the server offers, before it asks for a microphone. */
  refuse(call: Call): void {
    this.#goodbyes.refuse(call);
  }

  /** Hangs up, or declines. Without the server the call is over for this side at once, and the server is told later. */
  hangUp(call: Call): void {
    const {up} = this.#signaling;
    this.#goodbyes.begin(call, up);
    if (up) return;
    this.#calls.get(call.id)?.gone();
    this.#forget(call.id);
  }

  /** Looks after a connection that may have been lost while nobody was looking: the tab was asleep. */
  nudge(): void {
    if (this.#isReady && !this.#closed) this.#signaling.nudge();
  }

  /** Closes the line as soon as no call is left on it. */
  release(): void {
    this.#released = true;
    this.#rest();
  }

  /** Closes the line: another one is about to be opened. Resolves when it may be. */
  async abandon(): Promise<void> {
    this.release();
    this.nudge();
    await this.#goodbyes.hurry();
  }

  #onSignaling(): void {
    const {up} = this.#signaling;
    this.#calls.forEach((listener) => listener.signaling(up));
    if (up && this.#isReady) this.#useNow();
  }

  /** Calls can be placed, and what is left to be told can be told. */
  #useNow(): void {
    this.#goodbyes.ready();
    this.#settle();
  }

  #settle(failure?: Failure): void {
    this.#opening?.settle(failure);
    this.#opening = undefined;
    if (failure && !this.#busy) this.#close();
  }

  #forget(id: string): void {
    this.#calls.delete(id);
    // The SDK forgets the call only after it has told: closed at once, it would say goodbye a second time.
    queueMicrotask(() => this.#rest());
  }

  /** Nothing is watched, and a line that was released closes, as soon as nothing is left to be told. */
  #rest(): void {
    if (this.#busy) return;
    this.#signaling.run(false);
    if (this.#released) this.#close();
    else this.#login.rest();
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#settle({code: 'connection-failed', cause: 'closed'});
    this.#listen('off');
    this.#removeKept();
    const client = this.#client;
    this.#login.close();
    this.options.closed?.();
    // A workaround: a try that the SDK has put off, as after a registration that failed, would open a socket again after
    // this. It may go when disconnect() takes it back (https://github.com/team-telnyx/webrtc,
    // `packages/js/src/Modules/Verto/webrtc/VertoHandler.ts`).
    client.connect = () => Promise.resolve();
    const forget = () => {
      // The SDK waits for the call report before it closes: another line may have begun its session by then.
      if (latest === this) {
        latest = undefined;
        client.clearReconnectToken();
      }
      // A handler of the SDK's own that disconnect() leaves behind.
      client.off('telnyx.socket.message');
    };
    client.disconnect().then(forget, forget);
    this.receiver?.closed();
  }

  #listen(how: 'on' | 'off'): void {
    const client = this.#client;
    client[how]('telnyx.ready', this.#onReady);
    client[how]('telnyx.error', this.#onError);
    client[how]('telnyx.warning', this.#onWarning);
    client[how]('telnyx.notification', this.#onNotification);
    client[how]('telnyx.ai.conversation', this.#onConversation);
    client[how]('telnyx.socket.message', this.#onMessage);
    client[how]('telnyx.socket.open', this.#onSocketOpen);
    client[how]('telnyx.socket.close', this.#onSocketClose);
    this.sdk[how]('telnyx.error', this.#onGlobalError);
  }

  readonly #onReady = guarded(() => {
    this.#isReady = true;
    this.#login.done();
    this.#signaling.set(true);
    this.#useNow();
  });

  readonly #onError = guarded((event: ErrorEvent | (ErrorEvent & MicrophoneAwaited)) => {
    const {error, callId} = event;
    const code = error?.code ?? 0;
    if (callId) {
      const listener = this.#calls.get(callId);
      return 'resume' in event ? listener?.awaits(event) : listener?.error(code, error);
    }
    const failure = lineFailure(code);
    if (failure === 'login-refused' && this.#login.again) return;
    if (failure === 'login-refused' && this.#busy && this.#login.renewable) return this.#login.repeat();
    if (failure) this.#lose({code: failure, cause: error});
  });

  /** Errors that never reach a client's own listeners: they name the session, and it has one call. */
  readonly #onGlobalError = guarded(({error, sessionId}: ErrorEvent) => {
    const code = error?.code ?? 0;
    if (!isOfNegotiation(code) || sessionId !== this.#client.sessionid) return;
    this.#calls.forEach((listener) => listener.error(code, error));
  });

  readonly #onWarning = guarded(({warning}: {warning?: {code?: number}}) => {
    if (warning?.code === TOKEN_EXPIRING_SOON && this.#busy) this.#login.expiring();
  });

  readonly #onNotification = guarded(({type, call}: INotification) => {
    if (type !== 'callUpdate' || !call) return;
    const listener = this.#calls.get(call.id);
    const gone = call.state === 'hangup' || call.state === 'destroy' || call.state === 'purge';
    if (listener) listener.update(call);
    else if (this.receiver && isInvite(call)) this.receiver.invited(call);
    // Not yet known to be one.
    else if (this.receiver && call.state === 'new' && !call.options.attach) return;
    // Nobody here knows this call: its end was not heard, it is left over from before, or nobody waits for it. The
    // object that a recovery puts another one in the place of ends by itself.
    else if (!gone && (call.state !== 'recovering' || call.recoveredCallId)) this.#goodbyes.refuse(call);
    if (call.state === 'purge' && this.#punted) this.#goodbyes.tell(call.id);
    if (call.state === 'destroy') this.#forget(call.id);
  });

  readonly #onMessage = guarded(({method, params}: SocketMessage) => {
    const listener = this.#calls.get(params?.callID ?? '');
    if (method === 'telnyx_rtc.ringing') listener?.ringing();
    if (method === 'telnyx_rtc.bye') listener?.bye();
    if (method === 'telnyx_rtc.punt') this.#onPunt();
    if (params?.reattached_sessions) this.#goodbyes.reattached(params.reattached_sessions);
  });

  /** The frame names no call: a line to an assistant has one. */
  readonly #onConversation = guarded(({params}: {params?: unknown}) =>
    this.#calls.forEach((listener) => listener.converse(params)),
  );

  /**
   * Told to go. The SDK comes back for a call that is named and has its media; any other it ends without a word
   * to the server, and then its socket closes for good.
   */
  #onPunt(): void {
    this.#punted = true;
    queueMicrotask(() => {
      this.#punted = false;
      if (!Object.keys(this.#client.calls).length) this.#goodbyes.giveUp();
    });
  }

  /**
   * A reconnect registers the SDK's own handlers anew: the far end's goodbye is heard before the SDK ends the call only
   * by the one that is registered after them.
   */
  readonly #onSocketOpen = guarded(() => {
    this.#client.off('telnyx.socket.message', this.#onMessage);
    this.#client.on('telnyx.socket.message', this.#onMessage);
  });

  /** An idle line that loses its socket is worth nothing: the next call opens a new one. */
  readonly #onSocketClose = guarded(({socketGeneration}: {socketGeneration?: number}) => {
    // One that has been replaced meanwhile says so late.
    if (Number(socketGeneration) < this.#client.connection.socketGeneration) return;
    this.#login.restart();
    if (this.#isReady && !this.#busy) return this.#close();
    if (this.#isReady) this.#signaling.set(false);
  });

  readonly #onAsked = guarded(({method}: Request) => {
    if (method === 'login' && !this.#closed) this.#login.asked();
  });

  readonly #onAnswered = (request: Request, error?: unknown): void => {
    if (request.method === 'login') this.#login.answered(error);
    const lost = error instanceof Error && /^(RequestTimeout|StaleRequest)/.test(error.name);
    const {dialogParams, dtmf} = request.params ?? {};
    const id = dialogParams?.callID ?? '';
    if (request.method === 'telnyx_rtc.bye' && id && !lost) this.#goodbyes.confirm(id);
    if (dtmf && !error) this.#calls.get(id)?.digitsSent(dtmf);
  };

  /** The line is lost, and what is on it: the SDK tells each call. */
  #lose(failure: Failure): void {
    this.#goodbyes.giveUp();
    for (const id of this.#calls.keys()) void this.#client.calls[id]?.hangup({}, false);
    this.#settle(failure);
    if (!this.#busy) this.#close();
  }
}

/** True for a call that somebody makes now: one that is taken up again is `inbound`, too, and never rings. */
function isInvite({state, direction, recoveredCallId}: Call): boolean {
  return `${state} ${direction}` === 'ringing inbound' && !recoveredCallId;
}
