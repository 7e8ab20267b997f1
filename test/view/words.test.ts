import {expect} from '@open-wc/testing';
import {callUs} from '../../src/locales/call-us.js';
import {fill, fromNow, isRightToLeft, span} from '../../src/view/words.js';

const tags = Object.keys(callUs);

describe('Numbers and times in words', () => {
  it('are those of the language', () => {
    expect(span(6, 'en')).to.equal('6 sec');
    expect(span(252, 'de')).to.equal('4 Min. 12 Sek.');
    expect(span(61, 'ja')).to.equal('1 分 1 秒');
    expect(fromNow(30, 'en')).to.equal('in 30 seconds');
    expect(fromNow(1, 'fr')).to.equal('dans 1 seconde');
    expect(fromNow(300, 'pt')).to.equal('dentro de 5 minutos');
    expect(fromNow(300, 'pt-BR')).to.equal('em 5 minutos');
    for (const [minutes, words] of Object.entries({2: 'za 2 minuty', 5: 'za 5 minut'}))
      expect(fromNow(Number(minutes) * 60, 'pl')).to.equal(words);
  });

  it('have the digits of the keypad and the clock in every language', () => {
    for (const tag of tags) {
      expect(span(252, tag).match(/\p{Nd}+/gu), tag).to.deep.equal(['4', '12']);
      expect(fromNow(300, tag).match(/\p{Nd}+/gu), tag).to.deep.equal(['5']);
    }
  });

  it('can be had of any language tag, known or not', () => {
    for (const tag of ['eu', 'xx', 'de-u-nu-deva', 'zh-Hant']) expect(span(6, tag)).to.contain('6');
  });
});

describe('A text with places', () => {
  it('gets its values, and keeps what it has none for', () => {
    expect(fill('{a} and {b} and {a}', {a: 1})).to.equal('1 and {b} and 1');
  });

  it('from right to left keeps a value together', () => {
    expect(fill('عبر «{device}».', {device: 'Headset (2)'})).to.equal('عبر «\u2068Headset (2)\u2069».');
  });
});

it('Four of the languages are written from right to left', () => {
  expect(tags.filter(isRightToLeft).toSorted()).to.deep.equal(['ar', 'fa', 'he', 'ur']);
});
