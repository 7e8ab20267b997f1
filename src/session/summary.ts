import {round, type Sample} from './sample.js';
import type {Alert} from './state.js';
import type {Codec, MediaStats, Path} from './stats.js';

/** How many seconds are remembered one by one: the chart's minute. */
export const REMEMBERED = 60;

/** A value over a whole call. Undefined if the browser has never told it. */
export interface Spread {
  readonly average: number;
  readonly min: number;
  readonly max: number;
}

/** How a call's connection was: the values are those of `Quality`. */
export interface QualitySummary {
  /** How long it was measured (s): not while it was gone or the far end on hold. */
  readonly seconds: number;
  /** Mean opinion score by ITU-T G.107: 1 (bad) to 4.5. */
  readonly mos: Spread | undefined;
  /** Round-trip time (ms). */
  readonly rtt: Spread | undefined;
  /** Interarrival jitter (ms). */
  readonly jitter: Spread;
  /** Packets that did not arrive (%). */
  readonly packetLoss: Spread;
  /** Sound that was sent, without headers. */
  readonly bytesSent: number;
  /** Sound that has arrived, without headers. */
  readonly bytesReceived: number;
  /** The codec of what was heard last. */
  readonly codec: Codec | undefined;
  /** The way that the sound took last. */
  readonly path: Path | undefined;
  /** Everything that was wrong at some time, in the order of its beginning. */
  readonly alerts: readonly Alert[];
}

interface Sum {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/** What a summary is made of. */
export interface Tally {
  readonly seconds: number;
  readonly sums: Readonly<Partial<Record<keyof Sample, Sum>>>;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly codec: Codec | undefined;
  readonly path: Path | undefined;
  readonly alerts: readonly Alert[];
  /** The mean opinion scores of the last minute, a second each. */
  readonly scores: readonly (number | undefined)[];
}

/** Before the first sample. */
export const nothing: Tally = {
  seconds: 0,
  sums: {},
  bytesSent: 0,
  bytesReceived: 0,
  codec: undefined,
  path: undefined,
  alerts: [],
  scores: [],
};

/**
 * Adds what was sent and has arrived.
 *
 * @param before the look before, if it was at the same connection: another one counts from nothing
 */
export function count(tally: Tally, before: MediaStats | undefined, now: MediaStats): Tally {
  return {
    ...tally,
    bytesSent: tally.bytesSent + now.bytesSent - (before?.bytesSent ?? 0),
    bytesReceived: tally.bytesReceived + now.bytesReceived - (before?.bytesReceived ?? 0),
    codec: now.codec,
    path: now.path,
  };
}

/** Adds a second. */
export function add(tally: Tally, sample: Sample, alerts: readonly Alert[]): Tally {
  const {seconds, sums, scores} = tally;
  const more = (name: keyof Sample) => {
    const value = sample[name];
    const {count, sum, min, max} = sums[name] ?? {count: 0, sum: 0, min: Infinity, max: -Infinity};
    return value === undefined
      ? sums[name]
      : {count: count + 1, sum: sum + value, min: Math.min(min, value), max: Math.max(max, value)};
  };
  return {
    ...tally,
    seconds: seconds + 1,
    sums: {mos: more('mos'), rtt: more('rtt'), jitter: more('jitter'), packetLoss: more('packetLoss')},
    alerts: [...new Set([...tally.alerts, ...alerts])],
    scores: [...scores, sample.mos].slice(-REMEMBERED),
  };
}

/** How a call was, if it was measured. */
export function summaryOf(tally: Tally): QualitySummary | undefined {
  const {seconds, sums, bytesSent, bytesReceived, codec, path, alerts} = tally;
  if (!seconds) return undefined;
  const spread = (sum: Sum | undefined, parts?: number): Spread | undefined =>
    sum && {average: round(sum.sum / sum.count, parts), min: sum.min, max: sum.max};
  return {
    seconds,
    mos: spread(sums.mos, 100),
    rtt: spread(sums.rtt),
    jitter: spread(sums.jitter)!,
    packetLoss: spread(sums.packetLoss)!,
    bytesSent,
    bytesReceived,
    codec,
    path,
    alerts,
  };
}
