import {expect} from '@open-wc/testing';
import {hashOf} from '../../src/session/hash.js';

describe('A hash', () => {
  // Published vectors: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv (appendix C)
  const vectors: Array<[text: string, hash: number]> = [
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ];
  for (const [text, hash] of vectors)
    it(`is FNV-1a: of “${text}”`, () => {
      expect(hashOf(text)).to.equal(hash.toString(36));
    });
});
