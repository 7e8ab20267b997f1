import type {CallConfig} from '../call-config.js';
import type {CallAudio} from '../phone/call-audio.js';
import {Sounds} from '../phone/sounds.js';
import {RINGTONE, ringback} from '../phone/tones.js';
import {hasCall, isIncoming, isLeaving, isLive, isTalking, needsRingback} from '../session/selectors.js';
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
    const {noSounds, ringbackSrc, ringtoneSrc, destination = ''} = this.config();
    if (!noSounds) {
      if (isGoing(state) && !isGoing(previous)) {
        if (isIncoming(state)) this.#sounds.prepare(ringtoneSrc, 'ringtone-src');
        else this.#sounds.prepare(ringbackSrc);
      }
      if (rings(state) !== rings(previous)) {
        if (isIncoming(state)) this.#sounds.ring(RINGTONE);
        else if (rings(state)) this.#sounds.ring(ringback(destination));
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

/** Whether the visitor hears it ring: at the far end, or here. */
const rings = (state: CallState): boolean => needsRingback(state) || isIncoming(state);

const sent = (state: CallState): string => (hasCall(state) ? state.digits : '');

const speakerOf = (state: CallState): string | undefined =>
  hasCall(state) ? state.devices?.speaker : undefined;
