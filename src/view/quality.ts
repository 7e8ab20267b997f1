import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import type {Level} from '../session/state.js';
import {html} from './html.js';

const BARS = {good: 3, warning: 2, critical: 1} as const;

/**
 * How well both hear each other. Where something is wrong the words can be seen, and are said once; else they are
 * the bars' name.
 *
 * @param status what is said beside the bars of a good connection
 * @param open leads to the figures behind them, where they are not shown yet
 */
export function quality(
  level: Level,
  status: string,
  strings: Words,
  open: (() => void) | undefined,
): TemplateResult {
  const good = level === 'good';
  const words = strings.quality[level];
  const bar = (at: number) => html`<i class=${at <= BARS[level] ? 'full' : ''}></i>`;
  const bars = html`<span
    part="quality"
    class=${level}
    role="img"
    aria-hidden=${Boolean(open) || !good}
    aria-label=${words}
    >${[1, 2, 3].map(bar)}</span
  >`;
  return html`<span aria-live="polite">${good ? '' : words}</span>${good ? status : ''}
    ${
      open
        ? html`<button
            part="control"
            class="bars"
            data-opens="quality"
            aria-label=${strings.details}
            title=${words}
            @click=${open}
          >
            ${bars}
          </button>`
        : bars
    }`;
}
