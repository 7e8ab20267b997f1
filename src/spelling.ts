import {attributes} from './config.js';
import type {Complain} from './read-values.js';

const KNOWN: readonly string[] = Object.values(attributes);

/** What every element of a page may carry (https://html.spec.whatwg.org/#global-attributes), and `part` and ARIA's. */
const GLOBAL = new Set(
  (
    'accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint exportparts hidden ' +
    'id inert inputmode is itemid itemprop itemref itemscope itemtype key lang nonce part popover ref role slot ' +
    'spellcheck style tabindex title translate virtualkeyboardpolicy writingsuggestions'
  ).split(' '),
);

/** What a framework or a tool has put there: `data-x`, `aria-x`, `onclick`, `v-if`, `x-data`, `_ngcontent-abc`, `:x`. */
const FOREIGN = /^(on|(data|aria|ng|v|x|hx|s|q|astro|svelte|wp|jsx?)-)|[^a-z-]/;

/** More different letters than this, and it is another word. */
const ALIKE = 3;

/** Complains about attributes that are nobody's, with the name that was meant. */
export function checkNames(names: readonly string[], complain: Complain): void {
  for (const name of names) {
    if (KNOWN.includes(name) || GLOBAL.has(name) || FOREIGN.test(name)) continue;
    const [meant] = [...KNOWN].sort((a, b) => distance(name, a) - distance(name, b));
    const hint = meant && distance(name, meant) <= ALIKE ? `: did you mean "${meant}"?` : '.';
    complain(`"${name}" is no attribute of this element${hint}`);
  }
}

/** How many letters must be put in, left out or replaced to make the one of the other. */
export function distance(from: string, to: string): number {
  let row = Array.from({length: to.length + 1}, (_, at) => at);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (let at = 0; at < to.length; at++)
      next.push(Math.min(next[at] + 1, row[at + 1] + 1, row[at] + Number(letter !== to[at])));
    row = next;
  }
  return row[to.length];
}
