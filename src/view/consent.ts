import type {Words} from '../locales/en.js';
import {head} from './head.js';
import {html} from './html.js';
import type {Instead} from './instead.js';

/** What can be answered. */
export interface ConsentActions {
  readonly agree: () => void;
  readonly leave: () => void;
}

/**
 * What the visitor has to agree to before the first call.
 *
 * @param text the page's, where it has put none into the slot
 */
export function consent(
  text: string | null | undefined,
  {consent: words, cancel}: Words,
  {agree, leave}: ConsentActions,
): Instead {
  return {
    label: words.title,
    text: 'asked',
    leave,
    content: html`
      ${head({title: words.title, status: ''})}
      <div part="consent" id="asked">
        <slot name="consent"><bdi>${text}</bdi></slot>
      </div>
      <div class="foot">
        <button part="control" class="pill" @click=${agree}>${words.agree}</button>
        <button part="control" class="pill ghost" @click=${leave}>${cancel}</button>
      </div>
    `,
  };
}
