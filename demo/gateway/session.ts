import {randomUUID} from 'node:crypto';
import type {AssistantTalk} from './ai.js';
import type {Json} from './frames.js';
import type {Socket} from './socket.js';

/** One registered client. It outlives its socket for a grace time, so that calls can be taken up again. */
export class Session {
  readonly sessid = randomUUID();
  readonly voiceSdkId: string;
  socket: Socket | null = null;
  /** The assistant that the client talks to. */
  talk: AssistantTalk | null = null;
  #grace: NodeJS.Timeout | null = null;

  constructor(
    readonly user: string,
    readonly anonymous: boolean,
    voiceSdkId: string | null,
  ) {
    this.voiceSdkId = voiceSdkId ?? `VSDK${randomUUID()}`;
  }

  /** Sends a request to the client; lost if it has no socket. */
  request(method: string, params: Json): void {
    this.socket?.request(method, params);
  }

  /** A new socket logs in as this client; an older one is no longer its own. */
  attach(socket: Socket): void {
    this.#stopGrace();
    if (this.socket && this.socket !== socket) this.socket.session = null;
    this.socket = socket;
    socket.session = this;
  }

  /** Its socket is gone: waits, in ms, then gives the client up. */
  detach(grace: number, giveUp: () => void): void {
    this.socket = null;
    this.#stopGrace();
    this.#grace = setTimeout(giveUp, grace);
  }

  forget(): void {
    this.#stopGrace();
    if (this.socket) this.socket.session = null;
    this.socket = null;
  }

  #stopGrace(): void {
    if (this.#grace) clearTimeout(this.#grace);
    this.#grace = null;
  }
}
