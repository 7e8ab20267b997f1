/*
 * A workaround: browsers that translate a page put a `<font>` in the place of each text, which is that text still. It may go
 * when they don't (https://github.com/facebook/react/issues/11538).
 */

/** The page's own way out: what it has put between the tags, beside what is for another slot. */
export const wayIn = (element: Element): Element | null =>
  element.querySelector(':scope > :not([slot], font)');

/** The page's own label: its text between the tags, if there is no way out. */
export const labelIn = (element: Element): string =>
  wayIn(element)
    ? ''
    : [...element.childNodes]
        .map((node) => (/#text|FONT/.test(node.nodeName) ? node.textContent : ''))
        .join('')
        .trim();
