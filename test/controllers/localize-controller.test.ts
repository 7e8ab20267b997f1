import {expect, fixture, html} from '@open-wc/testing';
import {callUs} from '../../src/locales/call-us.js';
import {en, type Words} from '../../src/locales/en.js';
import {wordsOf} from '../fakes/languages.js';
import {all, nameOf, read, the} from '../fakes/look.js';
import {openPage, reach, talk, usual} from '../fakes/page.js';
import {plain, tokenUrl} from '../fakes/token-endpoint.js';
import {settle, until} from '../fakes/until.js';

const languages: Record<string, Words> = {};
before(async () => {
  for (const tag of ['de', 'ar'] as const) languages[tag] = await wordsOf(tag);
});

const box = (element: HTMLElement): HTMLElement => element.shadowRoot!.querySelector('[lang][dir]')!;

describe('The element’s language', () => {
  it('is that of the page around it, and said of what is shown', async () => {
    const {element} = await openPage(html`<div lang="de-AT">${usual}</div>`);
    const {de} = languages as {de: Words};
    await talk(element);
    await until(() => all(element, 'dialog', de.panel).length);
    expect(read(element)).to.contain(de.active);
    expect([box(element).lang, box(element).dir]).to.deep.equal(['de', 'ltr']);
    expect(box(element).contains(the(element, 'dialog'))).to.equal(true);
    expect(box(element).contains(the(element, 'status'))).to.equal(true);
    the(element, 'button', de.hangUp).click();
    await reach(element, 'ended');
  });

  it('turns the panel round where it is written from right to left', async () => {
    const {element} = await openPage(html`<div lang="ar" dir="rtl">${usual}</div>`);
    const {ar} = languages as {ar: Words};
    await talk(element);
    await until(() => all(element, 'dialog', ar.panel).length);
    expect([box(element).lang, box(element).dir]).to.deep.equal(['ar', 'rtl']);
    expect(getComputedStyle(the(element, 'dialog')).direction).to.equal('rtl');
  });

  it('is English, from left to right, where the page’s own is none of the 29', async () => {
    const {element} = await openPage(html`<div lang="yi" dir="rtl">${usual}</div>`);
    await talk(element);
    expect([box(element).lang, box(element).dir]).to.deep.equal(['en', 'ltr']);
    expect(getComputedStyle(the(element, 'dialog', en.panel)).direction).to.equal('ltr');
  });

  it('follows the page: another language, another place', async () => {
    const {element} = await openPage(html`<div lang="de">${usual}</div>`);
    const {de, ar} = languages as {de: Words; ar: Words};
    await talk(element);
    await until(() => all(element, 'dialog', de.panel).length);
    element.lang = 'ar';
    await until(() => all(element, 'dialog', ar.panel).length);
    element.removeAttribute('lang');
    element.parentElement!.after(element);
    await until(() => all(element, 'dialog', en.panel).length);
    expect(box(element).lang).to.equal('en');
  });

  it('is that of the message in an error event', async () => {
    const {element, endpoint, events, complaints} = await openPage(html`<div lang="de">${usual}</div>`);
    const {de} = languages as {de: Words};
    endpoint.first.push(plain('', {status: 403}));
    element.shadowRoot!.querySelector('button')!.click();
    await reach(element, 'failed');
    await until(() => read(element).includes(de.failed['token-refused']));
    expect(events.at(-1)).to.have.property('message', de.failed['token-refused']);
    expect(complaints().join()).to.contain('token-refused');
  });
});

describe('The idle button', () => {
  const caption = (element: HTMLElement) => nameOf(the(element, 'button'));

  it('says what it is for in the language of the page, and of any change of it', async () => {
    const {element} = await openPage(html`<div lang="ja"><section>${usual}</section></div>`);
    expect(caption(element)).to.equal(callUs.ja);
    expect(the(element, 'button').lang).to.equal('ja');
    for (const [lang, tag] of [
      ['pt-br', 'pt-BR'],
      ['zh-TW', 'zh-Hant'],
      ['', 'en'],
    ] as const) {
      element.closest('div')!.lang = lang;
      await until(() => caption(element) === callUs[tag]);
      expect(the(element, 'button').lang).to.equal(tag);
    }
  });

  it('hears of a change outside of the shadow root it stands in', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="fi"></div>`);
    const element = document.createElement('telnyx-call-button');
    element.tokenUrl = tokenUrl;
    host.attachShadow({mode: 'open'}).append(element);
    await element.updateComplete;
    expect(caption(element)).to.equal(callUs.fi);
    host.lang = 'sv';
    await until(() => caption(element) === callUs.sv);
    host.remove();
  });

  it('hears nothing any more of a place that it has left', async () => {
    const {element} = await openPage(html`<div lang="fi"><i lang="cs"></i>${usual}</div>`);
    const place = element.parentElement!;
    place.querySelector('i')!.append(element);
    await until(() => caption(element) === callUs.cs);
    place.after(element);
    await until(() => caption(element) === callUs.en);
    place.lang = 'sv';
    await settle();
    expect(element.isUpdatePending).to.equal(false);
    expect(caption(element)).to.equal(callUs.en);
  });

  it('says the page’s own text as it is, in the page’s own language', async () => {
    const {element} = await openPage(html`<div lang="de">${usual}</div>`);
    element.strings = {callUs: 'Zum Telefon'};
    await element.updateComplete;
    expect(caption(element)).to.equal('Zum Telefon');
    element.label = 'Anruf';
    await element.updateComplete;
    expect(caption(element)).to.equal('Anruf');
    expect(the(element, 'button').hasAttribute('lang')).to.equal(false);
  });

  it('says it in the panel in the page’s own language, too, where that is none of the 29', async () => {
    const {element} = await openPage(html`<div lang="th">${usual}</div>`);
    const title = () => element.shadowRoot!.querySelector<HTMLElement>('slot[name=header]')!;
    await talk(element);
    expect([title().textContent, title().lang]).to.deep.equal([callUs.en, 'en']);
    element.label = 'โทรหาเรา';
    await element.updateComplete;
    expect([title().textContent, title().lang]).to.deep.equal(['โทรหาเรา', 'th']);
    expect(box(element).lang).to.equal('en');
  });

  it('asks for no language before there is intent', async () => {
    const {element} = await openPage(html`<div lang="ko">${usual}</div>`);
    await settle();
    expect(caption(element)).to.equal(callUs.ko);
    const asked = performance.getEntriesByType('resource').filter(({name}) => name.includes('locales/ko'));
    expect(asked).to.have.length(0);
  });
});

describe('The page’s own texts', () => {
  it('are shown, and others as soon as they are set', async () => {
    const {element} = await openPage();
    element.strings = {hangUp: 'Bye'};
    await talk(element);
    expect(all(element, 'button', 'Bye')).to.have.length(1);
    element.strings = {hangUp: 'Enough'};
    await element.updateComplete;
    expect(all(element, 'button', 'Enough')).to.have.length(1);
    element.strings = null;
    await element.updateComplete;
    expect(all(element, 'button', en.hangUp)).to.have.length(1);
  });

  it('stay in their places when the language changes', async () => {
    const {element} = await openPage();
    const {de} = languages as {de: Words};
    element.strings = {hangUp: 'Bye'};
    await talk(element);
    element.lang = 'de';
    await until(() => all(element, 'dialog', de.panel).length);
    expect(all(element, 'button', 'Bye')).to.have.length(1);
  });
});
