import {measure, unmeasured} from '../session/quality.js';
import type {Quality} from '../session/state.js';
import type {MediaStats} from './media-stats.js';

/** How many samples (one a second) the packet loss is counted over: a single packet is no bad connection. */
const COUNTED_OVER = 5;
/** How often a quality that stays the same is told, in samples. */
const TOLD_EVERY = 5;

/** How good a call's connection is. */
export class QualityMeter {
  #meter = unmeasured;
  #counted: readonly MediaStats[] = [];
  #untold = 0;

  /** @param told at each change of the level, and every few seconds */
  constructor(private readonly told: (quality: Quality) => void) {}

  /** Takes the statistics of one more second in which sound has arrived. */
  take(stats: MediaStats): void {
    const goesOn = (this.#counted.at(-1)?.received ?? 0) <= stats.received;
    // Another connection counts from nothing.
    const before = goesOn ? this.#counted.slice(-COUNTED_OVER) : [];
    this.#counted = [...before, stats];
    const [first] = before;
    if (!first) return;
    const lost = Math.max(0, stats.lost - first.lost);
    const packetLoss = round((100 * lost) / (lost + stats.received - first.received));
    const sample = {rtt: round(stats.rtt), jitter: round(stats.jitter), packetLoss};
    const {level} = this.#meter;
    this.#meter = measure(this.#meter, sample);
    if (++this.#untold < TOLD_EVERY && this.#meter.level === level) return;
    this.#untold = 0;
    this.told({level: this.#meter.level, ...sample});
  }
}

/** One digit behind the point is more than anybody can hear. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
