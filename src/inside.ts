/** The page's own way out: what it has put between the tags, beside what is for another slot. */
export const wayIn = (element: Element): Element | null => element.querySelector(':scope > :not([slot])');

/** The page's own label: its text between the tags, if there is no way out. */
export const labelIn = (element: Element): string =>
  wayIn(element)
    ? ''
    : [...element.childNodes]
        .map((node) => (node instanceof Text ? node.data : ''))
        .join('')
        .trim();
