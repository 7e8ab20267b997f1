import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import {canMute, canTalk, hasCall, isLeaving, isMuted, isTalking} from '../session/selectors.js';
import {html, nothing} from './html.js';
import {keys, loudspeaker, microphone, microphoneOff, pause, play} from './icons.js';
import type {PanelActions, PanelModel, PanelPage} from './panel.js';

interface Round {
  readonly icon: TemplateResult;
  readonly text: string;
  readonly can: boolean;
  readonly action: () => void;
  /** Whether it is on. */
  readonly on?: boolean;
  /** Whether its name stays the same when it is on. */
  readonly toggle?: boolean;
  /** The page that it opens: the focus comes back to it from there. */
  readonly opens?: PanelPage;
}

/** The row of round controls: all there before the call is up, so that nothing jumps. */
export function controls(model: PanelModel, strings: Words, actions: PanelActions): unknown {
  const {state, controls: offered} = model;
  const muted = isMuted(state);
  const held = hasCall(state) && state.held;
  const row: Round[] = [];
  if (offered.has('mute'))
    row.push({
      icon: muted ? microphoneOff : microphone,
      text: muted ? strings.muted : strings.mute,
      can: canMute(state),
      action: () => actions.mute(!muted),
      on: muted,
      toggle: true,
    });
  if (offered.has('keypad'))
    row.push({
      icon: keys,
      text: strings.keypad,
      can: canTalk(state),
      action: () => actions.turnTo('keypad'),
      opens: 'keypad',
    });
  if (offered.has('hold'))
    row.push({
      icon: held ? play : pause,
      text: held ? strings.resume : strings.hold,
      can: canTalk(state),
      action: () => actions.hold(!held),
      on: held,
    });
  if (offered.has('devices') || offered.has('volume'))
    row.push({
      icon: loudspeaker,
      text: strings.audio,
      can: isTalking(state) && !isLeaving(state) && Boolean(state.devices),
      action: () => actions.turnTo('audio'),
      opens: 'audio',
    });
  return row.length
    ? html`<div class="row">${row.map((control) => round(control, isTalking(state)))}</div>`
    : nothing;
}

/** In a call a control that can't be used now keeps the focus. Before it there is none to keep. */
function round({icon, text, can, action, on, toggle, opens}: Round, talking: boolean): TemplateResult {
  return html`<button
    part="control"
    class="round ${on ? 'on' : ''}"
    data-opens=${opens ?? nothing}
    aria-pressed=${toggle ? Boolean(on) : nothing}
    aria-disabled=${talking && !can ? 'true' : nothing}
    ?disabled=${!talking}
    @click=${() => can && action()}
  >
    <span>${icon}</span>${text}
  </button>`;
}
