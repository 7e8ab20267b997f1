import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {CONTROLS} from '../../src/read-config.js';
import {en, type DialogCode, type Words} from '../../src/locales/en.js';
import {failures, type FailureCode} from '../../src/errors.js';
import {previewOf, previews} from '../../src/preview.js';
import {conversationOf, hasCall, isTalking, obstacleOf} from '../../src/session/selectors.js';
import type {CallState, Devices} from '../../src/session/state.js';
import {check} from '../../src/view/check.js';
import {consent} from '../../src/view/consent.js';
import {dialog} from '../../src/view/dialog.js';
import type {Guide, System} from '../../src/view/guide.js';
import {frame} from '../../src/view/frame.js';
import {transcript} from '../../src/view/transcript.js';
import {statusText} from '../../src/view/status.js';
import {textsIn} from '../fakes/languages.js';
import {active, conversation, ended, failed, incoming, quality, states} from '../fakes/samples.js';
import {english} from '../fakes/words.js';

const GUIDES: readonly Guide[] = [
  'chrome',
  'edge',
  'firefox',
  'safari',
  'ios-safari',
  'android-chrome',
  'in-app',
  'other',
];
const SYSTEMS: readonly System[] = ['mac', 'windows', 'ios', 'android', 'other'];

/** Texts that note which of them are asked for. */
function noted(strings: object, used: Set<string>, path = ''): object {
  return new Proxy(strings, {
    get: (target, name: string) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === 'object' && value) return noted(value, used, `${path}${name}.`);
      used.add(`${path}${name}`);
      return value;
    },
  });
}

const unnamed: Devices = {
  microphones: [{id: 'a', label: ''}],
  speakers: [],
  microphone: 'a',
  speaker: '',
  volume: 1,
  switchedTo: undefined,
};

const nothing = () => undefined;
const fallback = html`<a href="tel:+123">+123</a>`;

/** Everything that the button can show of a state. Templates are plain data: what they say is read as they are made. */
function show(state: CallState, strings: Words): void {
  statusText(state, strings);
  const actions = {
    ...{
      call: nothing,
      answer: nothing,
      hangUp: nothing,
      mute: nothing,
      hold: nothing,
      sendDigits: nothing,
      choose: nothing,
    },
    ...{
      setVolume: nothing,
      turnTo: nothing,
      retry: nothing,
      setAside: nothing,
      hear: nothing,
      dismissHint: nothing,
      check: nothing,
    },
    ...{minimise: nothing, dismiss: nothing, cancel: nothing, reload: nothing},
  };
  const times = {duration: 252, lostFor: 6};
  for (const page of ['call', 'keypad', 'audio', 'quality'] as const)
    for (const helped of [true, false])
      frame(
        {
          state,
          page,
          controls: new Set(CONTROLS),
          title: 'A business',
          titleLang: 'en',
          ...times,
          helped,
          fallback,
          transcript: undefined,
        },
        strings,
        actions,
      );
  const {entries} = conversationOf(state) ?? {};
  if (entries) transcript({entries, open: true, can: true}, strings, nothing);
  const code = obstacleOf(state)?.failure.code ?? (state.phase === 'failed' ? state.failure.code : '');
  if (!(code in en.dialog.title)) return;
  for (const guide of GUIDES)
    for (const system of SYSTEMS)
      for (const secondsLeft of [undefined, 12])
        for (const asking of [true, false])
          dialog(
            {
              code: code as DialogCode,
              ...{guide, system, secondsLeft, asking, fallback, rtl: false, reload: true},
              ...{site: 'shop.example', page: 'http://shop.example/', qr: {size: 1, path: 'M0 0'}},
              ...{talking: isTalking(state), placed: hasCall(state)},
            },
            strings,
            actions,
          );
}

it('Every text is one that the button can say', () => {
  const used = new Set<string>();
  const strings = noted(english, used) as Words;
  for (const name of previews) show(previewOf(name)!.state, strings);
  for (const state of Object.values(states)) show(state, strings);
  show(incoming({caller: {name: '', number: ''}}), strings);
  // A failure is told to the page in its words, whatever is shown of it.
  for (const code of Object.keys(failures) as FailureCode[]) show(failed({failure: {code}}), strings);
  show(ended({reason: 'cancelled'}), strings);
  consent('', strings, {agree: nothing, leave: nothing});
  for (const verdict of ['heard', 'silent', undefined] as const) {
    const device = {id: '', label: ''};
    check({devices: undefined, device, verdict}, strings, {call: nothing, choose: nothing, leave: nothing});
  }
  show(active({devices: unnamed}), strings);
  for (const alert of ['microphone', 'one-way', 'far-end'] as const)
    show(active({quality: {...quality, alerts: [alert]}}), strings);
  for (const talk of ['listening', 'thinking', 'speaking'] as const)
    show(active({conversation: {...conversation, talk}}), strings);
  expect([...textsIn(en).keys()].filter((name) => !used.has(name))).to.deep.equal([]);
});
