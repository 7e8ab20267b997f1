import type {Sample} from './sample.js';
import type {Level} from './state.js';

/**
 * From where on a value is no longer good, and beyond which it is bad. The worst one counts.
 *
 * @see https://developers.telnyx.com/docs/voice/webrtc/js-sdk
 */
const BOUNDS: Readonly<Record<'rtt' | 'jitter' | 'packetLoss', readonly [number, number]>> = {
  rtt: [150, 300],
  jitter: [20, 50],
  packetLoss: [1, 3],
};

const LEVELS: readonly Level[] = ['good', 'warning', 'critical'];

/** How many worse samples in a row make the level worse. */
export const WORSE_AFTER = 3;
/** How many better samples in a row make it better again. */
export const BETTER_AFTER = 5;

/** A level that does not flicker: it follows what lasts. */
export interface Steady {
  readonly level: Level;
  /** The last samples' levels, as long as all are worse than the level, or all better. */
  readonly run: readonly Level[];
}

/** Before the first sample. */
export const steady: Steady = {level: 'good', run: []};

/** The level of one sample by itself. What is not known says nothing. */
export function levelOf({mos = 5, rtt = 0, jitter, packetLoss}: Sample): Level {
  const values = {rtt, jitter, packetLoss};
  const ranks = (Object.keys(BOUNDS) as Array<keyof typeof BOUNDS>).map((name) => {
    const [fair, bad] = BOUNDS[name];
    return Number(values[name] >= fair) + Number(values[name] > bad);
  });
  return LEVELS[Math.max(Number(mos <= 4) + Number(mos < 3), ...ranks)];
}

/** What a steady level is after one more sample. */
export function measure({level, run}: Steady, sample: Sample): Steady {
  const now = levelOf(sample);
  const side = Math.sign(rank(now) - rank(level));
  if (!side) return {level, run: []};
  const longer = [...run.filter((other) => Math.sign(rank(other) - rank(level)) === side), now];
  if (longer.length < (side > 0 ? WORSE_AFTER : BETTER_AFTER)) return {level, run: longer};
  // Each of them was at least that much worse, or better.
  const ranks = longer.map(rank);
  return {level: LEVELS[side > 0 ? Math.min(...ranks) : Math.max(...ranks)], run: []};
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}
