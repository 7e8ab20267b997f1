import type {ReactiveController} from 'lit';
import type {Complain} from '../read-values.js';
import type {Tag} from '../locales/call-us.js';
import {en, type OwnStrings, type Words} from '../locales/en.js';
import {languageFile, type FileTag} from '../locales/index.js';
import {withOwn} from '../locales/own.js';
import {inTime} from '../phone/in-time.js';
import type {CallHost} from './call-controller.js';

/** How long the panel waits for its language before it speaks English until that is there (ms). */
export const WORDS_WITHIN_MS = 1_500;

/** An element that has a language, and maybe texts of its own. */
export interface LocalizedHost extends CallHost {
  /** The nearest one that there is. */
  readonly language: Tag;
  readonly strings?: OwnStrings | null;
  readonly complain: Complain;
}

const english: Words = {...en, lang: 'en'};

/** The languages that are there or on their way: for all buttons of the page. */
const languages = new Map<Tag, Promise<Words>>();

function wordsOf(tag: FileTag): Promise<Words> {
  const file = () => inTime(languageFile(tag));
  let words = languages.get(tag);
  if (!words) {
    words = file()
      .catch(file)
      .then(({default: strings}) => ({...strings, lang: tag}));
    languages.set(tag, words);
    words.catch(() => languages.delete(tag));
  }
  return words;
}

/** The texts in the element's own language, with the page's own texts in them. */
export class LocalizeController implements ReactiveController {
  /** Nothing until it is known whether the language's file comes. */
  #texts: Words | undefined;
  #tag: Tag | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #merged: readonly [texts: Words, own: unknown, both: Words] = [english, undefined, english];

  constructor(private readonly host: LocalizedHost) {
    host.addController(this);
    this.load();
  }

  /** False while the language's file is on its way: a moment, in which nothing is said in another language. */
  get ready(): boolean {
    return Boolean(this.#texts);
  }

  get words(): Words {
    const texts = this.#texts ?? english;
    const own = this.host.strings;
    if (this.#merged[0] !== texts || this.#merged[1] !== own)
      this.#merged = [texts, own, withOwn(texts, own, this.host.complain)];
    return this.#merged[2];
  }

  /** Before a render: the language may have changed, or the element's place in the page. */
  hostUpdate(): void {
    if (this.#tag !== this.host.language) this.load();
  }

  /** Gets the texts of the element's language, unless they are there. What is shown meanwhile stays. */
  load(): void {
    const tag = (this.#tag = this.host.language);
    const show = (texts: Words): void => {
      if (this.#tag !== tag) return;
      clearTimeout(this.#timer);
      if (this.#texts === texts) return;
      this.#texts = texts;
      this.host.requestUpdate();
    };
    if (tag === 'en') return show(english);
    const fallBack = () => show(english);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(fallBack, WORDS_WITHIN_MS);
    wordsOf(tag).then(show, fallBack);
  }
}
