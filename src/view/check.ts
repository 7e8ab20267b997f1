import type {Words} from '../locales/en.js';
import type {Device, Devices} from '../session/state.js';
import {nameOf, picker} from './audio.js';
import {head, iconButton} from './head.js';
import {html, nothing} from './html.js';
import {cross} from './icons.js';
import type {Instead} from './instead.js';
import {level} from './level.js';
import type {PanelActions} from './panel.js';

/** What is known of the microphone that is tried out. */
export interface CheckModel {
  /** Nothing before the browser has listed them. */
  readonly devices: Devices | undefined;
  /** The one that is on; nothing before the browser has given it. */
  readonly device: Device | undefined;
  readonly verdict: 'heard' | 'silent' | undefined;
}

/** What the visitor can ask for. */
export interface CheckActions extends Pick<PanelActions, 'call' | 'choose'> {
  readonly leave: () => void;
}

/** The try of the microphone before a call. */
export function check(
  {devices, device, verdict}: CheckModel,
  strings: Words,
  {call, choose, leave}: CheckActions,
): Instead {
  const words = strings.check;
  const list = devices?.microphones ?? [];
  // The system's choice and one more are one and the same.
  const several = list.length > 2;
  return {
    label: words.title,
    leave,
    content: html`
      ${head({
        title: words.title,
        status: device && !several ? nameOf(device, 0, strings) : '',
        after: iconButton(strings.close, cross, leave),
      })}
      <div class="page audio check">
        ${level(!device, strings.level)}
        <p role="status" class=${verdict ?? ''}>
          ${device ? words[verdict ?? 'speak'] : strings.permissionHint}
        </p>
        ${several && devices ? picker('microphone', list, devices.microphone, strings, {choose}) : nothing}
      </div>
      <div class="foot">
        <button part="control" class="pill" @click=${call}>${words.start}</button>
      </div>
    `,
  };
}
