import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {impairmentOf, mosOf, ratingOf} from '../../src/session/mos.js';

type Impairment = Parameters<typeof ratingOf>[2];

const perfect: Impairment = {ie: 0, bpl: 25.1};

/** How many points of R this costs. */
const cost = (delay: number, loss: number, codec = perfect) =>
  ratingOf(0, 0, perfect) - ratingOf(delay, loss, codec);

describe('The E-model', () => {
  it('gives R 93.2 and MOS 4.41 for its default values (G.107, 7.7)', () => {
    expect(ratingOf(0, 0, perfect)).to.be.closeTo(93.2, 0.05);
    expect(mosOf(93.2)).to.be.closeTo(4.41, 0.005);
  });

  // G.107, table B.1, which rounds up; the ends by its formula.
  for (const [rating, mos] of [
    [-10, 1],
    [0, 1],
    [50, 2.58],
    [60, 3.1],
    [70, 3.6],
    [80, 4.03],
    [90, 4.34],
    [100, 4.5],
    [110, 4.5],
  ] as const)
    it(`R ${rating} is MOS ${mos}`, () => expect(mosOf(rating)).to.be.closeTo(mos, 0.01));

  // G.113, table I.2 (2001): what loss costs, in steps of the tests behind it.
  const published: ReadonlyArray<readonly [string, Impairment, ReadonlyArray<readonly [number, number]>]> = [
    [
      'G.711 with concealment',
      perfect,
      [
        [0, 0],
        [1, 5],
        [2, 7],
        [3, 10],
        [5, 15],
        [7, 20],
        [10, 25],
      ],
    ],
    [
      'G.729A with VAD',
      {ie: 11, bpl: 19},
      [
        [0, 11],
        [1, 15],
        [2, 19],
        [3, 23],
        [4, 26],
      ],
    ],
  ];
  for (const [name, codec, rows] of published)
    for (const [loss, ie] of rows)
      it(`${name} at ${loss} % loss costs ${ie}`, () => expect(cost(0, loss, codec)).to.be.closeTo(ie, 2.1));

  it('G.711 without concealment is lost at a few per cent', () => {
    expect(mosOf(ratingOf(0, 5, {ie: 0, bpl: 4.3}))).to.be.lessThan(2.2);
    expect(mosOf(ratingOf(0, 5, perfect))).to.be.greaterThan(3.8);
  });

  it('delay costs what the known fit to G.107 says below 400 ms (Cole and Rosenbluth, 2001)', () => {
    for (let delay = 20; delay < 400; delay += 20) {
      const fit = 0.024 * delay + 0.11 * Math.max(0, delay - 177.3);
      expect(cost(delay, 0), `${delay} ms`).to.be.closeTo(fit, 2.5);
    }
  });

  it('knows a codec by its MIME type, whatever its case, and takes others for G.711', () => {
    expect(impairmentOf('audio/OPUS')).to.deep.equal({ie: 0, bpl: 10.4, delay: 26.5});
    for (const name of ['audio/PCMU', 'audio/PCMA', 'audio/G722', undefined])
      expect(impairmentOf(name)).to.deep.equal({...perfect, delay: 20});
  });

  it('is never better for more delay or more loss, and always on the scale', () => {
    const delay = fc.double({min: 0, max: 2_000, noNaN: true});
    const loss = fc.double({min: 0, max: 100, noNaN: true});
    fc.assert(
      fc.property(delay, delay, loss, loss, (a, b, c, d) => {
        const codec = impairmentOf('audio/opus');
        const better = mosOf(ratingOf(Math.min(a, b), Math.min(c, d), codec));
        const worse = mosOf(ratingOf(Math.max(a, b), Math.max(c, d), codec));
        expect(worse).to.be.within(1, better + 0.01);
        expect(better).to.be.at.most(4.5);
      }),
    );
  });
});
