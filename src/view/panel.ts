import type {TemplateResult} from 'lit';
import type {Control} from '../read-config.js';
import type {Words} from '../locales/en.js';
import {
  callerOf,
  canTalk,
  hasCall,
  isCut,
  isIncoming,
  isLeaving,
  isLive,
  isTalking,
} from '../session/selectors.js';
import type {CallState, DeviceKind} from '../session/state.js';
import {after} from './after.js';
import {audio} from './audio.js';
import {banner} from './banner.js';
import {clock} from './clock.js';
import {controls} from './controls.js';
import {details} from './details.js';
import {head, iconButton} from './head.js';
import {html, nothing} from './html.js';
import {incoming} from './incoming.js';
import {arrow, chevron} from './icons.js';
import {keypad, sent} from './keypad.js';
import {level} from './level.js';
import {lasting, passing} from './notices.js';
import type {Instead} from './instead.js';
import {quality} from './quality.js';
import {statusText} from './status.js';

/** What stands in the middle of the panel in a call. */
export type PanelPage = 'call' | 'keypad' | 'audio' | 'quality';

/** What the panel shows. */
export interface PanelModel {
  readonly page: PanelPage;
  /** What it offers in a call. */
  readonly controls: ReadonlySet<Control>;
  readonly state: CallState;
  /** Whom the visitor talks to, or what the button says. */
  readonly title: string;
  /** The title's language: the page may have written it. */
  readonly titleLang: string;
  /** Talking time (s). */
  readonly duration: number;
  /** How long the call has been without its connection (s). */
  readonly lostFor: number;
  /** True while the recovery dialog says what is wrong with the microphone. */
  readonly helped: boolean;
  /** What takes the place of all that. */
  readonly instead?: Instead | undefined;
  /** Whether the page gave a way out, as a link to the phone number. */
  readonly fallback: TemplateResult | undefined;
  /** What was said with an AI assistant. */
  readonly transcript: TemplateResult | undefined;
}

/** What the visitor can ask for. */
export interface PanelActions {
  readonly answer: () => void;
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
  readonly dismissHint: () => void;
  readonly hear: () => void;
  readonly minimise: () => void;
  readonly dismiss: () => void;
  /** Tries the microphone out. */
  readonly check: () => void;
}

/** The inside of the call panel, from the click to the last word. */
export function panel(model: PanelModel, strings: Words, actions: PanelActions): TemplateResult {
  if (model.instead) return model.instead.content;
  return isLive(model.state) ? live(model, strings, actions) : after(model, strings, actions);
}

function live(model: PanelModel, strings: Words, actions: PanelActions): TemplateResult {
  if (isIncoming(model.state)) return incoming(model, strings, actions);
  const {state, title, titleLang, lostFor, page} = model;
  const digits = hasCall(state) ? state.digits : '';
  const minimise = iconButton(strings.minimise, chevron, actions.minimise);
  const back = iconButton(strings.back, arrow, () => actions.turnTo('call'), 'back');
  const top = head({
    title: html`<slot name="header" lang=${titleLang}>${title}</slot>`,
    status: html`${page === 'keypad' ? sent(digits, strings) : nothing}
    ${page === 'keypad' && digits ? nothing : status(model, strings, actions)}`,
    banner: isCut(state) ? banner(lostFor, strings) : undefined,
    before: page === 'call' ? undefined : back,
    after: minimise,
  });
  return html`
    ${
      page === 'call'
        ? html`<div class="top">${top} ${middle(model, strings, actions)}</div>
            ${controls(model, strings, actions)} ${model.transcript ?? nothing}`
        : html`${top} ${PAGES[page](model, strings, actions)}`
    }
    <div aria-live="polite">${lasting(model, strings, actions)}</div>
    <div class="foot">
      <button part="control" class="pill end" ?disabled=${isLeaving(state)} @click=${actions.hangUp}>
        ${isTalking(state) ? strings.hangUp : callerOf(state) ? strings.decline : strings.cancel}
      </button>
    </div>
  `;
}

const PAGES = {keypad, audio, quality: details} as const;

function status({state, controls, page}: PanelModel, strings: Words, {turnTo}: PanelActions): unknown {
  const talk = state.phase === 'active' && !state.leaving && state.conversation?.talk;
  const text = talk ? strings.talk[talk] : statusText(state, strings);
  return state.phase === 'active' && state.quality && !state.leaving && controls.has('quality')
    ? quality(state.quality.level, text, strings, page === 'quality' ? undefined : () => turnTo('quality'))
    : text;
}

/** The clock and the meter, with what covers them for a moment. */
function middle(model: PanelModel, strings: Words, actions: PanelActions): TemplateResult {
  const {state, duration} = model;
  const talking = isTalking(state);
  const heard = canTalk(state) && !state.muted && !state.held && !state.obstacle;
  return html`
    <div class="middle">
      <div part="timer" class=${talking ? '' : 'soft'} role="timer" aria-label=${strings.duration}>
        ${
          state.phase === 'permission'
            ? html`<small>${state.obstacle ? '' : strings.permissionHint}</small>`
            : html`<span dir="ltr">${clock(duration)}</span>`
        }
      </div>
      ${state.phase === 'permission' ? nothing : level(!heard)}
      <div aria-live="polite">${passing(model, strings, actions)}</div>
    </div>
  `;
}
