import {callUs, type Tag} from './call-us.js';

/** An element's language as the platform sees it: the nearest `lang`, out of shadow roots too. Empty if there is none. */
export function languageOf(element: Element): string {
  const {host} = element.getRootNode() as Partial<ShadowRoot>;
  return element.closest('[lang]')?.getAttribute('lang') ?? (host ? languageOf(host) : '');
}

/** Tells of each change of an element's language, as long as the element stays in its place, and of what is written in it. */
export function watchLanguage(element: Element, changed: () => void): MutationObserver {
  const observer = new MutationObserver(changed);
  let at: Node | null | undefined = element;
  for (; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host)
    observer.observe(at, {attributeFilter: ['lang']});
  observer.observe(element, {attributeFilter: ['lang'], childList: true, characterData: true, subtree: true});
  return observer;
}

/**
 * The language that comes nearest: `pt-BR` → `pt` → `en`.
 *
 * @param lang a language tag in any case, with `-` or the `_` that content management systems write; or anything else
 */
export function nearest(lang: string): Tag {
  const tag = `${lang}-`
    .toLowerCase()
    .replace(/_/g, '-')
    .replace(/^(no|nn)-/, 'nb-')
    .replace(/^iw-/, 'he-')
    .replace(/^zh\b(?!-hans).*-(hant|tw|hk|mo)-.*/, 'zh-hant-')
    .replace(/^zh-(?!hant)/, 'zh-hans-');
  return (Object.keys(callUs) as Tag[]).find((known) => tag.startsWith(`${known.toLowerCase()}-`)) ?? 'en';
}
