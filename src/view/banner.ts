import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import {html} from './html.js';
import {fill, span} from './words.js';

/**
 * While the connection is gone in a call: what is going on, and that the call is kept. It stands in a live region,
 * and its seconds are not read out as they pass.
 *
 * @param seconds since the connection was lost
 */
export function banner(seconds: number, strings: Words): TemplateResult {
  return html`
    <div part="banner" class="banner">
      <i class="spinner"></i>
      <div>
        <b>${strings.connectionLost}</b>
        <span aria-live="off">${fill(strings.callKept, {time: span(seconds, strings.lang)})}</span>
      </div>
    </div>
  `;
}
