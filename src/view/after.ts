import type {TemplateResult} from 'lit';
import {failures} from '../errors.js';
import type {Words} from '../locales/en.js';
import {isMissed} from '../session/selectors.js';
import {head, iconButton} from './head.js';
import {html, nothing} from './html.js';
import {cross} from './icons.js';
import type {PanelActions, PanelModel} from './panel.js';
import {statusText} from './status.js';
import {fill, fromNow, span} from './words.js';

/** What is left to say once the call is over, and what can be done next. */
export function after(model: PanelModel, strings: Words, actions: PanelActions): TemplateResult {
  const {state, duration, fallback, transcript = nothing} = model;
  const text = statusText(state, strings);
  const close = iconButton(strings.close, cross, actions.dismiss);
  if (state.phase === 'ended' && !isMissed(state)) {
    const talked = state.reason === 'ended' ? span(duration, strings.lang) : '';
    return html`
      ${head({title: text, status: talked, after: close})} ${transcript}
      <div class="foot">
        <p>
          ${strings.thanks}
          <button part="control" class="link" @click=${actions.call}>${strings.callAgain}</button>
        </p>
        <p>
          <button part="control" class="link quiet" @click=${actions.check}>${strings.check.title}</button>
        </p>
      </div>
    `;
  }
  // The visitor has not tried anything.
  if (state.phase === 'ended' && state.reason === 'missed')
    return html`
      ${head({title: text, status: '', after: close})}
      ${fallback ? html`<div class="foot"><p>${strings.preferPhone} ${fallback}</p></div>` : nothing}
    `;
  const failure = state.phase === 'failed' ? state.failure : undefined;
  const lost = state.phase === 'ended' && state.reason === 'lost';
  const wait = failure?.retryAfter
    ? ` ${fill(strings.tryAgainIn, {when: fromNow(failure.retryAfter, strings.lang)})}`
    : '';
  return html`
    ${head({title: lost ? strings.cutOff : strings.couldNot, status: text + wait, after: close})}
    ${transcript}
    <div class="foot">
      ${
        !failure || failures[failure.code].retryable
          ? html`<button part="control" class="pill" @click=${actions.call}>
              ${lost ? strings.callAgain : strings.tryAgain}
            </button>`
          : nothing
      }
      ${fallback ? html`<p>${strings.preferPhone} ${fallback}</p>` : nothing}
    </div>
  `;
}
