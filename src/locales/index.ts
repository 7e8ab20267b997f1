import type {Tag} from './call-us.js';
import type {Strings} from './en.js';

type File = Promise<{readonly default: Strings}>;

/** A language whose texts are a file of their own. English is always there. */
export type FileTag = Exclude<Tag, 'en'>;

const files: Record<FileTag, () => File> = {
  ar: () => import('./ar.js'),
  cs: () => import('./cs.js'),
  da: () => import('./da.js'),
  de: () => import('./de.js'),
  el: () => import('./el.js'),
  es: () => import('./es.js'),
  fa: () => import('./fa.js'),
  fi: () => import('./fi.js'),
  fr: () => import('./fr.js'),
  he: () => import('./he.js'),
  hi: () => import('./hi.js'),
  hu: () => import('./hu.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  nb: () => import('./nb.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
  'pt-BR': () => import('./pt-BR.js'),
  ro: () => import('./ro.js'),
  ru: () => import('./ru.js'),
  sv: () => import('./sv.js'),
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
export const languageFile = (tag: FileTag): File => files[tag]();
