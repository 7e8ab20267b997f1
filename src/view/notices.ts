import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import {canTalk, hasCall, isLeaving, isTalking, obstacleOf} from '../session/selectors.js';
import {nameOf} from './audio.js';
import type {Alert, Device, Trouble} from '../session/state.js';
import {html, nothing} from './html.js';
import type {PanelActions, PanelModel} from './panel.js';
import {fill} from './words.js';

/** What is said of sound that is missing: of one at a time, first what the visitor can do something about. */
const TROUBLES: ReadonlyArray<readonly [Alert, Trouble]> = [
  ['microphone', 'microphone'],
  ['one-way', 'oneWay'],
  ['far-end', 'farEnd'],
];

/** What the visitor has to know now, over the clock: said once. */
export function passing({state}: PanelModel, strings: Words, {mute, dismissHint}: PanelActions): unknown {
  if (!hasCall(state) || state.leaving) return nothing;
  if (state.unheard)
    return html`<p class="notice">
      <span>${strings.youAreMuted}</span>
      <button part="control" class="link" @click=${() => mute(false)}>${strings.unmute}</button>
    </p>`;
  const {devices, quality} = state;
  const trouble = canTalk(state) && TROUBLES.find(([alert]) => quality?.alerts.includes(alert));
  if (trouble && !(state.muted && trouble[1] !== 'farEnd') && !state.held && !state.obstacle)
    return html`<p class="notice"><span>${strings.trouble[trouble[1]]}</span></p>`;
  if (state.echo.hint === 'likely')
    return html`<p class="notice">
      <span>${strings.headphones}</span>
      <button part="control" class="link" @click=${dismissHint}>${strings.gotIt}</button>
    </p>`;
  const device = devices?.switchedTo;
  if (!device) return nothing;
  const is = ({id}: Device) => id === device.id;
  const at = Math.max(devices.microphones.findIndex(is), devices.speakers.findIndex(is));
  return html`<p class="notice brief">
    <span>${fill(strings.switchedTo, {device: nameOf(device, at, strings)})}</span>
  </p>`;
}

/** What needs a tap before both can hear each other. It stands in a live region. */
export function lasting(
  {state, helped, fallback}: PanelModel,
  strings: Words,
  actions: PanelActions,
): unknown {
  if (isLeaving(state)) return nothing;
  const obstacle = obstacleOf(state);
  if (isTalking(state)) {
    if (state.soundBlocked) return pill(strings.hear, actions.hear);
    return obstacle && !helped
      ? html`<p class="notice">
          <span>${strings.notHeard}</span>
          <button part="control" class="link" @click=${() => actions.setAside(false)}>
            ${strings.turnOnMicrophone}
          </button>
        </p>`
      : nothing;
  }
  if (!obstacle) return nothing;
  return html`
    ${obstacle.asking ? nothing : pill(strings.tryAgain, actions.retry)}
    ${fallback ? html`<p class="first">${strings.preferPhone} ${fallback}</p>` : nothing}
  `;
}

const pill = (text: string, action: () => void): TemplateResult =>
  html`<button part="control" class="pill first" @click=${action}>${text}</button>`;
