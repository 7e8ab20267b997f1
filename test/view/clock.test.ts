import {expect} from '@open-wc/testing';
import {clock} from '../../src/view/clock.js';

describe('The talking time', () => {
  const times = {
    0: '0:00',
    9: '0:09',
    60: '1:00',
    167: '2:47',
    3599: '59:59',
    3600: '1:00:00',
    3723: '1:02:03',
  };
  for (const [seconds, text] of Object.entries(times)) {
    it(`${seconds} s reads ${text}`, () => expect(clock(Number(seconds))).to.equal(text));
  }
});
