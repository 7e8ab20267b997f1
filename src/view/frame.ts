import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import {canTalk, isLive} from '../session/selectors.js';
import type {CallState} from '../session/state.js';
import {html, nothing} from './html.js';
import {panel, type PanelActions, type PanelModel} from './panel.js';
import {typed} from './typed.js';

/** Whether typed and pasted digits are meant for the far end. */
export const takesDigits = (state: CallState, controls: PanelModel['controls']): boolean =>
  canTalk(state) && controls.has('keypad');

/** The panel with its edge, and what the keyboard does anywhere in it: Escape leads out, digits go to the far end. */
export function frame(model: PanelModel, strings: Words, actions: PanelActions): TemplateResult {
  const {state, page, controls, instead} = model;
  const out = () => {
    if (instead) instead.leave();
    else if (!isLive(state)) actions.dismiss();
    else if (page === 'call') actions.minimise();
    else actions.turnTo('call');
  };
  // What is meant for the panel is not for the page around it, which may close a dialog of its own.
  const take = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const press = (event: KeyboardEvent) => {
    // A list finds its entries by what is typed, and the page may have a field in a slot.
    const field = (event.target as Element).matches('select, textarea, input:not([type=range])');
    const digit = field ? '' : typed(event);
    if (event.key === 'Escape') out();
    else if (digit && takesDigits(state, controls)) actions.sendDigits(digit);
    else return;
    take(event);
  };
  return html`
    <section
      part="panel"
      class="panel"
      popover="manual"
      role="dialog"
      tabindex="-1"
      aria-label=${instead?.label ?? strings.panel}
      aria-describedby=${instead?.text ?? nothing}
      @keydown=${press}
    >
      ${panel(model, strings, actions)}
    </section>
  `;
}
