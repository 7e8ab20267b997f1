import type {TelnyxRTC} from '@telnyx/webrtc';
import {request} from './requests.js';

/** How often a socket with a call is asked whether it still works (ms): the SDK waits 20 s for that. */
const PROBED_EVERY_MS = 4_000;
/** How long the server may take to answer before the socket counts as stalled (ms). */
const ANSWERED_WITHIN_MS = 3_000;

/** Whether the server of a line with calls can be reached. */
export class SignalingWatch {
  #open = true;
  #stalled = false;
  /** True once the network or the page is back: a socket that says nothing then is of before. */
  #doubted = false;
  #probes: ReturnType<typeof setInterval> | undefined;
  #overdue: ReturnType<typeof setTimeout> | undefined;

  /** @param changed told when the server is gone, or back */
  constructor(
    private readonly client: TelnyxRTC,
    private readonly changed: () => void,
  ) {}

  /** False from the loss of the socket until the line is registered again, and while the socket is stalled. */
  get up(): boolean {
    return this.#open && !this.#stalled;
  }

  /** Begins with the first call, and ends with the last. */
  run(on: boolean): void {
    if (on === Boolean(this.#probes)) return;
    const how = on ? 'addEventListener' : 'removeEventListener';
    window[how]('offline', this.#stall);
    window[how]('online', this.nudge);
    clearInterval(this.#probes);
    clearTimeout(this.#overdue);
    this.#probes = on ? setInterval(() => this.#probe(), PROBED_EVERY_MS) : undefined;
  }

  /** The socket has closed, or the line is registered. */
  set(open: boolean): void {
    this.#doubted = false;
    this.#set(open, false);
  }

  /** Tries at once instead of waiting for the SDK's backoff: the network is back, or the tab. */
  readonly nudge = (): void => {
    this.#doubted = true;
    if (this.client.connected) return this.#probe();
    this.client.resetReconnectAttempts();
    void this.client.connect();
  };

  readonly #stall = (): void => this.#set(this.#open, true);

  /** The SDK would wait for 10 s more. */
  readonly #late = (): void => {
    if (this.#doubted) this.client.socketDisconnect();
    this.#doubted = false;
    this.#stall();
  };

  #set(open: boolean, stalled: boolean): void {
    clearTimeout(this.#overdue);
    const {up} = this;
    this.#open = open;
    this.#stalled = stalled;
    if (up !== this.up) this.changed();
  }

  #probe(): void {
    if (!this.#open || !this.client.connected) return;
    clearTimeout(this.#overdue);
    this.#overdue = setTimeout(this.#late, ANSWERED_WITHIN_MS);
    // Answers to a socket that was replaced meanwhile are rejected by the SDK.
    request(this.client, 'telnyx_rtc.ping', {}).then(
      () => {
        this.#doubted = false;
        this.#set(this.#open, false);
      },
      () => undefined,
    );
  }
}
