import {expect} from '@open-wc/testing';
import {MutedTalk} from '../../src/phone/muted-talk.js';

const EVERY_MS = 66;

/** So long (ms) at this level (0 to 1). */
type Piece = readonly [ms: number, level: number];

/** When somebody is said to talk in this sound, and when no more (ms). */
function judged(pieces: readonly Piece[], every = EVERY_MS, judge = new MutedTalk()): number[] {
  const changes: number[] = [];
  const whole = pieces.reduce((sum, [ms]) => sum + ms, 0);
  const levelAt = (at: number): number => {
    let end = 0;
    return pieces.find(([ms]) => (end += ms) > at)?.[1] ?? 0;
  };
  let was = false;
  for (let at = 0; at < whole; at += every) {
    const now = judge.hears(levelAt(at), every);
    if (now !== was) changes.push(at);
    was = now;
  }
  return changes;
}

const again = (times: number, ...pieces: Piece[]): Piece[] =>
  Array.from({length: times}, () => pieces).flat();

const quiet: Piece = [1_000, 0.1];
/** Syllables and the pauses between them. */
const speech = again(8, [180, 0.7], [70, 0.3], [120, 0.6], [90, 0.2]);

describe('Somebody who talks into a muted microphone', () => {
  const silent: Record<string, Piece[]> = {
    'nothing at all': [[10_000, 0]],
    'a quiet room': [[10_000, 0.3]],
    'a click': [quiet, [10, 1], quiet],
    'a knock': [quiet, [80, 1], quiet],
    'a cough': [quiet, [350, 0.95], quiet],
    'two coughs': [quiet, [350, 0.95], [300, 0.1], [300, 0.9], quiet],
    typing: [quiet, ...again(20, [30, 0.8], [170, 0.1]), quiet],
    'a knock at a door': [quiet, ...again(3, [60, 1], [260, 0.1]), quiet],
    whispering: again(8, [180, 0.35], [70, 0.2]),
  };
  for (const [name, pieces] of Object.entries(silent)) {
    it(`${name} is not talking`, () => {
      expect(judged(pieces)).to.deep.equal([]);
    });
  }

  it('is noticed after the first words', () => {
    const [from] = judged([quiet, ...speech, quiet]);
    expect(from).to.be.within(1_300, 2_000);
  });

  it('speaks softly, and is noticed', () => {
    expect(judged([quiet, ...again(8, [180, 0.5], [70, 0.3])])).to.have.length(1);
  });

  it('is noticed in a loud room, too', () => {
    const judge = new MutedTalk();
    judged([[20_000, 0.45]], EVERY_MS, judge);
    expect(judged(again(6, [180, 0.8], [70, 0.5]), EVERY_MS, judge)).to.have.length(1);
  });

  it('makes a pause of three seconds, and still talks', () => {
    expect(judged([...speech, [3_000, 0.1], ...speech])).to.have.length(1);
  });

  it('stops: after four quiet seconds it is over', () => {
    const talked = speech.reduce((sum, [ms]) => sum + ms, 0);
    const [, to] = judged([...speech, [6_000, 0.1]]);
    expect(to).to.be.within(talked + 3_800, talked + 4_200);
  });

  it('a vacuum cleaner is taken for noise after a few seconds, and stays so', () => {
    const judge = new MutedTalk();
    expect(judged([[20_000, 0.7]], EVERY_MS, judge)).to.have.length(2);
    judge.forget();
    expect(judged([[60_000, 0.7]], EVERY_MS, judge)).to.deep.equal([]);
  });

  it('what was heard before the microphone was muted does not count', () => {
    const judge = new MutedTalk();
    judged(speech, EVERY_MS, judge);
    judge.forget();
    expect(judged([[330, 0.8], quiet], EVERY_MS, judge)).to.deep.equal([]);
  });

  it('a timer that comes once a second says nothing', () => {
    expect(judged(again(20, [1_000, 0.8], [1_000, 0.1]), 1_000)).to.deep.equal([]);
    expect(judged([[20_000, 0.9]], 1_000)).to.deep.equal([]);
  });
});
