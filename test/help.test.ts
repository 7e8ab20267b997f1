import {expect} from '@open-wc/testing';
import {scannable, surroundings} from '../src/help.js';
import {replace} from './fakes/replace.js';

const pointer = (kind: 'fine' | 'coarse' | 'none') =>
  replace(
    window,
    'matchMedia',
    (query) => ({matches: query === `(pointer: ${kind})`}) as unknown as MediaQueryList,
  );

describe('The code to scan', () => {
  it('is there for a phone number, unless the visitor holds the phone already', async () => {
    for (const kind of ['fine', 'none'] as const) {
      pointer(kind);
      expect((await scannable('tel:+12345678900'))?.size).to.be.above(20);
    }
    pointer('coarse');
    expect(await scannable('tel:+12345678900')).to.equal(undefined);
  });

  it('is of nothing but phone numbers', async () => {
    pointer('fine');
    for (const href of [undefined, '', 'https://shop.example/', 'javascript:tel:1']) {
      expect(await scannable(href)).to.equal(undefined);
    }
  });
});

describe('What the dialog knows of the browser', () => {
  it('is what the browser says of itself', () => {
    expect(surroundings('microphone-denied')).to.deep.include({
      guide: 'chrome',
      site: location.host,
      page: location.href,
      rtl: false,
      reload: false,
    });
  });

  it('the browser’s own language decides on which side its buttons stand', () => {
    for (const [language, rtl] of [
      ['ar', true],
      ['he-IL', true],
      ['fa-IR', true],
      ['en-GB', false],
      ['arn', false],
    ] as const) {
      replace(navigator, 'language' as never, language as never);
      expect(surroundings('microphone-denied').rtl, language).to.equal(rtl);
    }
  });

  it('a browser without brands is known by its name', () => {
    replace(navigator, 'userAgentData' as never, undefined as never);
    replace(
      navigator,
      'userAgent' as never,
      'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0' as never,
    );
    expect(surroundings('microphone-denied').guide).to.equal('firefox');
  });
});
