import {contentPolicy, TRUSTED_TYPES} from '../../../scripts/docs/network.js';
import {callUs} from '../../../src/locales/call-us.js';
import de from '../../../src/locales/de.js';
import {gate} from '../support/gate.js';
import {shorten} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

const GERMAN = /\.de-[^/]*\.js/;

/** The browser's own line for a file that has not come. */
const NOT_LOADED = /Failed to load resource/;

test('a language’s file is refused: tried once more by another URL, and the call is made in English', async ({
  visitor,
}) => {
  const asked: string[] = [];
  await visitor.page.route(GERMAN, (route) => {
    asked.push(route.request().url());
    return route.fulfill({status: 404});
  });
  await visitor.open(`<div lang="de">${visitor.tag('tone')}</div>`);
  await visitor.button(callUs.de).click();
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await expect(visitor.panel).toContainText('In call');
  await expect(visitor.panel.locator('xpath=..')).toHaveAttribute('lang', 'en');
  const [first, second] = asked;
  expect(first).toMatch(/\.js$/);
  expect(second).toMatch(/\.js\?\d+$/);
  await visitor.hangUp();
  await visitor.isClean(NOT_LOADED);
});

test('a language’s file is lost once: the second try brings it', async ({visitor}) => {
  let times = 0;
  await visitor.page.route(GERMAN, (route) => (times++ ? route.continue() : route.abort()));
  await visitor.open(`<div lang="de">${visitor.tag('tone')}</div>`);
  await visitor.button(callUs.de).click();
  await expect(visitor.place.getByRole('dialog', {name: de.panel})).toContainText(de.active);
  expect(times).toBe(2);
  await visitor.element().evaluate((element) => element.remove());
  await visitor.isClean(NOT_LOADED);
});

test('a language’s file hangs: English after a moment, and the page’s language as soon as it is there', async ({
  visitor,
}) => {
  const hanging = gate();
  await shorten(visitor, {1500: 300});
  await visitor.page.route(GERMAN, async (route) => {
    await hanging.opened;
    await route.continue();
  });
  await visitor.open(`<div lang="de">${visitor.tag('tone')}</div>`);
  await visitor.button(callUs.de).click();
  await visitor.reaches('active');
  await expect(visitor.panel).toContainText('In call');
  hanging.open();
  await expect(visitor.place.getByRole('dialog', {name: de.panel})).toContainText(de.active);
  await visitor.element().evaluate((element) => element.remove());
  await visitor.isClean();
});

test('while a language is on its way nothing is said in English', async ({visitor}) => {
  const hanging = gate();
  // The button's patience would end here.
  await shorten(visitor, {1500: 60_000});
  await visitor.page.route(GERMAN, async (route) => {
    await hanging.opened;
    await route.continue();
  });
  await visitor.open(`<div lang="de">${visitor.tag('tone')}</div>`);
  await visitor.button(callUs.de).click();
  await visitor.reaches('active');
  await expect(visitor.place.getByRole('dialog')).toHaveCount(0);
  await expect(visitor.place.getByRole('status')).toHaveText('');
  hanging.open();
  await expect(visitor.place.getByRole('dialog', {name: de.panel})).toContainText(de.active);
  await visitor.element().evaluate((element) => element.remove());
  await visitor.isClean();
});

test('a page with a strict policy: its language comes, and no violation', async ({visitor, gateway}) => {
  const policy = contentPolicy({files: `'self'`, endpoints: [`'self'`], signaling: gateway.url});
  visitor.shop.headers = {'content-security-policy': `${policy}; ${TRUSTED_TYPES}`};
  await visitor.open(`<div lang="de">${visitor.tag('tone')}</div>`);
  await visitor.button(callUs.de).click();
  await expect(visitor.place.getByRole('dialog', {name: de.panel})).toContainText(de.active);
  await visitor.element().evaluate((element) => element.remove());
  await visitor.isClean();
});

for (const [name, file] of [
  ['classic script', 'classic'],
  ['one file', 'bundle'],
] as const)
  test(`the ${name} on a page in an old encoding: every letter is right`, async ({visitor}) => {
    visitor.shop.headers = {'content-type': 'text/html'};
    const head = `<meta charset="windows-1252"><script async src="/dist/cdn/telnyx-call-button.${file}.js"></script>`;
    await visitor.page.route(/\/dist\/cdn\/telnyx-call-button\.(classic|bundle)\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({response, headers: {'content-type': 'text/javascript'}});
    });
    await visitor.open(`<div lang="el">${visitor.tag('tone')}</div>`, head);
    expect(await visitor.page.evaluate(() => document.characterSet)).toBe('windows-1252');
    await expect(visitor.button(callUs.el)).toBeVisible();
    await visitor.isClean();
  });
