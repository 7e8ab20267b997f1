import {expect} from '@open-wc/testing';
import {END, RATE, keyTones, lengthOf, ringback, wave, type Tone} from '../../src/phone/tones.js';
import {audible, peaks} from '../fakes/spectrum.js';

const US: Tone = [[2, 440, 480], [4]];
const UK: Tone = [[0.4, 400, 450], [0.2], [0.4, 400, 450], [2]];
const EUROPE: Tone = [[1, 425], [4]];

describe('The ringing of a country', () => {
  const table: ReadonlyArray<readonly [destination: string, tone: Tone]> = [
    ['+12345678900', US],
    ['+18005550100', US],
    ['+442079460000', UK],
    ['+493012345678', EUROPE],
    ['+4312345', EUROPE],
    ['+33123456789', EUROPE],
    ['sip:+12345678900@example.com', EUROPE],
    ['sip:sales@example.com', EUROPE],
    ['sales', EUROPE],
    ['', EUROPE],
  ];
  for (const [destination, tone] of table) {
    it(`of ${destination || 'nothing'}`, () => {
      expect(ringback(destination)).to.deep.equal(tone);
    });
  }
});

describe('The sound of a key', () => {
  const columns = [1209, 1336, 1477, 1633];
  const rows = [697, 770, 852, 941];
  ['123A', '456B', '789C', '*0#D'].forEach((keys, row) => {
    [...keys].forEach((key, column) => {
      it(`${key} is ${rows[row]} and ${columns[column]} Hz`, () => {
        const [[, ...hz] = [0], pause] = keyTones(key);
        expect(hz).to.deep.equal([rows[row], columns[column]]);
        expect(pause).to.have.length(1);
      });
    });
  });

  it('several come one after the other', () => {
    expect(keyTones('15')).to.deep.equal([...keyTones('1'), ...keyTones('5')]);
  });
});

describe('The wave of a tone', () => {
  const tones: Record<string, Tone> = {us: US, uk: UK, europe: EUROPE, keys: keyTones('159D'), end: END};

  for (const [name, tone] of Object.entries(tones)) {
    it(`${name}: sounds when it should, and is as long as it should be`, () => {
      const samples = wave(tone);
      expect(samples.length).to.equal(Math.round(lengthOf(tone) * RATE));
      const expected: Array<[number, number]> = [];
      let start = 0;
      for (const [seconds, ...hz] of tone) {
        if (hz.length) expected.push([start, start + seconds]);
        start += seconds;
      }
      const heard = audible(samples, RATE);
      expect(heard).to.have.length(expected.length);
      heard.flat().forEach((at, index) => expect(at).to.be.closeTo(expected.flat()[index]!, 0.005));
    });

    it(`${name}: has its frequencies, and no others`, () => {
      const samples = wave(tone);
      let start = 0;
      for (const [seconds, ...hz] of tone) {
        const from = start * RATE;
        const found = peaks(samples.subarray(from, from + Math.min(seconds, 0.2) * RATE), RATE);
        expect(found).to.have.length(hz.length);
        found.forEach((one, index) => expect(one).to.be.closeTo(hz[index]!, 4));
        start += seconds;
      }
    });

    it(`${name}: is soft, and neither begins nor ends with a click`, () => {
      const samples = wave(tone);
      expect(samples.reduce((most, sample) => Math.max(most, sample), 0)).to.be.within(0.05, 0.15);
      let start = 0;
      for (const [seconds] of tone) {
        const length = Math.round(seconds * RATE);
        const edges = [
          samples.subarray(start, start + 24),
          samples.subarray(start + length - 24, start + length),
        ];
        for (const edge of edges) expect(Math.max(...edge.map(Math.abs))).to.be.below(0.02);
        start += length;
      }
    });
  }
});
