import type {TemplateResult} from 'lit';
import {html, nothing} from './html.js';

const BARS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * The meter that moves with the visitor's voice, by the style property `--_level` (0 to 1), which is not written here.
 * A screen reader is told what it is, and nothing as it moves.
 *
 * @param still whether nobody hears the visitor now
 * @param name nothing where it is mere decoration
 */
export function level(still: boolean, name?: string): TemplateResult {
  return html`<div
    part="level"
    class=${still ? 'still' : ''}
    role=${name ? 'img' : nothing}
    aria-label=${name ?? nothing}
    aria-hidden=${name ? nothing : 'true'}
  >
    ${BARS.map(() => html`<i></i>`)}
  </div>`;
}
