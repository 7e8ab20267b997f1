import type {Call, TelnyxRTC} from '@telnyx/webrtc';
import {request} from './requests.js';

/** How long it is tried to tell the far end that the visitor has hung up (ms). */
export const GOODBYE_TRIED_FOR_MS = 60_000;
/** How long a server that has taken the session up again may take to offer its calls (ms). */
const ATTACHED_WITHIN_MS = 1_500;
/** How long a new line waits for the goodbyes of the one before it (ms): two at a time share one session. */
export const LAST_GOODBYE_WITHIN_MS = 4_000;

/**
 * The calls that are over for the visitor and that the server has not been told of, or has not confirmed: a hang-up
 * in a tunnel. The SDK forgets it and takes the call up again when the socket is back, microphone and all.
 */
export class Goodbyes {
  readonly #pending = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #hurried: Array<() => void> = [];
  #attaching: ReturnType<typeof setTimeout> | undefined;

  /** @param done told when nobody is left to say goodbye to */
  constructor(
    private readonly client: TelnyxRTC,
    private readonly done: () => void,
  ) {}

  get size(): number {
    return this.#pending.size;
  }

  /** The visitor has hung up. `up`: whether the server can be told now. */
  begin(call: Call, up: boolean): void {
    this.#allow(call.id, GOODBYE_TRIED_FOR_MS);
    if (up) void call.hangup();
    // The SDK would end the call for itself only: it stays until the server can be told.
    else call.deaf();
  }

  /** The server has taken the call up again: it is ended before it asks for a microphone. */
  refuse(call: Call): void {
    call.answer = async () => undefined;
    void call.hangup();
  }

  /** The server has answered, or it does not know the call any more. */
  confirm(id: string): void {
    clearTimeout(this.#pending.get(id));
    if (!this.#pending.delete(id) || this.size) return;
    this.done();
    this.#hurried.splice(0).forEach((resolve) => resolve());
  }

  /** The socket is back, with these calls. */
  reattached(ids: readonly string[]): void {
    for (const id of [...this.#pending.keys()]) if (!ids.includes(id)) this.confirm(id);
  }

  /** The line is ready again: what the server does not offer by itself is ended by name. */
  ready(): void {
    clearTimeout(this.#attaching);
    if (this.size)
      this.#attaching = setTimeout(() => this.#pending.forEach((_, id) => this.#say(id)), ATTACHED_WITHIN_MS);
  }

  /** Tries what is left for a little while only. Resolves when nothing is. */
  hurry(): Promise<void> | undefined {
    for (const id of this.#pending.keys()) this.#allow(id, LAST_GOODBYE_WITHIN_MS);
    return this.size ? new Promise((resolve) => this.#hurried.push(resolve)) : undefined;
  }

  /** Ends what is left for this side alone. */
  giveUp(): void {
    clearTimeout(this.#attaching);
    [...this.#pending.keys()].forEach((id) => this.#giveUp(id));
  }

  /** Says goodbye by name, for a call that the SDK has ended for itself only. */
  tell(id: string): void {
    const {sessionid: sessid} = this.client;
    const params = {sessid, cause: 'NORMAL_CLEARING', causeCode: 16, dialogParams: {callID: id}};
    request(this.client, 'telnyx_rtc.bye', params).catch(() => undefined);
  }

  #allow(id: string, ms: number): void {
    clearTimeout(this.#pending.get(id));
    this.#pending.set(
      id,
      setTimeout(() => this.#giveUp(id), ms),
    );
  }

  #say(id: string): void {
    const call = this.client.calls[id] as Call | undefined;
    if (call && call.state !== 'hangup') void call.hangup();
    else this.tell(id);
  }

  #giveUp(id: string): void {
    void this.client.calls[id]?.hangup({}, false);
    this.confirm(id);
  }
}
