import type {CallAudio} from './call-audio.js';

/** What is shown as silence, and as loud (dB below full scale). */
const QUIET_DB = -60;
const LOUD_DB = -12;

/** How loud these samples are, as people hear it: 0 (silence) to 1 (loud). */
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const level = (10 * Math.log10(power) - QUIET_DB) / (LOUD_DB - QUIET_DB);
  return Math.min(1, Math.max(0, level));
}

/** Listens to the visitor's own microphone: what is muted is only what the call gets of it. */
export class LevelMeter {
  #stream: MediaStream | undefined;
  #source: MediaStreamAudioSourceNode | undefined;
  #analyser: AnalyserNode | undefined;
  readonly #samples = new Float32Array(2048);

  constructor(
    private readonly audio: CallAudio,
    private readonly microphone: () => MediaStream | undefined,
  ) {}

  /** How loud it is now: 0 to 1. 0 also where the browser doesn't tell. */
  read(): number {
    const stream = this.microphone();
    try {
      if (stream !== this.#stream) this.#listenTo(stream);
      if (!this.#analyser) return 0;
      this.#analyser.getFloatTimeDomainData(this.#samples);
      return loudness(this.#samples);
    } catch {
      // A microphone that this browser can't measure, or one that has just gone.
      return 0;
    }
  }

  stop(): void {
    this.#source?.disconnect();
    this.#source = this.#analyser = this.#stream = undefined;
  }

  #listenTo(stream: MediaStream | undefined): void {
    this.stop();
    this.#stream = stream;
    const {context} = this.audio;
    if (!context || !stream) return;
    this.#analyser = context.createAnalyser();
    this.#analyser.fftSize = this.#samples.length;
    this.#source = context.createMediaStreamSource(stream);
    this.#source.connect(this.#analyser);
  }
}
