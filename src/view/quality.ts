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
 */
export function quality(level: Level, status: string, strings: Words): TemplateResult {
  const good = level === 'good';
  const words = strings.quality[level];
  const bar = (at: number) => html`<i class=${at <= BARS[level] ? 'full' : ''}></i>`;
  return html`<span aria-live="polite">${good ? '' : words}</span>${good ? status : ''}
    <span part="quality" class=${level} role="img" aria-hidden=${!good} aria-label=${words}
      >${[1, 2, 3].map(bar)}</span
    >`;
}
