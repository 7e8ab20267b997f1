import type {CallAudio} from './call-audio.js';
import {END, RATE, keyTones, lengthOf, wave, type Tone} from './tones.js';

/** How long a file may take to begin (ms) before the visitor hears a tone meanwhile. */
export const FILE_BEGINS_WITHIN_MS = 2_000;

/** How loud a file is played (0 to 1): beside a voice. */
const FILE_VOLUME = 0.5;

/** The sounds of a telephone that nobody else makes. Silence where the browser plays nothing. */
export class Sounds {
  #file: HTMLAudioElement | undefined;
  #tone: AudioBufferSourceNode | undefined;
  /** Stands for a ringing with the file, from its beginning to its end. */
  #late: ReturnType<typeof setTimeout> | undefined;
  /** When the last key's tone is over, on the context's clock (s). */
  #keysUntil = 0;
  #name = '';
  #told = false;

  constructor(private readonly audio: CallAudio) {}

  /** Before the first sound, in the click's own task: later some browsers play nothing. `file`: URL of one to ring with, `name`: of its attribute. */
  prepare(file: string | undefined, name = 'ringback-src'): void {
    this.#name = name;
    void this.audio.context;
    this.#keysUntil = 0;
    // Not in the document: it plays there too.
    this.#file = file ? Object.assign(new Audio(file), {loop: true, volume: FILE_VOLUME}) : undefined;
    if (this.audio.speaker) this.#file?.setSinkId?.(this.audio.speaker).catch(() => undefined);
  }

  /** Rings with the file, or with this tone, until it is told to stop. */
  ring(ringing: Tone): void {
    const file = this.#file;
    const tone = () => void (this.#tone ??= play(this.audio.context, ringing, 0, true));
    if (!file) return tone();
    const late = (this.#late = setTimeout(tone, FILE_BEGINS_WITHIN_MS));
    file.play().then(
      () => this.#late === late && this.#hush(),
      (error: unknown) => {
        if (this.#late !== late) return;
        clearTimeout(late);
        tone();
        // A browser that plays nothing before a tap is no fault of the file.
        if (this.#told || (error instanceof Error && error.name === 'NotAllowedError')) return;
        this.#told = true;
        console.warn(
          `<telnyx-call-button>: ${this.#name}="${file.src}" can't be played, so a tone is. ${String(error)}`,
        );
      },
    );
  }

  stopRinging(): void {
    this.#hush();
    this.#late = undefined;
    this.#file?.pause();
  }

  /** The sound of each key, after those that are still to be heard. `digits`: of 0-9, *, #, A-D. */
  keys(digits: string): void {
    const {context} = this.audio;
    if (!context) return;
    const tone = keyTones(digits);
    const start = Math.max(context.currentTime, this.#keysUntil);
    this.#keysUntil = start + lengthOf(tone);
    play(context, tone, start);
  }

  /** Says that the other side is gone, and closes what it was said through. */
  end(): void {
    const context = this.audio.release();
    const close = () => void context?.close().catch(() => undefined);
    const tone = context?.state === 'running' && play(context, END);
    if (tone) tone.onended = close;
    else close();
  }

  #hush(): void {
    clearTimeout(this.#late);
    this.#tone?.stop();
    this.#tone = undefined;
  }
}

/** `start`: on the context's clock (s); default at once. */
function play(
  context: AudioContext | undefined,
  tone: Tone,
  start = 0,
  loop = false,
): AudioBufferSourceNode | undefined {
  if (!context) return undefined;
  try {
    const samples = wave(tone);
    const buffer = context.createBuffer(1, samples.length, RATE);
    buffer.copyToChannel(samples, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.loop = loop;
    source.connect(context.destination);
    source.start(start);
    return source;
  } catch {
    // A browser may refuse anything: the call goes on in silence.
    return undefined;
  }
}
