import type {Level, Quality} from './state.js';

/** One measurement of a call's connection. */
export type Sample = Omit<Quality, 'level'>;

/**
 * From where on a value is no longer good, and above which it is bad. The worst one counts.
 *
 * @see https://developers.telnyx.com/docs/voice/webrtc/js-sdk
 */
const BOUNDS: Readonly<Record<keyof Sample, readonly [number, number]>> = {
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
export interface Meter {
  readonly level: Level;
  /** The last samples' levels, as long as all are worse than the level, or all better. */
  readonly run: readonly Level[];
}

/** Before the first sample. */
export const unmeasured: Meter = {level: 'good', run: []};

/** The level of one sample by itself. */
export function levelOf(sample: Sample): Level {
  const names = Object.keys(BOUNDS) as Array<keyof Sample>;
  const ranks = names.map((name) => {
    const [fair, bad] = BOUNDS[name];
    return Number(sample[name] >= fair) + Number(sample[name] > bad);
  });
  return LEVELS[Math.max(...ranks)];
}

/** What a meter says after one more sample. */
export function measure({level, run}: Meter, sample: Sample): Meter {
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
