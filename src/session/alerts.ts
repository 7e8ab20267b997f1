import type {Sample} from './sample.js';
import type {Alert} from './state.js';

/**
 * What has to last how many seconds until it is told, and how long it has to be over until it is over. A pause in
 * speech is no silence, and a microphone with a noise gate gives nothing at all in it.
 */
const LASTS: Readonly<Record<Alert, readonly [begins: number, ends: number]>> = {
  mos: [3, 5],
  rtt: [3, 5],
  jitter: [3, 5],
  'packet-loss': [3, 5],
  microphone: [10, 1],
  'one-way': [3, 1],
  'far-end': [30, 1],
};

const ALERTS = Object.keys(LASTS) as Alert[];

/** The alerts that are on, and how many seconds in a row have said otherwise. */
export interface Watch {
  readonly on: readonly Alert[];
  readonly against: Readonly<Partial<Record<Alert, number>>>;
}

/** Before anything is wrong. */
export const calm: Watch = {on: [], against: {}};

/**
 * What is wrong with a sample by itself.
 *
 * @see https://developers.telnyx.com/docs/voice/webrtc/js-sdk (limits)
 */
export function wrongWith({mos = 5, rtt = 0, jitter, packetLoss}: Sample): Alert[] {
  const wrong: Readonly<Partial<Record<Alert, boolean>>> = {
    mos: mos < 3,
    rtt: rtt > 500,
    jitter: jitter > 100,
    'packet-loss': packetLoss > 5,
  };
  return ALERTS.filter((alert) => wrong[alert]);
}

/** What is told after one more second in which this was wrong. */
export function watch({on, against}: Watch, wrong: readonly Alert[]): Watch {
  const next: Partial<Record<Alert, number>> = {};
  const flips = (alert: Alert): boolean => {
    const is = on.includes(alert);
    if (wrong.includes(alert) === is) return false;
    const seconds = (against[alert] ?? 0) + 1;
    if (seconds >= LASTS[alert][is ? 1 : 0]) return true;
    next[alert] = seconds;
    return false;
  };
  return {on: ALERTS.filter((alert) => flips(alert) !== on.includes(alert)), against: next};
}

/** Whether it is about sound that is missing, and not about the connection. */
export function isTrouble(alert: Alert): boolean {
  return alert === 'microphone' || alert === 'one-way' || alert === 'far-end';
}
