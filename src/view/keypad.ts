import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import {canTalk} from '../session/selectors.js';
import {html, nothing} from './html.js';
import type {PanelActions, PanelModel} from './panel.js';

/** The letters of a telephone's keys (ITU-T E.161); the one without any stands in line with its neighbours. */
const LETTERS: Readonly<Record<string, string>> = {
  1: '',
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
};

/** The twelve keys of a telephone: from left to right in every language. */
export function keypad({state}: PanelModel, strings: Words, {sendDigits}: PanelActions): TemplateResult {
  const can = canTalk(state);
  const name = (key: string) => (key === '*' ? strings.keys.star : key === '#' ? strings.keys.hash : nothing);
  const button = (key: string) =>
    html`<button
      part="key"
      class="key"
      aria-label=${name(key)}
      aria-disabled=${!can}
      @click=${() => can && sendDigits(key)}
    >
      ${key}${key in LETTERS ? html`<small aria-hidden="true">${LETTERS[key]}</small>` : nothing}
    </button>`;
  return html`<div part="keypad" class="page" role="group" aria-label=${strings.keypad} dir="ltr">
    ${[...'123456789*0#'].map(button)}
  </div>`;
}

/** The digits that were sent. A screen reader is told each one once; the newest can always be seen. */
export function sent(digits: string, strings: Words): TemplateResult {
  return html`<span class="digits" role="log" aria-label=${strings.digits}
    ><span><bdi dir="ltr">${[...digits].map((digit) => html`<i>${digit}</i>`)}</bdi></span></span
  >`;
}
