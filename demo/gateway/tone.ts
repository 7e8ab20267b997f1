/** G.711 µ-law: samples a second, samples in one 20 ms packet. */
const RATE = 8000;
const FRAME = 160;
const FRAME_MS = 20;

/** One sample in -1…1 as a µ-law byte (ITU-T G.711). */
export function muLaw(sample: number): number {
  const clipped = Math.min(Math.round(Math.abs(sample) * 32767), 32635) + 132;
  const exponent = Math.floor(Math.log2(clipped)) - 7;
  const mantissa = (clipped >> (exponent + 3)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}

/** A note: frequency in Hz (0 is a rest) and length in ms. */
export type Note = readonly [hz: number, ms: number];

/** Plays the notes in a loop, for ever: one 20 ms µ-law payload at a time. The level is about -12 dBFS. */
export function* melody(notes: readonly Note[]): Generator<Buffer, never> {
  let phase = 0;
  let left = 0;
  let index = -1;
  let hz = 0;
  const next = (): void => {
    index = (index + 1) % notes.length;
    const note = notes[index] ?? [0, FRAME_MS];
    hz = note[0];
    left = Math.round((note[1] * RATE) / 1000);
  };
  for (;;) {
    const frame = Buffer.alloc(FRAME);
    for (let i = 0; i < FRAME; i += 1) {
      if (left === 0) next();
      left -= 1;
      phase = hz === 0 ? 0 : (phase + hz / RATE) % 1;
      frame[i] = muLaw(0.35 * Math.sin(2 * Math.PI * phase));
    }
    yield frame;
  }
}

export const TONE: readonly Note[] = [[440, 1000]];
export const SILENCE: readonly Note[] = [[0, 1000]];
/** The announcement's jingle, the assistant's voice and the short number. */
export const MUSIC: readonly Note[] = [
  [523, 220],
  [659, 220],
  [784, 220],
  [1047, 440],
  [0, 300],
];
/** What a held person hears: slower and lower, so that it is told apart from an announcement. */
export const HOLD_MUSIC: readonly Note[] = [
  [262, 400],
  [330, 400],
  [392, 800],
  [0, 600],
];

/**
 * Plays notes in real time.
 * @param send gets each payload and its RTP timestamp (8000 Hz clock)
 * @returns stops it
 */
export function play(notes: readonly Note[], send: (payload: Buffer, timestamp: number) => void): () => void {
  const frames = melody(notes);
  const start = performance.now();
  let sent = 0;
  // A timer drifts by a millisecond a tick: send what is due by the clock, so that the far end's buffer never runs dry.
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - start) / FRAME_MS);
    for (; sent < due; sent += 1) send(frames.next().value, sent * FRAME);
  }, FRAME_MS);
  return () => clearInterval(timer);
}
