import {html, nothing, type TemplateResult} from 'lit';

/** The idle button's handset, on a grid of 24. */
const HANDSET =
  'M6.6 10.8a15 15 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.57a1 1 0 0 1-.25 1z';

/** What the button shows. */
export interface ButtonModel {
  readonly caption: string;
  /** True from the click until the panel can answer. */
  readonly busy: boolean;
  /** Whether its panel is open; undefined as long as there is nothing to open. */
  readonly expanded: boolean | undefined;
}

/** The button itself: all that a visitor sees before any intent. */
export function button({caption, busy, expanded}: ButtonModel, click: () => void): TemplateResult {
  return html`<button part="button" aria-busy=${busy} aria-expanded=${expanded ?? nothing} @click=${click}>
    <slot name="icon"
      ><svg part="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${HANDSET} /></svg></slot
    ><span part="label">${caption}</span>
  </button>`;
}
