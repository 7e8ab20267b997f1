import {expect, type Page} from '@playwright/test';

/** What a page hears from the far end. */
export interface Heard {
  /** The strongest frequency, in Hz (within 6). */
  hz: number;
  /** Level of the loudest moment, in dBFS; -Infinity is digital silence. */
  db: number;
}

/** Listens for half a second to the remote track of the page's newest peer connection. Needs the probe. */
export const listen = (page: Page): Promise<Heard> =>
  page.evaluate(async () => {
    const track = window.probe.peers
      .filter((peer) => peer.signalingState !== 'closed')
      .at(-1)
      ?.getReceivers()
      .find((receiver) => receiver.track.kind === 'audio')?.track;
    if (!track) return {hz: 0, db: -Infinity};
    const stream = new MediaStream([track]);
    // Chromium decodes a remote track only while some element plays it.
    const element = new Audio();
    element.muted = true;
    element.srcObject = stream;
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, {fftSize: 8192, smoothingTimeConstant: 0});
    context.createMediaStreamSource(stream).connect(analyser);
    const wave = new Float32Array(analyser.fftSize);
    const spectrum = new Float32Array(analyser.frequencyBinCount);
    let heard = {hz: 0, db: -Infinity};
    for (let i = 0; i < 10; i += 1) {
      await new Promise((done) => setTimeout(done, 50));
      analyser.getFloatTimeDomainData(wave);
      const db = 10 * Math.log10(wave.reduce((sum, x) => sum + x * x, 0) / wave.length);
      if (db <= heard.db) continue;
      analyser.getFloatFrequencyData(spectrum);
      const peak = spectrum.reduce(
        (best, value, bin) => (value > (spectrum[best] ?? -Infinity) ? bin : best),
        0,
      );
      heard = {hz: Math.round((peak * context.sampleRate) / analyser.fftSize), db: Math.round(db)};
    }
    element.srcObject = null;
    await context.close();
    return heard;
  });

/** Waits until the page hears this frequency (within 10 Hz) at more than -45 dBFS. */
export async function expectTone(page: Page, hz: number): Promise<void> {
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

/** Waits until the page hears nothing (below -60 dBFS). */
export async function expectSilence(page: Page): Promise<void> {
  await expect
    .poll(async () => (await listen(page)).db, {message: 'silence from the far end', intervals: [0]})
    .toBeLessThan(-60);
}
