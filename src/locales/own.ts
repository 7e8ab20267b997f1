import type {Words} from './en.js';

/** Told of a text that can't be used, in words for the site's owner. */
type Complain = (message: string) => void;

/**
 * A language's texts with the page's own in their places. Never throws: what can't be used is complained about and
 * left out.
 *
 * @param own what the page has set as `strings`
 */
export function withOwn(texts: Words, own: unknown, complain: Complain): Words {
  return merge(texts, own, 'strings', complain) as Words;
}

function merge(texts: unknown, own: unknown, path: string, complain: Complain): unknown {
  if (own === undefined || own === null) return texts;
  if (typeof own !== typeof texts || !isUsable(own, path)) {
    complain(`${path} can’t be used and is ignored.`);
    return texts;
  }
  if (typeof texts === 'string') return own;
  const values = own as Record<string, unknown>;
  for (const name of Object.keys(values))
    if (!(name in (texts as object)) && name !== 'callUs')
      complain(`${path}.${name} is unknown and is ignored.`);
  return Object.fromEntries(
    Object.entries(texts as object).map(([name, text]) => [
      name,
      merge(text, values[name], `${path}.${name}`, complain),
    ]),
  );
}

/** `Intl` throws on what is no language tag. */
function isUsable(own: unknown, path: string): boolean {
  try {
    return path !== 'strings.lang' || Intl.getCanonicalLocales(own as string).length > 0;
  } catch {
    return false;
  }
}
