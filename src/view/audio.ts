import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import {hasCall, isMuted, obstacleOf} from '../session/selectors.js';
import type {Device, DeviceKind} from '../session/state.js';
import {html, nothing} from './html.js';
import {chevron} from './icons.js';
import {level} from './level.js';
import type {PanelActions, PanelModel} from './panel.js';
import {fill} from './words.js';

/** What the call is spoken into and heard from, and how loud. */
export function audio({state, controls}: PanelModel, strings: Words, actions: PanelActions): unknown {
  const devices = hasCall(state) ? state.devices : undefined;
  if (!devices) return nothing;
  const {microphones, speakers, volume} = devices;
  const choice = (kind: DeviceKind, list: readonly Device[]) =>
    list.length ? picker(kind, list, devices[kind], strings, actions) : nothing;
  return html`<div class="page audio" role="group" aria-label=${strings.audio}>
    ${
      controls.has('devices')
        ? html`${choice('microphone', microphones)}
          ${level(isMuted(state) || Boolean(obstacleOf(state)), strings.level)} ${choice('speaker', speakers)}`
        : nothing
    }
    ${
      controls.has('volume')
        ? html`<label>
            <span>${strings.volume}</span>
            <input
              type="range"
              min="0"
              max="100"
              step="5"
              .value=${String(Math.round(volume * 100))}
              @input=${(event: Event) =>
                actions.setVolume(Number((event.target as HTMLInputElement).value) / 100)}
            />
          </label>`
        : nothing
    }
  </div>`;
}

/** A list that shows the device in use: another one shows once it is used. */
export function picker(
  kind: DeviceKind,
  list: readonly Device[],
  current: string,
  strings: Words,
  {choose}: Pick<PanelActions, 'choose'>,
): TemplateResult {
  const change = ({target}: Event) => {
    const select = target as HTMLSelectElement;
    const {value} = select;
    select.value = current;
    choose(kind, value);
  };
  return html`<label>
    <span>${strings[kind]}</span>
    <span class="select">
      <select @change=${change}>
        ${list.map(
          (device, index) =>
            html`<option value=${device.id} .selected=${device.id === current}>
              ${nameOf(device, index, strings)}
            </option>`,
        )}
      </select>
      ${chevron}
    </span>
  </label>`;
}

/** What a device is called. `index`: its place in the list. */
export function nameOf({id, label}: Device, index: number, strings: Words): string {
  return label || (id ? fill(strings.device, {number: index + 1}) : strings.systemDefault);
}
