/** Below this it is a room, not somebody who talks (0 to 1). */
const VOICE = 0.4;
/** How much louder than the noise around it a voice is. */
const ABOVE_NOISE = 0.15;
/** How fast a noise that does not pause is taken for one (per second). */
const LEARNED_BY = 0.1;
/** How long somebody has to talk (ms): a cough is shorter. */
const TALKS_AFTER_MS = 400;
/** How long the pauses in speech are (ms). */
const PAUSE_MS = 250;
/** How long it has to be quiet until nobody talks any more (ms). */
const QUIET_AFTER_MS = 4_000;

/**
 * Judges whether somebody talks, by how loud the microphone is. A click or a cough is too short, and what never pauses is
 * noise: the reason, maybe, why it was muted.
 */
export class MutedTalk {
  #talks = false;
  #loud = 0;
  #quiet = 0;
  #noise = 0;

  /**
   * @param level how loud it is: 0 to 1
   * @param passed since the last time (ms)
   * @returns whether somebody talks
   */
  hears(level: number, passed: number): boolean {
    this.#noise = Math.min(level, this.#noise + (LEARNED_BY * passed) / 1000);
    if (level >= Math.max(VOICE, this.#noise + ABOVE_NOISE)) {
      // After a pause, or a timer that came late, it may be something else.
      this.#loud = this.#quiet + passed > PAUSE_MS ? 0 : this.#loud + passed;
      this.#quiet = 0;
    } else this.#quiet += passed;
    if (this.#loud >= TALKS_AFTER_MS) this.#talks = true;
    if (this.#quiet >= QUIET_AFTER_MS) this.#talks = false;
    return this.#talks;
  }

  /** What was heard before does not count any more; the noise around it does. */
  forget(): void {
    this.#talks = false;
    this.#loud = 0;
  }
}
