import type {Page} from '@playwright/test';
import {peaks} from '../../fakes/spectrum.js';
import {expect} from './expect.js';

interface OwnSounds {
  /** One for each context: everything that goes to its loudspeaker. */
  taps: Map<BaseAudioContext, AnalyserNode>;
  /** The beginning (0.1 s) of each sound that was started. */
  started: Array<{samples: number[]; rate: number}>;
  players: HTMLAudioElement[];
}

declare global {
  interface Window {
    ownSounds: OwnSounds;
  }
}

/** Before the page opens: taps what it plays itself, beside the far end. */
export async function tapSounds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const own: OwnSounds = {taps: new Map(), started: [], players: []};
    window.ownSounds = own;
    type Connect = (this: AudioNode, target: AudioNode) => AudioNode;
    const {connect} = AudioNode.prototype as unknown as {connect: Connect};
    (AudioNode.prototype as unknown as {connect: Connect}).connect = function (target) {
      if (target instanceof AudioDestinationNode && this.context instanceof AudioContext) {
        const tap = own.taps.get(this.context) ?? new AnalyserNode(this.context, {fftSize: 8192});
        tap.smoothingTimeConstant = 0;
        own.taps.set(this.context, tap);
        connect.call(this, tap);
      }
      return connect.call(this, target);
    };
    const {start} = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...when) {
      const rate = this.buffer?.sampleRate ?? 0;
      const samples = this.buffer?.getChannelData(0).slice(0, rate / 10) ?? [];
      own.started.push({samples: [...samples], rate});
      start.apply(this, when);
    };
    window.Audio = class extends Audio {
      constructor(source?: string) {
        super(source);
        own.players.push(this);
      }
    };
  });
}

/** The frequencies (Hz) that the page plays now, of those that were asked about (within 6), and no other louder one. */
const playing = (page: Page, hz: readonly number[]): Promise<number[]> =>
  page.evaluate((asked) => {
    const [context, tap] = [...window.ownSounds.taps].at(-1) ?? [];
    if (!context || !tap) return [];
    const levels = new Float32Array(tap.frequencyBinCount);
    tap.getFloatFrequencyData(levels);
    const width = context.sampleRate / tap.fftSize;
    const loudest = Math.max(...levels);
    if (loudest < -60) return [];
    const peaks = [...levels.keys()].filter(
      (at) =>
        at &&
        levels[at]! > loudest - 12 &&
        levels[at]! >= levels[at - 1]! &&
        levels[at]! >= (levels[at + 1] ?? 0 - 999),
    );
    return peaks.map((at) => asked.find((one) => Math.abs(one - at * width) <= 6) ?? Math.round(at * width));
  }, hz);

/** Waits until the page plays these frequencies (Hz) at once. */
export async function expectOwnTone(page: Page, ...hz: number[]): Promise<void> {
  await expect
    .poll(() => playing(page, hz), {message: 'a tone of the page’s own', intervals: [50]})
    .toEqual(hz);
}

/** Waits until the page plays nothing of its own. */
export async function expectNoOwnTone(page: Page): Promise<void> {
  await expect.poll(() => playing(page, []), {message: 'no tone of the page’s own'}).toEqual([]);
}

/** The frequencies (Hz, within 5) that each sound of the page's own has begun with, in order. */
export async function soundsStarted(page: Page): Promise<number[][]> {
  const started = await page.evaluate(() => window.ownSounds.started);
  return started.map(({samples, rate}) =>
    peaks(Float32Array.from(samples), rate).map((hz) => Math.round(hz / 10) * 10),
  );
}
