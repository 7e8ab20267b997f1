import type {FailureCode} from '../errors.js';
import {MutedTalk} from './muted-talk.js';

/** How long it may be quiet until somebody is asked whether the microphone is on (ms): people read first, and then talk. */
const SILENT_AFTER_MS = 6_000;

/** What is known of a microphone. */
export type Heard = 'heard' | 'silent';

/** Judges whether a microphone hears the visitor, by how loud it is. One that was silent can be heard later. */
export class SoundCheck {
  readonly #talk = new MutedTalk();
  #waited = 0;
  #peak = 0;
  #verdict: Heard | undefined;

  /** The loudest that was heard: 0 to 1. */
  get peak(): number {
    return this.#peak;
  }

  /**
   * @param level how loud it is: 0 to 1
   * @param passed since the last time (ms)
   * @returns nothing as long as it can't be said
   */
  hears(level: number, passed: number): Heard | undefined {
    this.#waited += passed;
    this.#peak = Math.max(this.#peak, level);
    if (this.#talk.hears(level, passed)) this.#verdict = 'heard';
    else if (this.#waited >= SILENT_AFTER_MS) this.#verdict ??= 'silent';
    return this.#verdict;
  }
}

/** What a try of the microphone has shown. */
export interface MicrophoneReport {
  /**
   * - `heard`: the visitor could be heard;
   * - `silent`: it is on, and nothing was heard for 6 s;
   * - `blocked`: the browser gave none, and the visitor has given up;
   * - `closed`: the try was over before any of that.
   */
  readonly verdict: 'heard' | 'silent' | 'blocked' | 'closed';
  /** The microphone's name; empty if the browser does not tell. */
  readonly device: string;
  /** The loudest that was heard: 0 (silence) to 1 (loud). */
  readonly peak: number;
  /** Why the browser gave none, if it is `blocked`. */
  readonly reason?: FailureCode | undefined;
}
