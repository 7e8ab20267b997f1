import {expect} from '@open-wc/testing';
import {transcript} from '../../src/view/transcript.js';
import {english} from '../fakes/words.js';

describe('The transcript', () => {
  it('reads an entry for links once, however often it is drawn', () => {
    let reads = 0;
    const entry = {
      id: 'a1',
      role: 'assistant' as const,
      final: true,
      get text() {
        reads++;
        return 'See https://shop.example/';
      },
    };
    const model = {entries: [entry], open: true, can: true};
    for (let times = 0; times < 3; times++) transcript(model, english, () => undefined);
    expect(reads).to.equal(1);
  });
});
