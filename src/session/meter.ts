import {calm, isTrouble, watch, wrongWith, type Watch} from './alerts.js';
import {measure, steady, type Steady} from './quality.js';
import {loudnessOf, sampleOf} from './sample.js';
import type {Alert, Quality} from './state.js';
import type {MediaStats} from './stats.js';
import {add, count, nothing, type Tally} from './summary.js';

/** How many samples (one a second) packet loss is counted over: a single packet is no bad connection. */
const COUNTED_OVER = 5;
/** Below this level (0 to 1) there is nothing to be heard: 60 dB below full scale. */
const QUIET = 0.001;
/** How long what the far end reports may show that nothing arrives there (ms): it reports every few seconds. */
const UNHEARD_FOR_MS = 12_000;

/** What a call's connection is judged by. */
export interface Meter {
  /** The last looks at it. */
  readonly looks: readonly MediaStats[];
  /** When the far end has last got something, as it says; until it says so, since when the connection is looked at (ms). */
  readonly gotAt: number;
  readonly steady: Steady;
  readonly watch: Watch;
  readonly tally: Tally;
}

/** Before the first look. */
export const unmeasured: Meter = {looks: [], gotAt: 0, steady, watch: calm, tally: nothing};

/**
 * Takes one more look at a connection.
 *
 * @param mute whether nothing is to be heard from here, as the visitor knows: muted, or without a microphone
 * @returns what it is judged by, and how good it is as soon as there is something to compare with
 */
export function look(meter: Meter, now: MediaStats, mute: boolean): readonly [Meter, Quality | undefined] {
  const last = meter.looks.at(-1);
  // Another connection counts from nothing.
  const before = last && last.received <= now.received && last.sent <= now.sent ? last : undefined;
  const looks = before ? meter.looks.slice(-COUNTED_OVER) : [];
  const gotAt = before && !gets(before, now) ? meter.gotAt : (now.reportedAt ?? now.at);
  const tally = count(meter.tally, before, now);
  const next = {...meter, looks: [...looks, now], gotAt, tally};
  const [first] = looks;
  if (!before || !first) return [next, undefined];
  const sample = sampleOf(first, now);
  const lasting = watch(meter.watch, [
    ...wrongWith(sample),
    ...(mute ? [] : silent(before, now, gotAt)),
    ...far(before, now),
  ]);
  const judged = measure(meter.steady, sample);
  return [
    {...next, steady: judged, watch: lasting, tally: add(tally, sample, lasting.on)},
    {level: judged.level, ...sample, alerts: lasting.on},
  ];
}

/** The far end is on hold: that nothing is heard is no trouble. */
export function rest(meter: Meter): Meter {
  return {...meter, watch: {on: meter.watch.on.filter((alert) => !isTrouble(alert)), against: {}}};
}

/** Whether the far end says that it has got something since. */
function gets(before: MediaStats, now: MediaStats): boolean {
  return (
    now.reportedAt !== before.reportedAt &&
    (now.reportedLoss ?? 0) < 99 &&
    (now.reportedReceived === undefined || now.reportedReceived !== before.reportedReceived)
  );
}

/** What keeps the visitor from being heard. */
function silent(before: MediaStats, now: MediaStats, gotAt: number): Alert[] {
  const reported = Math.max(now.reportedAt ?? 0, now.aliveAt ?? 0);
  const dead = now.silenced || loudnessOf(before.spoken, now.spoken) === 0;
  const oneWay = now.sent > before.sent && reported - gotAt > UNHEARD_FOR_MS;
  return [...(dead ? ['microphone' as const] : []), ...(oneWay ? ['one-way' as const] : [])];
}

function far(before: MediaStats, now: MediaStats): Alert[] {
  return (loudnessOf(before.heard, now.heard) ?? 1) < QUIET ? ['far-end'] : [];
}
