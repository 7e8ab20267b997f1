import type {TemplateResult} from 'lit';
import {readNumber} from './config.js';
import {wayIn} from './inside.js';
import type {KitHost} from './kit-host.js';
import {html} from './view/html.js';

/** The way out, for panel and dialog: the page's own link, or one to the destination. Nothing if there is none. */
export function wayOut(host: KitHost): TemplateResult | undefined {
  const number = readNumber(host.destination);
  const link = number && html`<a href="tel:${number}" dir="ltr">${number}</a>`;
  // What the page has between its tags besides may be white space, or the button's label.
  return wayIn(host) ? html`<slot></slot>` : link || undefined;
}
