import type {Call, ICallOptions, IClientOptions, INotification, TelnyxRTC} from '@telnyx/webrtc';
import type {Failure} from '../errors.js';
import {keepListeners} from './kept-listeners.js';
import {lineFailure} from './telnyx-mapping.js';
import type {Sdk} from './telnyx-sdk.js';
import {catchUnheard} from './unheard-requests.js';

/** How long the way from a new socket to a registered line may take (ms). The SDK itself waits for ever. */
const READY_WITHIN_MS = 15_000;

/** The line that was opened last: what the SDK keeps in the page's storage is its session. */
let latest: TelnyxLine | undefined;

/** What a line needs to open. */
export interface LineOptions {
  /** Login token (JWT). */
  readonly token: string;
  /** Signaling server instead of Telnyx's own (`ws:` or `wss:` URL). */
  readonly signalingUrl: string | undefined;
}

/** What a line tells the owner of a call. */
export interface CallListener {
  /** The SDK's call object has changed. After a recovery it is another object with the same id. */
  update(call: Call): void;
  /** The far end rings: the SDK shows it on the socket only. */
  ringing(): void;
  /** The far end has said goodbye; an update follows. */
  bye(): void;
  /** An error of the call. `code`: the SDK's number. */
  error(code: number, cause: unknown): void;
}

interface SocketMessage {
  readonly method?: string;
  readonly params?: {readonly callID?: string};
}

interface ErrorEvent {
  readonly error?: {readonly code?: number};
  readonly callId?: string;
}

/** A client of the SDK, from connecting to closing. */
export class TelnyxLine {
  /** Resolves when calls can be placed, or with the reason why they never will. */
  readonly ready: Promise<Failure | undefined>;
  readonly #client: TelnyxRTC;
  readonly #removeKept: () => void;
  readonly #calls = new Map<string, CallListener>();
  readonly #timer: ReturnType<typeof setTimeout>;
  #settle!: (failure?: Failure) => void;
  #isReady = false;
  #released = false;
  #closed = false;

  constructor(sdk: Sdk, {token, signalingUrl}: LineOptions) {
    this.ready = new Promise((resolve) => (this.#settle = resolve));
    void this.ready.then((failure) => (failure ? this.#close() : (this.#isReady = true)));
    this.#timer = setTimeout(
      () => this.#settle({code: 'connection-failed', cause: 'no answer'}),
      READY_WITHIN_MS,
    );
    // `host` is missing from the SDK's types; it is the one option that names another server.
    const options: IClientOptions & {host?: string} = {
      login_token: token,
      keepConnectionAliveOnSocketClose: true,
      enableCallReports: true,
      ...(signalingUrl && {host: signalingUrl}),
    };
    [this.#client, this.#removeKept] = keepListeners(() => new sdk(options));
    catchUnheard(this.#client);
    // The SDK logs its whole options, the token among them, to the page's console and into call reports.
    this.#client.__logger.setLevel('silent', false);
    // A new line has nothing to do with an earlier one, whose session the SDK would take up from its storage.
    this.#client.clearReconnectToken();
    latest = this;
    void this.#client.connect();
    // After connect(), which registers the SDK's own handlers: the last one registered is called first.
    this.#listen('on');
  }

  /** False once the line is given up: open another one. */
  get usable(): boolean {
    return !this.#closed && !this.#released;
  }

  /** True while a call is on the line. */
  get #busy(): boolean {
    return this.#calls.size > 0;
  }

  /** Places a call. Only on a ready line: the SDK loses what is sent before. */
  place(id: string, options: ICallOptions, listener: CallListener): Call {
    this.#calls.set(id, listener);
    try {
      return this.#client.newCall({...options, id});
    } catch (error) {
      // There is no call: it must not keep the line from closing.
      this.#calls.delete(id);
      throw error;
    }
  }

  /** Closes the line as soon as no call is left on it. */
  release(): void {
    this.#released = true;
    if (!this.#busy) this.#close();
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#settle({code: 'connection-failed', cause: 'closed'});
    this.#listen('off');
    this.#removeKept();
    const client = this.#client;
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
  }

  #listen(how: 'on' | 'off'): void {
    this.#client[how]('telnyx.ready', this.#onReady);
    this.#client[how]('telnyx.error', this.#onError);
    this.#client[how]('telnyx.notification', this.#onNotification);
    this.#client[how]('telnyx.socket.message', this.#onMessage);
    this.#client[how]('telnyx.socket.close', this.#onSocketClose);
  }

  readonly #onReady = guarded(() => this.#settle());

  readonly #onError = guarded(({error, callId}: ErrorEvent) => {
    const code = error?.code ?? 0;
    const failure = lineFailure(code);
    if (callId) this.#calls.get(callId)?.error(code, error);
    else if (failure) this.#settle({code: failure, cause: error});
  });

  readonly #onNotification = guarded(({type, call}: INotification) => {
    if (type !== 'callUpdate' || !call) return;
    const listener = this.#calls.get(call.id);
    const gone = call.state === 'hangup' || call.state === 'destroy' || call.state === 'purge';
    if (listener) listener.update(call);
    // Nobody here knows this call: left over from before, or an incoming one that nobody waits for.
    else if (!gone) void call.hangup();
    if (call.state !== 'destroy') return;
    this.#calls.delete(call.id);
    // The SDK forgets the call only after it has told: closed at once, it would say goodbye a second time.
    queueMicrotask(() => this.#released && !this.#busy && this.#close());
  });

  readonly #onMessage = guarded(({method, params}: SocketMessage) => {
    const listener = this.#calls.get(params?.callID ?? '');
    if (method === 'telnyx_rtc.ringing') listener?.ringing();
    if (method === 'telnyx_rtc.bye') listener?.bye();
  });

  /** An idle line that loses its socket is worth nothing: the next call opens a new one. */
  readonly #onSocketClose = guarded(() => {
    if (this.#isReady && !this.#busy) this.#close();
  });
}

/** An exception in a handler would stop the SDK from answering or reconnecting: it is only reported. */
function guarded<T>(handler: (event: T) => void): (event: T) => void {
  return (event) => {
    try {
      handler(event);
    } catch (error) {
      console.error('<telnyx-call-button>:', error);
    }
  };
}
