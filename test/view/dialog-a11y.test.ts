import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {render} from 'lit';
import {en, type DialogCode} from '../../src/locales/en.js';
import {adoptStyles} from '../../src/view/adopt-styles.js';
import {buttonStyles} from '../../src/view/button-styles.js';
import {dialogStyles} from '../../src/view/dialog-styles.js';
import {dialog, type DialogModel} from '../../src/view/dialog.js';
import {panelStyles} from '../../src/view/panel-styles.js';
import {qrPath} from '../../src/view/qr.js';

/** The dialog in a shadow root, as it is shown: painted, in its colours, in the top layer. */
async function show(change: Partial<DialogModel>): Promise<HTMLElement> {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({mode: 'open'});
  for (const styles of [buttonStyles.cssText, panelStyles, dialogStyles]) adoptStyles(root, styles);
  const model: DialogModel = {
    code: 'microphone-denied',
    guide: 'chrome',
    system: 'mac',
    site: 'shop.example',
    page: 'http://shop.example/',
    rtl: false,
    asking: false,
    talking: false,
    reload: false,
    fallback: html`<a href="tel:+123">+123</a>`,
    qr: qrPath('tel:+123'),
    ...change,
  };
  const nothing = () => undefined;
  render(dialog(model, en, {retry: nothing, cancel: nothing, reload: nothing}), root);
  const shown = root.querySelector<HTMLElement>('[part=dialog]')!;
  if (shown instanceof HTMLDialogElement) shown.showModal();
  else shown.showPopover();
  await Promise.all(root.getAnimations().map(({finished}) => finished));
  return host;
}

const situations: Record<string, Partial<DialogModel>> = {
  ...Object.fromEntries((Object.keys(en.dialog.title) as DialogCode[]).map((code) => [code, {code}])),
  'denied, Edge': {guide: 'edge'},
  'denied, Firefox': {guide: 'firefox'},
  'denied, Safari': {guide: 'safari', reload: true},
  'denied, iPhone': {guide: 'ios-safari', reload: true, qr: undefined},
  'denied, Android': {guide: 'android-chrome', qr: undefined},
  'denied, in an app': {guide: 'in-app', qr: undefined},
  'asked, Firefox': {code: 'microphone-prompt', guide: 'firefox', asking: true},
  'in a call': {code: 'microphone-revoked', talking: true},
  'incoming call': {secondsLeft: 12},
};

for (const colorScheme of ['light', 'dark'] as const) {
  describe(`The recovery dialog shuts nobody out (${colorScheme})`, () => {
    before(async () => {
      await emulateMedia({colorScheme});
      Object.assign(document.documentElement.style, {colorScheme: 'light dark', background: 'Canvas'});
    });
    after(async () => {
      document.documentElement.removeAttribute('style');
      await emulateMedia({colorScheme: 'light'});
    });
    for (const [name, change] of Object.entries(situations)) {
      it(name, async () => expect(await show(change)).to.be.accessible());
    }
  });
}

describe('The recovery dialog fits', () => {
  const targets = (host: HTMLElement) =>
    [...host.shadowRoot!.querySelectorAll<HTMLElement>('.acts > *')].map((target) =>
      target.getBoundingClientRect(),
    );

  it('a thumb: what can be pressed is 44 px high', async () => {
    for (const change of Object.values(situations)) {
      for (const {width, height} of targets(await show(change))) {
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    }
  });

  it('a screen of 320 px, and text made four times as large: nothing is cut off sideways', async () => {
    await setViewport({width: 320, height: 480});
    for (const [name, change] of Object.entries(situations)) {
      const host = await show(change);
      const shown = host.shadowRoot!.querySelector<HTMLElement>('[part=dialog]')!;
      const {left, right, top, bottom} = shown.getBoundingClientRect();
      expect({left, right, bottom}, name).to.deep.equal({left: 0, right: innerWidth, bottom: innerHeight});
      expect(top, name).to.be.at.least(0);
      expect(shown.scrollWidth, name).to.be.at.most(shown.clientWidth);
    }
    await setViewport({width: 800, height: 600});
  });
});
