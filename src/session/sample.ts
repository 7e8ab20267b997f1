import {impairmentOf, mosOf, ratingOf} from './mos.js';
import type {Quality} from './state.js';
import type {Loudness, MediaStats} from './stats.js';

/** One measurement of a call's connection. */
export type Sample = Omit<Quality, 'level' | 'alerts'>;

/** How long a report of the far end counts (ms): it sends one every few seconds (RFC 3550 6.2). */
const REPORT_COUNTS_FOR_MS = 10_000;

/** What a connection was like between two looks at it. */
export function sampleOf(first: MediaStats, now: MediaStats): Sample {
  const lost = Math.max(0, now.lost - first.lost);
  const missing = (100 * lost) / Math.max(1, lost + now.received - first.received);
  const fresh = now.at - (now.reportedAt ?? 0) < REPORT_COUNTS_FOR_MS;
  const packetLoss = Math.max(missing, (fresh && now.reportedLoss) || 0);
  const {rtt, jitter} = now;
  const codec = impairmentOf(now.codec?.mimeType);
  const waits = (1000 * (now.buffered - first.buffered)) / (now.played - first.played) || 0;
  const delay = (rtt ?? 0) / 2 + waits + codec.delay;
  return {
    mos: rtt === undefined ? rtt : round(mosOf(ratingOf(delay, packetLoss, codec)), 100),
    rtt: rtt && round(rtt),
    jitter: round(jitter),
    packetLoss: round(packetLoss),
  };
}

/** How loud it was between two looks: 0 (nothing at all) to 1. Undefined if the browser doesn't tell. */
export function loudnessOf(first: Loudness | undefined, now: Loudness | undefined): number | undefined {
  const duration = (now?.duration ?? 0) - (first?.duration ?? 0);
  return first && now && duration > 0
    ? Math.sqrt(Math.max(0, now.energy - first.energy) / duration)
    : undefined;
}

/** One digit behind the point is more than anybody can hear. */
export function round(value: number, parts = 10): number {
  return Math.round(value * parts) / parts;
}
