import {expect} from '@open-wc/testing';
import {SoundCheck} from '../../src/phone/sound-check.js';

const EVERY_MS = 66;

/** So long (ms) at this level (0 to 1). */
type Piece = readonly [ms: number, level: number];

/** What is said of this sound in the end, and all that was said on the way. */
function judged(...pieces: Piece[]) {
  const check = new SoundCheck();
  const said: Array<string | undefined> = [];
  for (const [ms, level] of pieces)
    for (let at = 0; at < ms; at += EVERY_MS) {
      const verdict = check.hears(level, EVERY_MS);
      if (verdict !== said.at(-1)) said.push(verdict);
    }
  return {said, peak: check.peak};
}

describe('A microphone that is tried out', () => {
  const sounds: Record<string, [pieces: Piece[], said: string[]]> = {
    'is silent when nothing comes for 6 s': [[[6_100, 0]], ['silent']],
    'is not called silent before': [[[5_800, 0]], []],
    'is silent in a quiet room where nobody talks': [[[6_100, 0.3]], ['silent']],
    'hears a voice': [
      [
        [500, 0.1],
        [600, 0.7],
      ],
      ['heard'],
    ],
    'hears a voice that comes late': [
      [
        [7_000, 0.1],
        [600, 0.7],
      ],
      ['silent', 'heard'],
    ],
    'hears no click': [
      [
        [1_000, 0.1],
        [66, 1],
        [4_000, 0.1],
      ],
      [],
    ],
    'has heard a voice that has stopped': [
      [
        [600, 0.7],
        [9_000, 0],
      ],
      ['heard'],
    ],
  };
  for (const [what, [pieces, said]] of Object.entries(sounds))
    it(what, () => {
      expect(judged(...pieces).said).to.deep.equal(said);
    });

  it('tells how loud it was at most', () => {
    expect(judged([200, 0.2], [100, 0.9], [300, 0.4]).peak).to.equal(0.9);
  });
});
