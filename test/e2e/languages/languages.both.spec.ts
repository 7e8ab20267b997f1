import {callUs} from '../../../src/locales/call-us.js';
import ar from '../../../src/locales/ar.js';
import de from '../../../src/locales/de.js';
import ptBR from '../../../src/locales/pt-BR.js';
import type {Strings} from '../../../src/locales/en.js';
import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

const PAGES: ReadonlyArray<readonly [lang: string, tag: keyof typeof callUs, strings: Strings]> = [
  ['de-AT', 'de', de],
  ['pt-br', 'pt-BR', ptBR],
  ['ar', 'ar', ar],
];

/** Hangs up in a panel of this language. */
async function hangUp({place}: Visitor, strings: Strings): Promise<void> {
  const panel = place.getByRole('dialog', {name: strings.panel});
  await panel.getByRole('button', {name: strings.hangUp, exact: true}).click();
  await expect(panel).toContainText(strings.ended.ended);
}

for (const [lang, tag, strings] of PAGES)
  test(`a page in ${lang}: the button and the panel speak its language, and the call is made`, async ({
    visitor,
  }) => {
    const {place} = visitor;
    const dir = tag === 'ar' ? 'rtl' : 'ltr';
    await visitor.open(`<div lang="${lang}" dir="${dir}">${visitor.tag('tone')}</div>`);
    const files = () => visitor.requests.filter((url) => url.includes(`button.${tag}-`));
    const button = place.getByRole('button', {name: callUs[tag], exact: true});
    await expect(button).toHaveAttribute('lang', tag);
    expect(files()).toEqual([]);
    await button.click();
    const panel = place.getByRole('dialog', {name: strings.panel});
    await expect(panel).toContainText(strings.active);
    await expect(panel).toHaveCSS('direction', dir);
    await expect(panel.locator('xpath=..')).toHaveAttribute('lang', tag);
    await expectTone(visitor.page, 440);
    // Hidden, the panel leaves its words to the button.
    await panel.getByRole('button', {name: strings.minimise}).click();
    const hidden = place.getByRole('button', {name: new RegExp(`^${strings.active} \\d:\\d\\d$`)});
    await expect(hidden).toHaveAttribute('lang', tag);
    await hidden.click();
    await hangUp(visitor, strings);
    expect(files()).toHaveLength(1);
    await visitor.isClean();
  });

test('the page changes its language in a call: the panel follows, and the call goes on', async ({
  visitor,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.page.evaluate(() => (document.documentElement.lang = 'de'));
  await expect(visitor.place.getByRole('dialog', {name: de.panel})).toContainText(de.active);
  expect((await visitor.states()).at(-1)).toBe('active');
  await hangUp(visitor, de);
  await visitor.isClean();
});
