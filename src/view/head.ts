import type {TemplateResult} from 'lit';
import {html, nothing} from './html.js';

/** What stands at the top of the panel. */
export interface Head {
  readonly title: unknown;
  readonly status: unknown;
  /** Takes the place of both while it is there. */
  readonly banner?: TemplateResult | undefined;
  /** A control before them. */
  readonly before?: TemplateResult | undefined;
  /** The control after them. */
  readonly after?: TemplateResult;
}

/** The top of the panel: whom one talks to, what is going on, and the way out of it. */
export function head({title, status, banner, before, after}: Head): TemplateResult {
  return html`
    <header>
      ${before ?? nothing}
      <div class="who">
        <div aria-live="polite">${banner ?? nothing}</div>
        <div class=${banner ? 'covered' : ''}>
          <b>${title}</b>
          <span part="status">${status}</span>
        </div>
      </div>
      ${after ?? nothing}
    </header>
  `;
}

/** A control that is an icon. */
export function iconButton(
  name: string,
  icon: TemplateResult,
  action: () => void,
  className = '',
): TemplateResult {
  return html`<button part="control" class="icon ${className}" aria-label=${name} @click=${action}>
    ${icon}
  </button>`;
}
