import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {attributes} from '../src/config.js';
import {checkNames, distance} from '../src/spelling.js';

const complaints = (...names: string[]): string[] => {
  const said: string[] = [];
  checkNames(names, (message) => said.push(message));
  return said;
};

describe('An attribute that nobody knows', () => {
  const misspelt = {
    'token-ulr': 'token-url',
    tokenurl: 'token-url',
    destnation: 'destination',
    'caller-nmae': 'caller-name',
    lable: 'label',
    possition: 'position',
    'no-sound': 'no-sounds',
    themes: 'theme',
    warmup: 'warm-up',
  };
  for (const [name, meant] of Object.entries(misspelt)) {
    it(`${name} is told with the nearest name`, () => {
      const [said = '', ...more] = complaints(name);
      expect(more).to.have.length(0);
      expect(said).to.contain(`"${name}"`);
      expect(said).to.contain(`did you mean "${meant}"?`);
    });
  }

  it('is told without one where none is near', () => {
    expect(complaints('colour')).to.deep.equal(['"colour" is no attribute of this element.']);
  });

  const fine = [
    ...Object.values(attributes),
    'id',
    'class',
    'style',
    'lang',
    'dir',
    'hidden',
    'slot',
    'part',
    'title',
    'role',
    'popover',
    'data-telnyx-call',
    'data-v-7ba5bd90',
    'aria-label',
    'onclick',
    '@click',
    ':label',
    'v-if',
    'v-on:click',
    'x-data',
    'x-on:click.prevent',
    'ng-if',
    'ng-reflect-token-url',
    '_ngcontent-abc-1',
    'hx-get',
    'astro-cid-1',
    'svelte-1x2',
    'wp-bind--hidden',
    'on:click',
    'xml:lang',
    'q:id',
  ];
  for (const name of fine) it(`${name} is somebody’s`, () => expect(complaints(name)).to.deep.equal([]));
});

describe('The distance of two names', () => {
  const pairs: Array<[string, string, number]> = [
    ['', '', 0],
    ['', 'abc', 3],
    ['label', 'label', 0],
    ['lable', 'label', 2],
    ['kitten', 'sitting', 3],
  ];
  for (const [a, b, expected] of pairs)
    it(`${a || '(nothing)'} to ${b || '(nothing)'}: ${expected}`, () =>
      expect(distance(a, b)).to.equal(expected));

  it('is the same both ways, zero only for the same, and never more than the longer one', () => {
    const word = fc.string({maxLength: 12, unit: 'grapheme-ascii'});
    fc.assert(
      fc.property(word, word, (a, b) => {
        const found = distance(a, b);
        expect(found).to.equal(distance(b, a));
        expect(found === 0).to.equal(a === b);
        expect(found).to.be.at.most(Math.max(a.length, b.length));
      }),
    );
  });
});
