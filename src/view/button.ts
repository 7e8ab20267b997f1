import {wayOff} from './button-place.js';

/** The idle button's handset, on a grid of 24. */
const HANDSET =
  'M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.3q1.7.6 3.6.6a1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1q0 1.9.6 3.6a1 1 0 0 1-.3 1z';

/** What stands in the page. */
export interface ButtonModel {
  /** Whether it stands in a corner of the window. */
  readonly apart: boolean;
  /** The button, the page's fallback, or nothing at all. */
  readonly shows: 'button' | 'fallback' | undefined;
  /** The button's text. Its name stays where a page hides the label. */
  readonly caption: string;
  /** The caption's language, if it isn't the page's own text. */
  readonly lang: string | undefined;
  /** True from the click until the panel can answer. */
  readonly busy: boolean;
  /** Whether its panel is open. */
  readonly expanded: boolean;
  /** The fallback where the page has none: the phone number. */
  readonly number: string | undefined;
}

const make = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...inside: Node[]
): HTMLElement => {
  const space = /svg|path/.test(name) ? '2000/svg' : '1999/xhtml';
  const element = document.createElementNS(`http://www.w3.org/${space}`, name) as HTMLElement;
  for (const attribute in attributes) element.setAttribute(attribute, attributes[attribute]);
  element.append(...inside);
  return element;
};

/** Adds styles where a style sheet can't be adopted. */
export const writeStyle = (root: ShadowRoot, text: string): void =>
  root.append(make('style', {}, new Text(text)));

/** Changes what is inside only where it changes: what is taken out loses the focus. */
const fill = (element: Element, content: Node | undefined): void => {
  if (element.firstChild !== content) element.replaceChildren(content ?? '');
};

/**
 * The button, or its fallback: all that a visitor sees before any intent. Made by hand: Lit's templates come with the
 * kit, for those who call.
 */
export class ButtonView {
  readonly #label = make('span', {part: 'label', dir: 'auto'});
  readonly #button = make(
    'button',
    {part: 'button', 'aria-haspopup': 'dialog'},
    make(
      'slot',
      {name: 'icon'},
      make('svg', {part: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true'}, make('path', {d: HANDSET})),
    ),
    this.#label,
  );
  readonly #link = make('a', {dir: 'ltr'});
  readonly #fallback = make('slot');
  /** As long as nothing else is shown, what the page has written inside stays in sight. */
  readonly #place = make('div', {class: 'place'}, this.#fallback);

  constructor(
    private readonly root: ShadowRoot,
    click: () => void,
  ) {
    this.#button.addEventListener('click', click);
    root.appendChild(this.#place);
  }

  show({apart, shows, caption, lang, busy, expanded, number}: ButtonModel): void {
    const place = this.#place;
    const button = this.#button;
    if (button.getAttribute('aria-label') !== caption) this.#label.textContent = caption;
    button.setAttribute('aria-label', caption);
    if (lang) button.lang = lang;
    else button.removeAttribute('lang');
    button.setAttribute('aria-busy', `${busy}`);
    button.setAttribute('aria-expanded', `${expanded}`);
    this.#link.textContent = number ?? '';
    (this.#link as HTMLAnchorElement).href = `tel:${number}`;
    const focused =
      this.root.activeElement === this.#link ||
      (place.firstChild === this.#fallback && this.root.host.querySelector(':focus'));
    fill(place, shows && {button, fallback: number ? this.#link : this.#fallback}[shows]);
    // Somebody may be at the page's link already when the button takes its place.
    if (focused && shows === 'button') button.focus({preventScroll: true});
    // The top layer, where no other part of the page covers it or cuts it off.
    if (apart) place.setAttribute('popover', 'manual');
    else place.removeAttribute('popover');
    try {
      if (apart) place.showPopover();
    } catch {
      // Browsers without popovers show it where it is, as far up as they can. One that is up already stays.
    }
    this.makeWay();
  }

  /** Makes way for what has the focus in the page, if it stands over that. */
  makeWay(): void {
    const place = this.#place;
    const {style} = place;
    const {host} = this.root;
    // What is pressed has got the focus, and must stay under the pointer until the click.
    if (place.matches(':active')) return;
    style.transform = '';
    let active = document.activeElement;
    while (active !== host && active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (!place.hasAttribute('popover') || !active || active === document.body || host.contains(active))
      return;
    const by = wayOff(place.getBoundingClientRect(), active.getBoundingClientRect(), innerHeight);
    if (by) style.transform = `translateY(${by}px)`;
  }
}
