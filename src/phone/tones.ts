/** So many seconds of these frequencies (Hz) at once. None: a pause. */
export type Beat = readonly [seconds: number, ...hz: number[]];

/** What is heard, one beat after the other. */
export type Tone = readonly Beat[];

/** Samples a second. Above all that a tone has, and its mirror images lie where nobody hears them. */
export const RATE = 24_000;

/** Each frequency of a beat, as a share of full scale: soft beside a voice. */
const LOUDNESS = 0.07;
/** A beat that began or ended at once would click (s). */
const FADE = 0.012;

/**
 * What a caller hears while it rings, by the beginning of the number. Anything else, a SIP address too: most of Europe's.
 *
 * @see ITU-T E.180 Supplement 2, "Various tones used in national networks"
 */
const RINGBACK: ReadonlyArray<readonly [prefix: string, tone: Tone]> = [
  ['+1', [[2, 440, 480], [4]]],
  ['+44', [[0.4, 400, 450], [0.2], [0.4, 400, 450], [2]]],
  ['', [[1, 425], [4]]],
];

/** The ringing that somebody who calls there is used to, once round. `destination`: E.164 number or SIP address. */
export function ringback(destination: string): Tone {
  return RINGBACK.find(([prefix]) => destination.startsWith(prefix))![1];
}

/**
 * Frequencies (Hz) of a keypad's rows and columns.
 *
 * @see ITU-T Q.23
 */
const ROWS = [697, 770, 852, 941] as const;
const COLUMNS = [1209, 1336, 1477, 1633] as const;
const KEYS = '123A456B789C*0#D';

/** The sound of these keys, one after the other. `digits`: of 0-9, *, #, A-D. */
export function keyTones(digits: string): Tone {
  return [...digits].flatMap((digit): Tone => {
    const at = KEYS.indexOf(digit);
    return [[0.1, ROWS[at >> 2], COLUMNS[at & 3]], [0.06]];
  });
}

/** Says that the other side is gone: two notes, falling. */
export const END: Tone = [[0.14, 523], [0.03], [0.22, 392]];

/** Somebody calls: unlike any country's own, twice and a pause, once round. */
export const RINGTONE: Tone = [[0.35, 587, 740], [0.25], [0.35, 587, 740], [1.8]];

/** How long a tone is (s). */
export const lengthOf = (tone: Tone): number => tone.reduce((sum, [seconds]) => sum + seconds, 0);

/** A tone as a wave between -1 and 1, `RATE` samples a second. */
export function wave(tone: Tone): Float32Array<ArrayBuffer> {
  const all = new Float32Array(Math.round(lengthOf(tone) * RATE));
  let start = 0;
  for (const [seconds, ...hz] of tone) {
    const length = Math.round(seconds * RATE);
    for (let at = 0; hz.length && at < length; at++) {
      const edge = Math.min(1, at / RATE / FADE, (length - at) / RATE / FADE);
      for (const one of hz) all[start + at] += LOUDNESS * edge * Math.sin((2 * Math.PI * one * at) / RATE);
    }
    start += length;
  }
  return all;
}
