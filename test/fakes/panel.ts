import {fixture, html} from '@open-wc/testing';
import {CONTROLS} from '../../src/read-config.js';
import type {CallState, Devices, Quality} from '../../src/session/state.js';
import {frame} from '../../src/view/frame.js';
import type {PanelActions, PanelModel} from '../../src/view/panel.js';
import {all, nameOf} from './look.js';
import {english} from './words.js';

/** Two of each, one of which the browser doesn't name. */
export const devices: Devices = {
  microphones: [
    {id: '', label: ''},
    {id: 'm1', label: 'Headset'},
    {id: 'm2', label: ''},
  ],
  speakers: [
    {id: '', label: ''},
    {id: 's1', label: 'Headset'},
  ],
  microphone: 'm1',
  speaker: '',
  volume: 0.7,
  switchedTo: undefined,
};

export const good: Quality = {level: 'good', mos: 4.3, rtt: 60, jitter: 4, packetLoss: 0, alerts: []};

/** The panel alone, of a business, after 65 s of talk and 9 s of an outage, and what it asked for. */
export async function showPanel(state: CallState, more: Partial<PanelModel> = {}) {
  const asked: string[] = [];
  const ask = (name: string) => () => void asked.push(name);
  const actions: PanelActions = {
    call: ask('call'),
    answer: ask('answer'),
    hangUp: ask('hang up'),
    hold: (on) => void asked.push(on ? 'hold' : 'resume'),
    sendDigits: (digits) => void asked.push(`send ${digits}`),
    choose: (kind, id) => void asked.push(`use ${kind} ${id}`),
    setVolume: (level) => void asked.push(`volume ${level}`),
    turnTo: (page) => void asked.push(`turn to ${page}`),
    mute: (on) => void asked.push(on ? 'mute' : 'unmute'),
    retry: ask('retry'),
    setAside: (on) => void asked.push(on ? 'set aside' : 'open again'),
    hear: ask('hear'),
    dismissHint: ask('dismiss hint'),
    minimise: ask('minimise'),
    dismiss: ask('dismiss'),
    check: ask('check'),
  };
  const model: PanelModel = {
    state,
    page: 'call',
    controls: new Set(CONTROLS),
    title: 'A business',
    titleLang: 'en',
    duration: 65,
    lostFor: 9,
    helped: false,
    fallback: undefined,
    transcript: undefined,
    ...more,
  };
  const room = await fixture<HTMLElement>(html`<div>${frame(model, english, actions)}</div>`);
  room.querySelector<HTMLElement>('[popover]')?.showPopover();
  return {room, asked, buttons: all(room, 'button').map(nameOf)};
}

/** The page's own link, as the way out. */
export const fallback = html`<a href="tel:+123">+123</a>`;
