import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import {callerOf} from '../session/selectors.js';
import {callerName} from './caller.js';
import {head, iconButton} from './head.js';
import {html} from './html.js';
import {chevron, handset, handsetDown} from './icons.js';
import type {PanelActions, PanelModel} from './panel.js';

/** Somebody calls: who, and what can be done. What the far end says of itself is only ever text. */
export function incoming(model: PanelModel, strings: Words, actions: PanelActions): TemplateResult {
  const {state} = model;
  const {name, number} = callerOf(state) ?? {};
  return html`
    ${head({
      title: html`<slot name="header" lang=${model.titleLang}>${model.title}</slot>`,
      status: strings.incoming,
      after: iconButton(strings.minimise, chevron, actions.minimise),
    })}
    <p class="caller">
      <b><bdi>${callerName(state, strings)}</bdi></b>
      ${name && number ? html`<span><bdi dir="ltr">${number}</bdi></span>` : ''}
    </p>
    <div class="foot pair">
      <button part="control" class="pill end" @click=${actions.hangUp}>
        ${handsetDown} ${strings.decline}
      </button>
      <button part="control" class="pill answer" @click=${actions.answer}>
        ${handset} ${strings.answer}
      </button>
    </div>
  `;
}
