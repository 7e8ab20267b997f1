import type {CallConfig} from '../call-config.js';
import type {CallAudio} from '../phone/call-audio.js';
import {Sounds} from '../phone/sounds.js';
import {hasCall, isLeaving, isLive, isTalking, needsRingback} from '../session/selectors.js';
import type {CallState} from '../session/state.js';

/** Makes the sounds that the visitor expects of a telephone, as the state says, and closes what they are played through. */
export class SoundController {
  readonly #sounds: Sounds;

  /** @param config of the call, with the destination that is dialled */
  constructor(
    private readonly audio: CallAudio,
    private readonly config: () => CallConfig,
  ) {
    this.#sounds = new Sounds(audio);
  }

  follow(state: CallState, previous: CallState): void {
    const {noSounds, ringbackSrc, destination = ''} = this.config();
    if (!noSounds) {
      if (isGoing(state) && !isGoing(previous)) this.#sounds.prepare(ringbackSrc);
      if (needsRingback(state) !== needsRingback(previous)) {
        if (needsRingback(state)) this.#sounds.ring(destination);
        else this.#sounds.stopRinging();
      }
      const digits = sent(state).slice(sent(previous).length);
      if (digits) this.#sounds.keys(digits);
    }
    const speaker = speakerOf(state);
    if (speaker !== undefined && speaker !== speakerOf(previous)) this.audio.speakThrough(speaker);
    if (isGoing(previous) && !isGoing(state)) {
      // Who hangs up knows it.
      if (isTalking(previous) && !isLeaving(state) && !noSounds) this.#sounds.end();
      else this.audio.close();
    }
  }
}

/** From the click until the call is over, or the visitor has hung up. */
const isGoing = (state: CallState): boolean => isLive(state) && !isLeaving(state);

const sent = (state: CallState): string => (hasCall(state) ? state.digits : '');

const speakerOf = (state: CallState): string | undefined =>
  hasCall(state) ? state.devices?.speaker : undefined;
