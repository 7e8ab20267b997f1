import type {AiFrame} from './ai-frames.js';
import type {Talk} from './state.js';

/** How many seconds in a row without sound or text mean that the assistant has come to its end. */
const QUIET_FOR = 2;
/** Mean power of the far end's sound (1: full scale) that counts as speech: -50 dB. */
const AUDIBLE = 1e-5;

/** What an assistant does, and for how many seconds it has been quiet. */
export interface Talking {
  readonly talk: Talk;
  readonly quiet: number;
}

/** How every conversation begins. */
export const attentive: Talking = {talk: 'listening', quiet: 0};

/**
 * What the assistant does after a frame: it listens while the visitor's words come, thinks once they are complete or a
 * function of the page's is asked for, and speaks from the first piece of its answer.
 */
export function afterFrame(now: Talking, frame: AiFrame): Talking {
  switch (frame.type) {
    case 'heard':
      return {talk: frame.final ? 'thinking' : 'listening', quiet: 0};
    case 'tool':
      return {talk: 'thinking', quiet: 0};
    case 'says':
      return {talk: 'speaking', quiet: 0};
    case 'said':
      return now;
  }
}

/**
 * What the assistant does after one more second of its sound: whoever is heard speaks. The text is there before the voice,
 * so a moment of silence is no end.
 *
 * @param power mean power of that second (1: full scale); `undefined` where the browser doesn't tell
 */
export function afterSound({talk, quiet}: Talking, power: number | undefined): Talking {
  if (power !== undefined && power > AUDIBLE) return {talk: 'speaking', quiet: 0};
  const still = quiet + 1;
  return {talk: talk === 'speaking' && still >= QUIET_FOR ? 'listening' : talk, quiet: still};
}
