import {expect, fixture, html} from '@open-wc/testing';
import {en, type DialogCode} from '../../src/locales/en.js';
import {dialog, type DialogModel} from '../../src/view/dialog.js';
import type {Guide} from '../../src/view/guide.js';
import {qrPath} from '../../src/view/qr.js';
import {all, nameOf, read, the} from '../fakes/look.js';
import {fill, span} from '../../src/view/words.js';
import {english} from '../fakes/words.js';

const guides: readonly Guide[] = [
  'chrome',
  'edge',
  'firefox',
  'safari',
  'ios-safari',
  'android-chrome',
  'in-app',
  'other',
];
const codes = Object.keys(en.dialog.title) as DialogCode[];
const words = en.dialog;

async function show(change: Partial<DialogModel> = {}) {
  const asked: string[] = [];
  const ask = (name: string) => () => void asked.push(name);
  const model: DialogModel = {
    code: 'microphone-denied',
    guide: 'chrome',
    system: 'other',
    site: 'shop.example',
    page: 'http://shop.example/talk?a=1#b',
    rtl: false,
    asking: false,
    talking: false,
    reload: false,
    fallback: html`<a href="tel:+123">+123</a>`,
    ...change,
  };
  const actions = {retry: ask('retry'), cancel: ask('cancel'), hangUp: ask('hang up'), reload: ask('reload')};
  const room = await fixture<HTMLElement>(html`<div>${dialog(model, english, actions)}</div>`);
  const shown = room.querySelector<HTMLElement>('[part=dialog]')!;
  if (shown instanceof HTMLDialogElement) shown.show();
  else shown.showPopover();
  return {
    room,
    shown,
    asked,
    steps: [...room.querySelectorAll('li')].map(nameOf),
    buttons: all(room, 'button').map(nameOf),
    links: all(room, 'link').map(nameOf),
    pictured: Boolean(room.querySelector('.pic')),
    title: nameOf(room.querySelector('h2')!),
  };
}

