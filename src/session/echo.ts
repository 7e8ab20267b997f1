import {isTrouble} from './alerts.js';
import {loudnessOf} from './sample.js';
import type {Alert, CallingState, Device} from './state.js';
import type {MediaStats} from './stats.js';

/** How many seconds are judged at most. */
const JUDGED = 20;
/** In how many of them the far end has to be loud, and in how many nobody may be heard at all. */
const FAR = 10;
const NOBODY = 2;
/** In how many of those in which the far end is loud the microphone has to hear something. */
const FOLLOWED = 0.9;
/** Loud as speech from a speaker: 34 dB below full scale. */
const LOUD = 0.02;
/** More than a room's own noise: 40 dB below full scale. Echo cancellation that works leaves much less of the far end. */
const HEARD = 0.01;
/** What is on or in the ear lets nothing out. English, as browsers and makers name them. */
const ON_EAR = /head(set|phone)|ear(bud|phone|pod|piece)|airpod|\bbuds|hands[- ]?free/i;

/** What a second says of echo: the far end was loud, alone or with the microphone, or nobody was heard. */
type Second = 'far' | 'both' | 'nobody';

/** Whether the far end is likely to hear itself: from an open speaker through the visitor's microphone. */
export interface Echo {
  /** `likely` until the visitor has read it. Once `dismissed` it is not judged any more. */
  readonly hint: 'none' | 'likely' | 'dismissed';
  /** The last ones that say something of it. */
  readonly seconds: readonly Second[];
}

/** Before anything was heard. */
export const unjudged: Echo = {hint: 'none', seconds: []};

/** The visitor knows. */
export const dismissed: Echo = {hint: 'dismissed', seconds: []};

/**
 * Takes in one more second. An echo is likely if the microphone hears something nearly whenever the far end is loud, and
 * nothing in a pause: a noisy room is no echo. Seconds in which the visitor alone talks say nothing. Two who talk at the
 * same time don't do so all the time.
 *
 * @param looks the last looks at the connection
 * @param alerts what is wrong at the moment: without sound there is nothing to judge
 */
export function judge(
  {echo, devices, muted, held, obstacle}: CallingState,
  looks: readonly MediaStats[],
  alerts: readonly Alert[] = [],
): Echo {
  if (echo.hint === 'dismissed') return echo;
  const named = ({id, label}: Device, used: string) => id === used && ON_EAR.test(label);
  if (
    devices?.microphones.some((one) => named(one, devices.microphone)) ||
    devices?.speakers.some((one) => named(one, devices.speaker))
  )
    return echo.hint === 'likely' ? dismissed : unjudged;
  if (echo.hint === 'likely' || muted || held || obstacle || alerts.some(isTrouble)) return echo;
  const second = secondOf(looks.at(-2), looks.at(-1));
  if (!second) return echo;
  const seconds = [...echo.seconds, second].slice(-JUDGED);
  const count = (wanted: Second) => seconds.filter((one) => one === wanted).length;
  const both = count('both');
  const far = both + count('far');
  const likely = far >= FAR && both >= far * FOLLOWED && count('nobody') >= NOBODY;
  return {hint: likely ? 'likely' : 'none', seconds};
}

/** Undefined if it says nothing: the visitor alone talks, or the browser doesn't tell. */
function secondOf(before: MediaStats | undefined, now: MediaStats | undefined): Second | undefined {
  const far = loudnessOf(before?.heard, now?.heard);
  const own = loudnessOf(before?.spoken, now?.spoken);
  if (far === undefined || own === undefined) return undefined;
  if (far < LOUD) return own < HEARD ? 'nobody' : undefined;
  return own < HEARD ? 'far' : 'both';
}
