import {expect} from '@open-wc/testing';
import {callUs, type Tag} from '../../src/locales/call-us.js';
import {en} from '../../src/locales/en.js';
import {languageFile} from '../../src/locales/index.js';
import {tags, textsIn} from '../fakes/languages.js';

const english = textsIn(en);

/** Words that other languages have in common with English. */
const ALIKE = /^(Audio|Microphone|Volume|Pause|Assistant|Send|Jitter|Codec)$/;

/** Each text has a letter of its script. */
const SCRIPTS: Partial<Record<Tag, RegExp>> = {
  el: /\p{Script=Greek}/u,
  uk: /\p{Script=Cyrillic}/u,
  ru: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ur: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
  ja: /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u,
  ko: /\p{Script=Hangul}/u,
};

/** What no text has, in any language. */
const NEVER: Record<string, RegExp> = {
  'a blank at its ends, or two in a row': /^\s|\s$|\s\s/,
  'quotation marks, apostrophes or dots of a typewriter': /["'`]|\.\.\./,
  'an exclamation mark': /[!！¡]/,
  'a technical word': /WebRTC|SIP|token/i,
  'a line break or an invisible mark': /[\n\t\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
};

/** A text's `{places}`, each as often as it stands there. */
const places = (text: string): string[] => (text.match(/\{\w*\}?/g) ?? []).toSorted();

/** The texts of which something is so. */
const where = (texts: Map<string, unknown>, isSo: (text: string, name: string) => boolean): string[] =>
  [...texts].filter(([name, text]) => isSo(String(text), name)).map(([name, text]) => `${name}: ${text}`);

for (const tag of tags) {
  describe(`The texts in ${tag}`, () => {
    let texts = new Map<string, unknown>();
    before(async () => {
      texts = textsIn(tag === 'en' ? en : (await languageFile(tag)).default);
    });

    it('are those of English: none is missing, none is unknown', () => {
      expect([...texts.keys()].toSorted()).to.deep.equal([...english.keys()].toSorted());
      expect(where(texts, (_, name) => typeof texts.get(name) !== 'string')).to.deep.equal([]);
      expect(where(texts, (text) => !text)).to.deep.equal([]);
    });

    it('have the same places for values', () => {
      const others = where(
        texts,
        (text, name) => places(text).join() !== places(String(english.get(name))).join(),
      );
      expect(others).to.deep.equal([]);
    });

    for (const [what, pattern] of Object.entries(NEVER))
      it(`have nowhere ${what}`, () => {
        expect(where(texts, (text) => pattern.test(text))).to.deep.equal([]);
        expect(callUs[tag]).not.to.match(pattern);
      });

    it('are written as they are typed: accents are parts of letters', () => {
      expect(where(texts, (text) => text !== text.normalize('NFC'))).to.deep.equal([]);
    });

    it('open and close what stands in quotation marks and brackets', () => {
      const count = (text: string, mark: RegExp) => (text.match(mark) ?? []).length;
      const pairs = [/[“”„«»「」『』]/g, /[()（）]/g];
      expect(where(texts, (text) => pairs.some((pair) => count(text, pair) % 2))).to.deep.equal([]);
    });

    if (tag !== 'en')
      it('are translated', () => {
        const same = where(texts, (text, name) => text === english.get(name) && !ALIKE.test(text));
        expect(same).to.deep.equal([]);
        const script = SCRIPTS[tag] ?? /\p{Script=Latin}/u;
        expect(where(texts, (text) => !script.test(text))).to.deep.equal([]);
      });
  });
}

it('No two languages are the same', async () => {
  const all = await Promise.all(
    tags.map(async (tag) => (tag === 'en' ? en : (await languageFile(tag)).default)),
  );
  expect(new Set(all.map((strings) => JSON.stringify(strings))).size).to.equal(tags.length);
});
