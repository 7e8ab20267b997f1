import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import {
  canMute,
  isCut,
  isLeaving,
  isLive,
  isMissed,
  isMuted,
  isTalking,
  obstacleOf,
} from '../session/selectors.js';
import type {Control} from '../config.js';
import type {CallState, DeviceKind} from '../session/state.js';
import {failures} from '../errors.js';
import {clock} from './clock.js';
import {html, nothing} from './html.js';
import {banner} from './banner.js';
import {chevron, cross, microphone, microphoneOff} from './icons.js';
import {fill, fromNow, span} from './words.js';

/** What stands in the middle of the panel in a call. */
export type PanelPage = 'call' | 'keypad' | 'audio';

/** What the panel shows. */
export interface PanelModel {
  readonly page: PanelPage;
  /** What it offers in a call. */
  readonly controls: ReadonlySet<Control>;
  readonly state: CallState;
  /** Whom the visitor talks to, or what the button says. */
  readonly title: string;
  /** Talking time (s). */
  readonly duration: number;
  /** How long the call has been without its connection (s). */
  readonly lostFor: number;
  /** True while the recovery dialog says what is wrong with the microphone. */
  readonly helped: boolean;
  /** Whether the page gave a way out, as a link to the phone number. */
  readonly fallback: TemplateResult | undefined;
}

/** What the visitor can ask for. */
export interface PanelActions {
  readonly call: () => void;
  readonly hangUp: () => void;
  readonly mute: (on: boolean) => void;
  readonly hold: (on: boolean) => void;
  /** `digits`: of 0-9, *, #, A-D. */
  readonly sendDigits: (digits: string) => void;
  readonly choose: (kind: DeviceKind, id: string) => void;
  /** `level`: 0 to 1. */
  readonly setVolume: (level: number) => void;
  readonly turnTo: (page: PanelPage) => void;
  readonly retry: () => void;
  readonly setAside: (on: boolean) => void;
  readonly hear: () => void;
  readonly minimise: () => void;
  readonly dismiss: () => void;
}

/** The state in a few words, for the panel, the button of a hidden panel, and screen readers. */
export function statusText(state: CallState, strings: Words): string {
  if (isLeaving(state)) return strings.leaving;
  switch (state.phase) {
    case 'idle':
      return '';
    case 'ended':
      return strings.ended[state.reason];
    case 'failed':
      return strings.failed[state.failure.code];
    case 'permission':
      return state.obstacle ? strings.failed[state.obstacle.failure.code] : strings.permission;
    default:
      return strings[state.phase];
  }
}

/** The inside of the call panel, from the click to the last word. */
export function panel(model: PanelModel, strings: Words, actions: PanelActions): TemplateResult {
  return isLive(model.state) ? live(model, strings, actions) : after(model, strings, actions);
}

function live(model: PanelModel, strings: Words, actions: PanelActions): TemplateResult {
  const {state, title, duration, lostFor} = model;
  const muted = isMuted(state);
  const talking = isTalking(state);
  return html`
    <div aria-live="polite">${isCut(state) ? banner(lostFor, strings) : nothing}</div>
    ${head(html`<slot name="header">${title}</slot>`, statusText(state, strings), chevron, strings.minimise, actions.minimise)}
    <div class="middle">
      <div part="timer" class=${talking ? '' : 'soft'} role="timer" aria-label=${strings.duration}>
        ${state.phase === 'permission' ? html`<small>${state.obstacle ? '' : strings.permissionHint}</small>` : clock(duration)}
      </div>
      <button
        part="control"
        class="round"
        aria-pressed=${muted}
        ?disabled=${!canMute(state)}
        @click=${() => actions.mute(!muted)}
      >
        <span>${muted ? microphoneOff : microphone}</span>${muted ? strings.muted : strings.mute}
      </button>
    </div>
    ${extra(model, strings, actions)}
    <button part="control" class="pill end" ?disabled=${isLeaving(state)} @click=${actions.hangUp}>
      ${talking ? strings.hangUp : strings.cancel}
    </button>
  `;
}

/** What needs a tap before both can hear each other. */
function extra({state, helped, fallback}: PanelModel, strings: Words, actions: PanelActions): unknown {
  if (isLeaving(state)) return nothing;
  const obstacle = obstacleOf(state);
  const pill = (text: string, action: () => void) =>
    html`<button part="control" class="pill first" @click=${action}>${text}</button>`;
  if (isTalking(state)) {
    if (state.soundBlocked) return pill(strings.hear, actions.hear);
    return obstacle && !helped
      ? html`<p class="first" role="status">
          ${strings.notHeard}
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

function after(
  {state, duration, fallback}: PanelModel,
  strings: Words,
  actions: PanelActions,
): TemplateResult {
  const text = statusText(state, strings);
  if (state.phase === 'ended' && !isMissed(state)) {
    const talked = state.reason === 'ended' ? span(duration, strings.lang) : '';
    return html`
      ${head(text, talked, cross, strings.close, actions.dismiss)}
      <p>
        ${strings.thanks}
        <button part="control" class="link" @click=${actions.call}>${strings.callAgain}</button>
      </p>
    `;
  }
  const failure = state.phase === 'failed' ? state.failure : undefined;
  const lost = state.phase === 'ended' && state.reason === 'lost';
  const wait = failure?.retryAfter
    ? ` ${fill(strings.tryAgainIn, {when: fromNow(failure.retryAfter, strings.lang)})}`
    : '';
  return html`
    ${head(lost ? strings.cutOff : strings.couldNot, text + wait, cross, strings.close, actions.dismiss)}
    ${
      !failure || failures[failure.code].retryable
        ? html`<button part="control" class="pill" @click=${actions.call}>
            ${lost ? strings.callAgain : strings.tryAgain}
          </button>`
        : nothing
    }
    ${fallback ? html`<p>${strings.preferPhone} ${fallback}</p>` : nothing}
  `;
}

function head(
  title: unknown,
  status: string,
  icon: TemplateResult,
  name: string,
  action: () => void,
): TemplateResult {
  return html`
    <header>
      <div class="who">
        <b>${title}</b>
        <span part="status">${status}</span>
      </div>
      <button part="control" class="icon" aria-label=${name} @click=${action}>${icon}</button>
    </header>
  `;
}