describe('The recovery dialog', () => {
  for (const guide of guides) {
    it(`says what is wrong, what to do and the way out, whatever the cause: ${guide}`, async () => {
      for (const code of codes) {
        const {room, shown, steps, links, title} = await show({code, guide});
        const where = `${code}, ${guide}`;
        expect(title, where).to.equal(words.title[code]);
        const named = room.querySelector(`#${shown.getAttribute('aria-labelledby')}`);
        expect(named?.textContent, where).to.equal(title);
        expect(steps.length + links.length, where).to.be.above(1);
        expect(links.at(-1), where).to.equal('+123');
        expect(steps.every(Boolean), where).to.equal(true);
        expect(room.textContent, where).not.to.match(/undefined|null|NaN|object|function/);
      }
    });
  }

  it('shows the place to click only where it is known', async () => {
    const pictured = async (code: DialogCode) => {
      const shown = await Promise.all(guides.map(async (guide) => ({guide, ...(await show({code, guide}))})));
      return shown.filter((one) => one.pictured).map(({guide}) => guide);
    };
    const bars = ['chrome', 'edge', 'firefox', 'safari', 'ios-safari', 'android-chrome'];
    expect(await pictured('microphone-denied')).to.deep.equal(bars);
    expect(await pictured('microphone-revoked')).to.deep.equal(bars);
    expect(await pictured('microphone-prompt')).to.deep.equal(['chrome', 'edge', 'firefox']);
    expect(await pictured('microphone-missing')).to.deep.equal([]);
    expect(await pictured('microphone-system')).to.deep.equal([]);
  });

  it('draws the address bar with the site in it, as the browser has it and not as the page reads', async () => {
    const {room} = await show({rtl: true});
    const picture = room.querySelector('.pic')!;
    expect(picture.textContent).to.contain('shop.example');
    expect(picture.getAttribute('dir')).to.equal('rtl');
    expect(picture.getAttribute('aria-hidden')).to.equal('true');
  });

  it('names the settings of the device where the device blocks', async () => {
    for (const system of ['mac', 'windows', 'ios', 'android', 'other'] as const) {
      const {steps} = await show({code: 'microphone-system', system});
      expect(steps[0]).to.equal(words.systemSettings[system]);
    }
  });

  it('asks for what is pressed', async () => {
    const {room, asked} = await show({reload: true});
    for (const name of [en.tryAgain, en.cancel, words.reload]) the(room, 'button', name).click();
    expect(asked).to.deep.equal(['retry', 'cancel', 'reload']);
  });

  it('offers a reload only where one may be needed', async () => {
    expect((await show()).buttons).to.deep.equal([en.tryAgain, en.cancel]);
    expect((await show({reload: true})).buttons).to.deep.equal([en.tryAgain, en.cancel, words.reload]);
  });

  it('while the browser is asked: waits, keeps the focus, and asks nothing twice', async () => {
    const {room, asked} = await show({asking: true});
    const button = the(room, 'button', words.waiting);
    button.focus();
    expect(document.activeElement === button).to.equal(true);
    button.click();
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(asked).to.deep.equal([]);
    expect(read(room)).to.contain(en.permissionHint);
  });

  it('offers no other try where the next answer is the same', async () => {
    expect((await show({code: 'microphone-prompt'})).buttons).to.deep.equal([en.cancel]);
    for (const code of ['microphone-blocked', 'microphone-frame', 'insecure-page', 'unsupported'] as const) {
      expect((await show({code})).buttons, code).to.deep.equal([en.close]);
    }
  });

  it('leads from an insecure page to the same one under https', async () => {
    const {room} = await show({code: 'insecure-page'});
    expect(the(room, 'link', words.openSecure).getAttribute('href')).to.equal(
      'https://shop.example/talk?a=1#b',
    );
  });

  it('leads out of a frame that may not ask', async () => {
    const {room} = await show({code: 'microphone-frame'});
    const link = the(room, 'link', words.openAlone);
    expect(link.getAttribute('href')).to.equal('http://shop.example/talk?a=1#b');
    expect(link.getAttribute('target')).to.equal('_blank');
    expect(link.getAttribute('rel')).to.equal('noopener');
    const {links} = await show({code: 'microphone-frame', page: 'about:srcdoc'});
    expect(links).to.deep.equal(['+123']);
  });

  it('leads out of an app that keeps the microphone from the page', async () => {
    for (const code of ['microphone-denied', 'microphone-blocked', 'unsupported'] as const) {
      const {steps} = await show({code, guide: 'in-app'});
      expect(steps, code).to.deep.equal([words.appMenu, words.openInBrowser, words.callThere]);
    }
    const {steps} = await show({code: 'microphone-missing', guide: 'in-app'});
    expect(steps).to.deep.equal([words.plugIn]);
  });

  it('in a call: nothing is blocked, and the way out keeps the call', async () => {
    const {shown, buttons, room, asked} = await show({talking: true, code: 'microphone-revoked'});
    expect(shown.matches('[role=dialog]:popover-open')).to.equal(true);
    expect(buttons).to.deep.equal([en.tryAgain, words.goOnWithout, en.hangUp]);
    expect(read(room)).to.contain(words.callGoesOn);
    the(room, 'button', words.goOnWithout).dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}),
    );
    the(room, 'button', en.hangUp).click();
    expect(asked).to.deep.equal(['cancel', 'hang up']);
  });

  it('before a call it is the browser’s own dialog, and Escape asks the state to close it', async () => {
    const {shown, asked} = await show();
    expect(shown.localName).to.equal('dialog');
    const cancel = new Event('cancel', {cancelable: true});
    shown.dispatchEvent(cancel);
    expect(cancel.defaultPrevented).to.equal(true);
    expect(asked).to.deep.equal(['cancel']);
  });

  it('counts the seconds of a call that waits, outside of what is read aloud', async () => {
    const {room} = await show({code: 'microphone-revoked', talking: true, secondsLeft: 17});
    expect(read(room)).to.contain(fill(words.callWaits, {time: span(17, 'en')}));
    expect(room.querySelector('[aria-live]')?.textContent).not.to.contain('17');
    // It does not go on before.
    expect(read(room)).not.to.contain(words.callGoesOn);
    const going = read((await show({code: 'microphone-revoked', talking: true})).room);
    expect(going).to.contain(words.callGoesOn).and.not.to.contain('waits');
  });

  it('does without the way out where the page gave none', async () => {
    const {room, links} = await show({fallback: undefined, qr: qrPath('tel:+123')});
    expect(links).to.deep.equal([]);
    expect(room.querySelector('.qr')).to.equal(null);
    expect(read(room)).not.to.contain(en.preferPhone);
  });

  it('shows the code to scan with the white around it that scanners need', async () => {
    const qr = qrPath('tel:+123');
    const {room} = await show({qr});
    const drawn = room.querySelector<SVGSVGElement>('.qr')!;
    expect(drawn.getAttribute('viewBox')).to.equal(`-4 -4 ${qr.size + 8} ${qr.size + 8}`);
    expect(drawn.querySelector('path')?.getBBox().width).to.equal(qr.size);
    expect(read(room)).to.contain(words.scan);
  });
});
