import type {TemplateResult} from 'lit';
import type {Strings} from '../locales/en.js';
import {html} from './html.js';

/**
 * While the connection is gone in a call: what is going on, and that the call is kept. It stands in a live region,
 * and its seconds are not read out as they pass.
 *
 * @param seconds since the connection was lost
 */
export function banner(seconds: number, strings: Strings): TemplateResult {
  return html`
    <div part="banner" class="banner">
      <i class="spinner"></i>
      <div>
        <b>${strings.connectionLost}</b>
        <span aria-live="off">${strings.callKept(seconds)}</span>
      </div>
    </div>
  `;
}
