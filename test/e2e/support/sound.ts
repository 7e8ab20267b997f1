import type {Frame, Page} from '@playwright/test';
import {expect} from './expect.js';

/** What a page hears from the far end. */
export interface Heard {
  /** The strongest frequency between 100 and 2000 Hz (within 6). */
  hz: number;
  /** Level of the loudest moment, in dBFS; -Infinity is digital silence. */
  db: number;
}

/**
 * Listens for half a second to the remote track of the page's newest peer connection. Needs the probe. It records and
 * looks at the recording: Firefox keeps an AudioContext suspended on a machine without loudspeakers.
 */
export const listen = (page: Page | Frame): Promise<Heard> =>
  page.evaluate(async () => {
    const WINDOW = 4096;
    const RATE = 48_000;
    const nothing = {hz: 0, db: -Infinity};
    const track = window.probe.peers
      .filter((peer) => peer.signalingState !== 'closed')
      .at(-1)
      ?.getReceivers()
      .find((receiver) => receiver.track.kind === 'audio')?.track;
    if (track?.readyState !== 'live') return nothing;
    const stream = new MediaStream([track]);
    // Chromium decodes a remote track only while some element plays it.
    const element = new Audio();
    element.muted = true;
    element.srcObject = stream;
    const recorder = new MediaRecorder(stream);
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({data}) => pieces.push(data);
    const stopped = new Promise((done) => (recorder.onstop = done));
    recorder.start();
    await new Promise((done) => setTimeout(done, 500));
    if (recorder.state === 'recording') recorder.stop();
    await stopped;
    element.srcObject = null;
    const file = await new Blob(pieces).arrayBuffer();
    const context = new OfflineAudioContext(1, 1, RATE);
    // Nothing has arrived: an empty file, or a header alone.
    const sound = await context.decodeAudioData(file).catch(() => null);
    const wave = sound?.getChannelData(0) ?? new Float32Array();

    let loudest = new Float32Array();
    let power = 0;
    for (let start = 0; start + WINDOW <= wave.length; start += WINDOW / 2) {
      const piece = wave.subarray(start, start + WINDOW);
      const mean = piece.reduce((sum, x) => sum + x * x, 0) / WINDOW;
      if (mean > power) [loudest, power] = [piece, mean];
    }
    /** How much of this frequency is in the loudest moment (Goertzel), with the edges faded (Hann). */
    const strength = (hz: number): number => {
      const turn = 2 * Math.cos((2 * Math.PI * hz) / RATE);
      let [last, before] = [0, 0];
      loudest.forEach((x, index) => {
        const faded = x * Math.sin((Math.PI * index) / WINDOW) ** 2;
        [last, before] = [faded + turn * last - before, last];
      });
      return last * last + before * before - turn * last * before;
    };
    if (!power) return nothing;
    let best = {hz: 0, level: 0};
    for (let hz = 100; hz < 2000; hz += 4) {
      const level = strength(hz);
      if (level > best.level) best = {hz, level};
    }
    return {hz: best.hz, db: Math.round(10 * Math.log10(power))};
  });

/** Waits until the page hears this frequency (within 10 Hz) at more than -45 dBFS. */
export async function expectTone(page: Page | Frame, hz: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const heard = await listen(page);
        return heard.db > -45 && Math.abs(heard.hz - hz) <= 10 ? hz : heard;
      },
      {message: `a tone of ${hz} Hz from the far end`, timeout: 12_000, intervals: [0]},
    )
    .toBe(hz);
}

/** Waits until the page hears something (more than -45 dBFS). */
export async function expectSound(page: Page): Promise<void> {
  await expect
    .poll(async () => (await listen(page)).db, {message: 'a sound from the far end', intervals: [0]})
    .toBeGreaterThan(-45);
}

/** Waits until the page hears nothing (below -60 dBFS). */
export async function expectSilence(page: Page): Promise<void> {
  await expect
    .poll(async () => (await listen(page)).db, {message: 'silence from the far end', intervals: [0]})
    .toBeLessThan(-60);
}
