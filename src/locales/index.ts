import type {Tag} from './call-us.js';
import type {Strings} from './en.js';

type File = Promise<{readonly default: Strings}>;

/** A language whose texts are a file of their own. English is always there. */
export type FileTag = Exclude<Tag, 'en'>;

const files: Partial<Record<FileTag, () => File>> = {
  ar: () => import('./ar.js'),
  el: () => import('./el.js'),
  fa: () => import('./fa.js'),
  he: () => import('./he.js'),
  hi: () => import('./hi.js'),
  hu: () => import('./hu.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  ru: () => import('./ru.js'),
  tr: () => import('./tr.js'),
  uk: () => import('./uk.js'),
  ur: () => import('./ur.js'),
  'zh-Hans': () => import('./zh-Hans.js'),
  'zh-Hant': () => import('./zh-Hant.js'),
};

/**
 * Loads a language's file. In the builds for script tags another function stands in its place, which makes the file's
 * URL out of the tag, and one of its own for a second try (`languageFiles` in rollup.config.mjs).
 */
export const languageFile = async (tag: FileTag): File => files[tag]!();
