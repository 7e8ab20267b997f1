import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import {render} from 'lit';
import {en, type DialogCode} from '../../src/locales/en.js';
import {adoptStyles} from '../../src/view/adopt-styles.js';
import {buttonStyles} from '../../src/view/button-styles.js';
import {dialogStyles} from '../../src/view/dialog-styles.js';
import {dialog, type DialogModel} from '../../src/view/dialog.js';
import {panelStyles} from '../../src/view/panel-styles.js';
import {qrPath} from '../../src/view/qr.js';
import {inBothSchemes} from '../fakes/color-schemes.js';
import {english} from '../fakes/words.js';

/** The dialog in a shadow root, as it is shown: painted, in its colours, in the top layer. */
async function show(change: Partial<DialogModel>, dir = 'ltr'): Promise<HTMLElement> {
  const host = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
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
  render(dialog(model, english, {retry: nothing, cancel: nothing, hangUp: nothing, reload: nothing}), root);
  const shown = shownIn(host);
  if (shown instanceof HTMLDialogElement) shown.showModal();
  else shown.showPopover();
  root.getAnimations().forEach((animation) => animation.finish());
  return host;
}

const shownIn = (host: HTMLElement): HTMLElement => host.shadowRoot!.querySelector('[part=dialog]')!;

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
  'in a call that waits': {code: 'microphone-revoked', talking: true, secondsLeft: 12},
};

inBothSchemes('The recovery dialog shuts nobody out', () => {
  for (const [name, change] of Object.entries(situations)) {
    it(name, async () => expect(await show(change)).to.be.accessible());
  }
});

describe('The recovery dialog, from right to left', () => {
  for (const change of [{}, {code: 'microphone-revoked', talking: true}] as const) {
    it(`shuts nobody out ${'talking' in change ? 'of a call' : 'before one'}`, async () => {
      const host = await show(change, 'rtl');
      expect(getComputedStyle(shownIn(host)).direction).to.equal('rtl');
      await expect(host).to.be.accessible();
    });
  }

  it('the picture shows the browser’s own buttons, with the address beside its icon', async () => {
    for (const rtl of [true, false]) {
      const root = (await show({rtl}, 'rtl')).shadowRoot!;
      const [icon, address] = ['.ring', 'bdi'].map((part) => root.querySelector(`.bar ${part}`)!);
      const words = document.createRange();
      words.selectNodeContents(address!);
      const [from, to] = [icon!.getBoundingClientRect(), words.getBoundingClientRect()];
      expect(rtl ? from.left - to.right : to.left - from.right, `rtl: ${rtl}`).to.be.within(0, 16);
    }
  });
});

describe('The recovery dialog fits', () => {
  afterEach(() => setViewport({width: 800, height: 600}));

  const targets = (host: HTMLElement) =>
    [...host.shadowRoot!.querySelectorAll<HTMLElement>('.acts > *')]
      .filter((target) => target.checkVisibility())
      .map((target) => target.getBoundingClientRect());

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
      const shown = shownIn(host);
      const {left, right, top, bottom} = shown.getBoundingClientRect();
      expect({left, right, bottom}, name).to.deep.equal({left: 0, right: innerWidth, bottom: innerHeight});
      expect(top, name).to.be.at.least(0);
      expect(shown.scrollWidth, name).to.be.at.most(shown.clientWidth);
    }
  });

  for (const [screen, width, height] of [
    ['a phone on its side', 667, 375],
    ['a window that shows everything four times as large', 320, 256],
  ] as const) {
    it(`${screen}: what can be done is in sight`, async () => {
      await setViewport({width, height});
      for (const [name, change] of Object.entries(situations)) {
        for (const {top, bottom, left, right} of targets(await show(change))) {
          expect(Math.min(top, left), name).to.be.at.least(0);
          expect(bottom, name).to.be.at.most(height);
          expect(right, name).to.be.at.most(width);
        }
      }
    });
  }

  it('a thumb that hangs up where the card covers the panel, and only there', async () => {
    const talking = {code: 'microphone-revoked', talking: true} as const;
    for (const [width, within] of [
      [360, true],
      [719, true],
      [720, false],
    ] as const) {
      await setViewport({width, height: 600});
      const button = (await show(talking)).shadowRoot!.querySelector('.end')!;
      expect(button.checkVisibility(), `${width}`).to.equal(within);
    }
  });

  it('a scanner: each module of the code is as wide as the others', async () => {
    const {size} = qrPath('tel:+123');
    const {width} = (await show({})).shadowRoot!.querySelector('.qr path')!.getBoundingClientRect();
    expect(width / size).to.equal(4);
  });
});
