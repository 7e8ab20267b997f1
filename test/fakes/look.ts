const SELECTORS = {
  button: 'button',
  dialog: '[role=dialog]',
  link: 'a[href]',
  group: '[role=group]',
  image: '[role=img]',
  list: 'select',
  log: '[role=log]',
  slider: '[type=range]',
  status: '[role=status]',
  timer: '[role=timer]',
} as const;

export type Role = keyof typeof SELECTORS;

/** What a screen reader says of a node: its label, or the text in it, as it is laid out. */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.matches('style, [aria-hidden=true], [hidden]')) return '';
  const inside = node instanceof HTMLSlotElement && node.assignedNodes().length;
  const nodes = inside ? node.assignedNodes({flatten: true}) : (node.shadowRoot ?? node).childNodes;
  return [...nodes].map(textOf).join('');
}

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The accessible name, as far as the widget's own markup needs it. */
export function nameOf(element: Element): string {
  const label = 'labels' in element && (element.labels as NodeListOf<Element>)[0]?.firstElementChild;
  return clean(element.getAttribute('aria-label') ?? textOf(label || element));
}

/** All elements of a role that can be seen, in the element and its shadow root. */
export function all(host: HTMLElement, role: Role, name?: string | RegExp): HTMLElement[] {
  const selector = SELECTORS[role];
  const roots = [host, host.shadowRoot].filter((root) => root !== null);
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
    .filter((element) => element.checkVisibility({visibilityProperty: true}))
    .filter((element) => {
      const own = nameOf(element);
      return name === undefined || (typeof name === 'string' ? own === name : name.test(own));
    });
}

/** The one element of a role and a name. */
export function the(host: HTMLElement, role: Role, name?: string | RegExp): HTMLElement {
  const [found, second] = all(host, role, name);
  if (!found || second) {
    const seen = all(host, role).map(nameOf).join(' | ');
    throw new Error(`${second ? 'more than one' : 'no'} ${role} ${String(name ?? '')}; there are: ${seen}`);
  }
  return found;
}

/** All that can be read in the element now. */
export function read(host: HTMLElement): string {
  return clean(textOf(host));
}
