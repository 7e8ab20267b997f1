import {expect, fixture, html} from '@open-wc/testing';
import {callUs} from '../../src/locales/call-us.js';
import {languageOf, nearest} from '../../src/locales/language.js';

const TABLE: Record<string, string> = {
  '': 'en',
  en: 'en',
  'en-GB': 'en',
  de: 'de',
  DE: 'de',
  'de-CH': 'de',
  'de-CH-1901': 'de',
  'de-u-co-phonebk': 'de',
  de_DE: 'de',
  pt: 'pt',
  'pt-PT': 'pt',
  'pt-AO': 'pt',
  'pt-BR': 'pt-BR',
  'pt-br': 'pt-BR',
  pt_BR: 'pt-BR',
  'pt-BR-u-nu-latn': 'pt-BR',
  no: 'nb',
  'no-NO': 'nb',
  nb: 'nb',
  nn: 'nb',
  'nn-NO': 'nb',
  iw: 'he',
  'iw-IL': 'he',
  he: 'he',
  zh: 'zh-Hans',
  ZH: 'zh-Hans',
  'zh-CN': 'zh-Hans',
  'zh-SG': 'zh-Hans',
  'zh-Hans': 'zh-Hans',
  'zh-Hans-HK': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  'zh-tw': 'zh-Hant',
  zh_TW: 'zh-Hant',
  'zh-HK': 'zh-Hant',
  'zh-MO': 'zh-Hant',
  'zh-Hant': 'zh-Hant',
  'zh-Hant-CN': 'zh-Hant',
  'zh-hant-hk': 'zh-Hant',
  // Others that begin alike.
  eng: 'en',
  fil: 'en',
  nob: 'en',
  zha: 'en',
  // Nothing that is a language here.
  eu: 'en',
  x: 'en',
  '-': 'en',
  'no such language': 'en',
  constructor: 'en',
  '*': 'en',
  '<de>': 'en',
};

describe('The nearest language', () => {
  for (const [lang, tag] of Object.entries(TABLE))
    it(`of “${lang}” is ${tag}`, () => expect(nearest(lang)).to.equal(tag));

  it('of each that there is, is itself', () => {
    for (const tag of Object.keys(callUs)) expect(nearest(tag)).to.equal(tag);
  });

  it('there are the 29 of the README', () => {
    expect(Object.keys(callUs).toSorted()).to.deep.equal(
      'ar cs da de el en es fa fi fr he hi hu it ja ko nb nl pl pt pt-BR ro ru sv tr uk ur zh-Hans zh-Hant'.split(
        ' ',
      ),
    );
  });
});

describe('An element’s language', () => {
  const inside = (root: ParentNode) => languageOf(root.querySelector('i')!);

  it('is its own, before its ancestors’', async () => {
    const own = html`<div lang="fr">
      <p lang="de"><i lang="it"></i></p>
    </div>`;
    expect(inside(await fixture(own))).to.equal('it');
    const nearer = html`<div lang="fr">
      <p lang="de"><i></i></p>
    </div>`;
    expect(inside(await fixture(nearer))).to.equal('de');
  });

  it('is unknown where the page says so', async () => {
    const none = html`<div lang="fr">
      <p lang=""><i></i></p>
    </div>`;
    expect(inside(await fixture(none))).to.equal('');
  });

  it('is that of the document, and unknown outside of it', async () => {
    expect(inside(await fixture(html`<p><i></i></p>`))).to.equal(document.documentElement.lang);
    expect(languageOf(document.createElement('i'))).to.equal('');
  });

  it('comes through shadow roots, and not from the slot that it is shown in', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="pt"><u></u></div>`);
    const root = host.attachShadow({mode: 'open'});
    root.innerHTML = '<p><i></i></p><span></span><section lang="ja"><slot></slot></section>';
    expect(inside(root)).to.equal('pt');
    expect(languageOf(host.querySelector('u')!)).to.equal('pt');
    const deep = root.querySelector('span')!.attachShadow({mode: 'open'});
    deep.innerHTML = '<i></i>';
    expect(inside(deep)).to.equal('pt');
  });
});
