import {readFile} from 'node:fs/promises';
import type {Locator} from '@playwright/test';
import {startSite, type Site} from '../../../demo/server.js';
import {axe} from '../support/axe.js';
import {expect, test as base} from '../support/fixtures.js';

/** A target's width and height (CSS px). */
const TARGET = 44;

/** The demo site on the worker's gateway. */
const test = base.extend<object, {demo: Site}>({
  demo: [
    async ({gateway}, use) => {
      const site = await startSite({gateway});
      await use(site);
      await site.close();
    },
    {scope: 'worker'},
  ],
});

const styleOf = (button: Locator, name: string): Promise<string> =>
  button.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);

/** By the recipe's name: its title, and what it makes of the button. */
const RECIPES: Record<string, readonly [string, (button: Locator) => Promise<void>]> = {
  'brand-colour': [
    'Brand colour',
    async (button) => {
      expect(await styleOf(button, 'background-color')).toBe('rgb(29, 63, 187)');
      expect(await styleOf(button, 'color')).toMatch(
        /^(rgb\(255, 255, 255\)|color\(xyz-d65 0\.95 1 1\.089\))$/,
      );
    },
  ],
  pill: [
    'Pill',
    async (button) => {
      expect(await styleOf(button, 'background-color')).toBe('rgb(28, 27, 25)');
      expect(await styleOf(button, 'border-top-left-radius')).toBe('999px');
      expect(await styleOf(button, 'font-size')).toBe('18px');
    },
  ],
  'icon-only': [
    'Icon only',
    async (button) => {
      const {x, width, height} = (await button.boundingBox())!;
      expect([width, height]).toEqual([56, 56]);
      const icon = (await button.locator('svg').boundingBox())!;
      expect(Math.abs(icon.x + icon.width / 2 - x - width / 2)).toBeLessThan(1);
    },
  ],
  outlined: [
    'Outlined',
    async (button) => {
      expect(await styleOf(button, 'background-color')).toBe('rgba(0, 0, 0, 0)');
      expect(await styleOf(button, 'border-top-color')).toBe(await styleOf(button, 'color'));
      expect(await styleOf(button, 'border-top-width')).toBe('2px');
    },
  ],
  'full-width': [
    'Full width',
    async (button) => {
      const main = (await button.page().locator('main').boundingBox())!;
      expect((await button.boundingBox())!.width).toBe(main.width);
    },
  ],
};

for (const [name, [title, looksRight]] of Object.entries(RECIPES))
  test(`the recipe "${title}" is the README's, looks right and is accessible`, async ({page, demo}) => {
    const readme = await readFile('README.md', 'utf8');
    const recipe = new RegExp(`#### ${title}\\n[^#]*?\`\`\`css\\n(.*?)\`\`\``, 's').exec(readme)?.[1];
    const html = await (await page.goto(`${demo.url}/recipes/${name}.html`))!.text();
    expect(recipe).toBeTruthy();
    expect(html.replace(/^ {6}/gm, '')).toContain(recipe);
    const button = page.getByRole('button', {name: 'Call us'});
    await expect(button).toBeVisible();
    await looksRight(button);
    const {width, height} = (await button.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(TARGET);
    expect(await axe(page)).toEqual([]);
  });

test('a recipe’s button calls', async ({page, demo}) => {
  await page.goto(`${demo.url}/recipes/icon-only.html`);
  await page.locator('telnyx-call-button').evaluate((element) => element.setAttribute('destination', 'echo'));
  await page.getByRole('button', {name: 'Call us'}).click();
  const state = () =>
    page.locator('telnyx-call-button').evaluate((element) => Reflect.get(element, 'state') as string);
  await expect.poll(state).toBe('active');
  await page.getByRole('button', {name: 'Hang up'}).click();
  await expect.poll(state).toBe('ended');
});
