import {en, type Words} from '../../src/locales/en.js';
import {fill, fromNow, span} from '../../src/view/words.js';

/** English, as the views get it. */
export const english: Words = {...en, lang: 'en'};

/** The promise beside a lost connection, after so many seconds. */
export const kept = (seconds: number): string => fill(en.callKept, {time: span(seconds, 'en')});

/** When to try again, in so many seconds. */
export const again = (seconds: number): string => fill(en.tryAgainIn, {when: fromNow(seconds, 'en')});
