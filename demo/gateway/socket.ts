import type {RawData, WebSocket} from 'ws';
import {FrameError, parse, type Id, type Json, type Request} from './frames.js';
import type {Session} from './session.js';

/** What a socket needs of the exchange. */
export interface SocketHooks {
  /** Serves a request; a FrameError becomes an error answer. */
  serve(socket: Socket, request: Request, reply: (result: Json) => void): Promise<void> | void;
  /** Milliseconds to wait before this method is served (0: none), or null to leave it unanswered. */
  delay(method: string): number | null;
  /** Milliseconds to hold a request of the gateway's own back, or null to leave it unsent. */
  hold(method: string): number | null;
  /** Counts a frame. */
  count(way: 'received' | 'sent', method: string): void;
  closed(socket: Socket): void;
}

let requests = 1000;

/** One client's WebSocket: JSON-RPC both ways, in order, with the faults that were asked for. */
export class Socket {
  session: Session | null = null;
  readonly #outbox: string[] = [];
  readonly #hooks: SocketHooks;
  #frozen = false;
  #queue = Promise.resolve();

  constructor(
    private readonly ws: WebSocket,
    /** `voice_sdk_id` of the URL, null if the client has none or asks for another one. */
    readonly voiceSdkId: string | null,
    hooks: SocketHooks,
  ) {
    this.#hooks = hooks;
    ws.on('message', (data: RawData, binary: boolean) => {
      if (!binary) this.#read(String(data));
    });
    // An oversized or broken frame: ws closes the socket by itself.
    ws.on('error', () => undefined);
    ws.on('close', () => hooks.closed(this));
  }

  /** Sends a request of the gateway's own, unless it is withheld. */
  request(method: string, params: Json): void {
    const wait = this.#hooks.hold(method);
    if (wait === 0) this.tell(method, params);
    else if (wait !== null) setTimeout(() => this.tell(method, params), wait).unref();
  }

  /** Sends a request now. */
  tell(method: string, params: Json): void {
    requests += 1;
    this.#hooks.count('sent', method);
    this.#send({id: requests, method, params});
  }

  /** False once the client has left or is leaving. */
  get open(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  /** Nothing is read or sent until the thaw; the connection stays open. */
  freeze(): void {
    if (this.#frozen) return;
    this.#frozen = true;
    this.ws.pause();
  }

  thaw(): void {
    if (!this.#frozen) return;
    this.#frozen = false;
    for (const text of this.#outbox.splice(0)) this.ws.send(text);
    this.ws.resume();
  }

  /** Cuts the connection without a closing handshake. */
  drop(): void {
    this.thaw();
    this.ws.terminate();
  }

  #read(text: string): void {
    const frame = parse(text);
    if (frame.kind === 'answer') return;
    if (frame.kind === 'bad') {
      this.#hooks.count('received', 'bad frame');
      return this.#send({id: frame.id, error: {code: frame.code, message: frame.message}});
    }
    this.#hooks.count('received', frame.method);
    const delay = this.#hooks.delay(frame.method);
    if (delay === null) return;
    const due = performance.now() + delay;
    this.#queue = this.#queue.then(() => this.#serve(frame, due));
  }

  /** Serves requests one after the other; `due` is when, on the clock of `performance.now()`. */
  async #serve(request: Request, due: number): Promise<void> {
    const wait = due - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    try {
      await this.#hooks.serve(this, request, (result) => this.#answer(request.id, {result}));
    } catch (error) {
      const {code, message} = error instanceof FrameError ? error : {code: -32603, message: 'Internal error'};
      this.#answer(request.id, {error: {code, message}});
    }
  }

  #answer(id: Id | undefined, answer: Json): void {
    if (id !== undefined) this.#send({id, ...answer});
  }

  #send(frame: Json): void {
    if (this.ws.readyState !== this.ws.OPEN) return;
    const stamp = this.session && {voice_sdk_id: this.session.voiceSdkId};
    const text = JSON.stringify({jsonrpc: '2.0', ...frame, ...stamp});
    if (this.#frozen) this.#outbox.push(text);
    else this.ws.send(text);
  }
}
