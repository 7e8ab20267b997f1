/** What a network does to every datagram of a call, both ways. */
export interface Impairment {
  /** How much later it arrives (ms). */
  delay: number;
  /** How much later still (ms), but for one now and then, which overtakes those before it. */
  jitter: number;
  /** How many never arrive (%). */
  loss: number;
}

export const UNIMPAIRED: Impairment = {delay: 0, jitter: 0, loss: 0};

/** Between two datagrams of sound (ms). */
const STEP_MS = 20;

/** One way between a client and its media, as bad as it is told to be. */
export class Path {
  readonly #timers = new Set<NodeJS.Timeout>();
  #onTimeAt = 0;
  #seed = 1;

  constructor(private readonly impairment: () => Impairment) {}

  /** Has a datagram delivered, later or never. */
  carry(deliver: () => unknown): void {
    const {delay, jitter, loss} = this.impairment();
    if (loss && 100 * this.#random() < loss) return;
    const wait = delay + this.#late(jitter);
    if (!wait) return void deliver();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      deliver();
    }, wait);
    this.#timers.add(timer);
  }

  /** What is still under way never arrives. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /**
   * Receivers measure only what has not been overtaken (RFC 3550 A.8): of those that are late, one arrives before the
   * next that is on time. So nearly all of the lateness is measured as jitter.
   */
  #late(jitter: number): number {
    const now = Date.now();
    if (now - this.#onTimeAt < jitter + STEP_MS) return jitter;
    this.#onTimeAt = now;
    return 0;
  }

  /** The same each time (Lehmer): 0 to 1. */
  #random(): number {
    this.#seed = (this.#seed * 48_271) % 0x7fff_ffff;
    return this.#seed / 0x7fff_ffff;
  }
}
