import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import {canTalk, isLive} from '../session/selectors.js';
import {html} from './html.js';
import {panel, type PanelActions, type PanelModel} from './panel.js';
import {pasted, typed} from './typed.js';

/** The panel with its edge, and what the keyboard does anywhere in it: Escape leads out, digits go to the far end. */
export function frame(model: PanelModel, strings: Words, actions: PanelActions): TemplateResult {
  const {state, page, controls} = model;
  const out = () =>
    isLive(state) ? (page === 'call' ? actions.minimise() : actions.turnTo('call')) : actions.dismiss();
  // What is meant for the panel is not for the page around it, which may close a dialog of its own.
  const take = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const send = (event: Event, digits: string) => {
    if (!digits || !canTalk(state) || !controls.has('keypad')) return;
    take(event);
    actions.sendDigits(digits);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return send(event, typed(event));
    take(event);
    out();
  };
  return html`
    <section
      part="panel"
      class="panel"
      popover="manual"
      role="dialog"
      tabindex="-1"
      aria-label=${strings.panel}
      @keydown=${press}
      @paste=${(event: ClipboardEvent) => send(event, pasted(event.clipboardData?.getData('text') ?? ''))}
    >
      ${panel(model, strings, actions)}
    </section>
  `;
}
