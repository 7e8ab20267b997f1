import type {MediaStats} from '../session/stats.js';
import {statsOf} from './media-stats.js';

/** How often the call's sound is looked at (ms). */
const LOOKED_AT_EVERY_MS = 1_000;
/** How long no sound may arrive before it counts as gone (ms). A far end that says nothing sends silence. */
const NO_SOUND_FOR_MS = 4_000;
/** A look that comes this late (ms) means that the page was asleep. */
const ASLEEP_MS = 5_000;

/** What a watch tells. */
export interface MediaListener {
  /** Sound has begun to arrive, or arrives no longer. */
  flowing(on: boolean): void;
  /** More sound has arrived, as the connection's statistics say. Not while the call is on hold. */
  measured(stats: MediaStats): void;
  /** The page was asleep: frozen, or on a laptop that was closed. */
  woke(): void;
}

/**
 * Whether the far end's sound arrives. Neither the SDK's state nor `iceConnectionState` nor `navigator.onLine` says
 * so when a link is cut: packets do, and `connectionState` after some seconds.
 */
export class MediaWatch {
  #timer: ReturnType<typeof setInterval> | undefined;
  #peer: RTCPeerConnection | undefined;
  #packets = 0;
  #flowing = true;
  #held = false;
  #arrivedAt = 0;
  #lookedAt = 0;

  constructor(
    private readonly peer: () => RTCPeerConnection | null | undefined,
    private readonly listener: MediaListener,
  ) {}

  get flowing(): boolean {
    return this.#flowing;
  }

  /** Begins when the call is answered, and ends with it. */
  run(on: boolean): void {
    if (on === Boolean(this.#timer)) return;
    clearInterval(this.#timer);
    this.#arrivedAt = this.#lookedAt = Date.now();
    this.#timer = on ? setInterval(() => void this.#look(), LOOKED_AT_EVERY_MS) : undefined;
  }

  /** A far end on hold sends nothing, or music: its connection is all that there is to look at. */
  hold(on: boolean): void {
    this.#held = on;
  }

  /** The connection was given up for a new one: nothing flows until something has arrived on that. */
  interrupt(): void {
    this.#set(false);
  }

  async #look(): Promise<void> {
    const now = Date.now();
    const asleep = now - this.#lookedAt > ASLEEP_MS;
    this.#lookedAt = now;
    if (asleep) {
      this.#arrivedAt = now;
      this.listener.woke();
    }
    const peer = this.peer();
    const stats = peer && (await statsOf(peer));
    const packets = stats?.received ?? 0;
    if (!this.#timer) return;
    const arrived = this.#held
      ? peer?.connectionState === 'connected'
      : packets > 0 && (packets !== this.#packets || peer !== this.#peer);
    this.#packets = packets;
    this.#peer = peer ?? undefined;
    if (arrived) this.#arrivedAt = now;
    const broken = peer && /disconnected|failed|closed/.test(peer.connectionState);
    if (broken || now - this.#arrivedAt > NO_SOUND_FOR_MS) this.#set(false);
    else if (arrived) this.#set(true);
    if (stats && arrived && !this.#held) this.listener.measured(stats);
  }

  #set(flowing: boolean): void {
    if (this.#flowing === flowing) return;
    this.#flowing = flowing;
    this.listener.flowing(flowing);
  }
}
