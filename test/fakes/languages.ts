import {callUs, type Tag} from '../../src/locales/call-us.js';
import {en, type Words} from '../../src/locales/en.js';
import {languageFile} from '../../src/locales/index.js';

export const tags = Object.keys(callUs) as Tag[];

/** The texts of a language, as the views get them. */
export async function wordsOf(lang: Tag): Promise<Words> {
  return {...(lang === 'en' ? en : (await languageFile(lang)).default), lang};
}

/** Every text of a language by its place, as `ended.busy`. */
export function textsIn(strings: object, path = ''): Map<string, unknown> {
  return new Map(
    Object.entries(strings).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'object' && value
        ? [...textsIn(value, `${path}${name}.`)]
        : [[`${path}${name}`, value] as const],
    ),
  );
}
