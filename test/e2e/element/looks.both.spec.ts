import type {Page} from '@playwright/test';
import {addPreviews, lookOf} from '../support/previews.js';
import {SCRIPT, expect, test} from '../support/visitor.js';

/** What the panel can show, and what is left of it afterwards. */
const PANELS = [
  'permission',
  'ringing',
  'active',
  'muted',
  'unheard',
  'held',
  'unsteady',
  'reconnecting',
  'switched',
  'keypad',
  'audio',
  'sound-blocked',
  'unspoken',
  'ended',
  'busy',
  'token-busy',
];

test.beforeEach(({visitor}) => addPreviews(visitor.page));

/** A page with one button that shows a state. Nothing is called. */
const body = (state: string, style = '') =>
  `<div style="${style}"><telnyx-call-button preview="${state}" token-url="/api/telnyx-token" destination="+12345678900"><a href="tel:+12345678900">+1 234 567 8900</a></telnyx-call-button></div>`;

/** Shows another state in the page that is there. */
const show = (page: Page, state: string): Promise<void> =>
  page.evaluate((look) => window.showPreview(look), lookOf(state));

/** What sticks out of the panel, and what is smaller than a fingertip (44 px), in each of these states. */
const faults = (page: Page, states: readonly string[]): Promise<string[]> =>
  page.evaluate(async (looks) => {
    const faultsNow = (): string[] => {
      const panel = document
        .querySelector('telnyx-call-button')!
        .shadowRoot!.querySelector<HTMLElement>('[part=panel]')!;
      const box = panel.getBoundingClientRect();
      const found: string[] = [];
      const named = (node: Element) =>
        `${node.tagName} ${node.getAttribute('part')} ${node.textContent?.trim()}`;
      if (!box.width || !panel.checkVisibility({visibilityProperty: true})) found.push('not visible');
      if (panel.scrollWidth > panel.clientWidth) found.push('scrolls sideways');
      if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight + 0.5)
        found.push(`panel at ${box.left} ${box.top} ${box.right} ${box.bottom}`);
      if (document.documentElement.scrollWidth > innerWidth) found.push('page scrolls sideways');
      for (const node of panel.querySelectorAll('*')) {
        if (!node.checkVisibility({visibilityProperty: true}) || node.closest('.digits')) continue;
        const {left, right, width, height} = node.getBoundingClientRect();
        if (width && (left < box.left - 0.5 || right > box.right + 0.5)) found.push(`out: ${named(node)}`);
        if (node.matches('button, select, input') && (width < 43.9 || height < 43.9))
          found.push(`small, ${width} x ${height}: ${named(node)}`);
      }
      return found;
    };
    const found: string[] = [];
    for (const look of looks) {
      await window.showPreview(look);
      found.push(...faultsNow().map((fault) => `${look.name}: ${fault}`));
    }
    return found;
  }, states.map(lookOf));

const WINDOWS = [
  {name: 'a desk', size: {width: 1024, height: 768}, head: ''},
  {name: 'a small phone', size: {width: 320, height: 568}, head: ''},
  {name: 'a phone on its side', size: {width: 640, height: 320}, head: ''},
  {
    name: 'text of twice the size',
    size: {width: 800, height: 900},
    head: '<style>html{font-size:32px}</style>',
  },
  {
    name: 'text of twice the size on a small phone',
    size: {width: 320, height: 568},
    head: '<style>html{font-size:32px}</style>',
  },
];

for (const {name, size, head} of WINDOWS) {
  test(`on ${name} nothing is cut off, and everything can be hit with a finger`, async ({visitor}) => {
    const {page} = visitor;
    await page.setViewportSize(size);
    for (const dir of ['ltr', 'rtl']) {
      await visitor.open(
        `<script>document.dir='${dir}';document.documentElement.lang='${dir === 'rtl' ? 'ar' : 'en'}'</script>${body('active', 'padding: 16px')}`,
        SCRIPT + head,
      );
      expect(await faults(page, PANELS), dir).toEqual([]);
    }
  });
}

test('nothing jumps between the click and the conversation, and hanging up stays where it is', async ({
  visitor,
}) => {
  const {page} = visitor;
  await visitor.open(body('permission'));
  const places: Array<{top: number | undefined; height: number | undefined}> = [];
  for (const state of [
    'permission',
    'preparing',
    'connecting',
    'ringing',
    'active',
    'muted',
    'held',
    'unheard',
    'reconnecting',
  ]) {
    await show(page, state);
    const end = await page.locator('.end').boundingBox();
    const panel = await page.locator('[part=panel]').boundingBox();
    places.push({top: end?.y, height: panel?.height});
  }
  expect(places).toEqual(places.map(() => places[0]));
});

test('the digits that were sent begin where text begins, and the newest can be seen', async ({visitor}) => {
  const {page} = visitor;
  await visitor.open(body('keypad'));
  await show(page, 'keypad');
  for (const dir of ['ltr', 'rtl'])
    for (const digits of ['12', '1234567890'.repeat(6)]) {
      const gap = await page.locator('telnyx-call-button').evaluate(
        (element, [dir, digits]) => {
          const panel = element.shadowRoot!.querySelector<HTMLElement>('[part=panel]')!;
          panel.dir = dir!;
          const log = panel.querySelector('[role=log]')!;
          const text = log.querySelector('bdi')!;
          text.textContent = digits!;
          const [box, inside] = [log.getBoundingClientRect(), text.getBoundingClientRect()];
          return dir === 'ltr' && digits!.length < 9 ? inside.left - box.left : inside.right - box.right;
        },
        [dir, digits],
      );
      expect(Math.abs(gap), `${digits}, ${dir}`).toBeLessThan(2);
    }
});

test('every text of a dialog follows the visitor’s own text size', async ({visitor}) => {
  const {page} = visitor;
  await visitor.open(body('microphone-system'));
  await expect(page.locator('.qr')).toBeVisible();
  const sizes = () =>
    page.locator('[part=dialog]').evaluate((dialog) =>
      [...dialog.querySelectorAll('h2, p, li, small, button, slot')].flatMap((each) => {
        const number = getComputedStyle(each, '::before');
        return [
          parseFloat(getComputedStyle(each).fontSize),
          ...(number.content === 'none' ? [] : [parseFloat(number.fontSize), parseFloat(number.height)]),
        ];
      }),
    );
  const usual = await sizes();
  await page.addStyleTag({content: 'html{font-size:32px}'});
  const twice = await sizes();
  expect(usual.length).toBeGreaterThan(10);
  expect(twice.map((size, index) => Math.round((10 * size) / usual[index]!))).toEqual(usual.map(() => 20));
});

test('the button’s icon stands as far from its edge in both directions of writing', async ({visitor}) => {
  const {page} = visitor;
  await visitor.open(body('idle'));
  await expect(visitor.button()).toBeVisible();
  const room = () =>
    page.locator('[part=button]').evaluate((button) => {
      const [box, icon] = [button, button.querySelector('svg')!].map((each) => each.getBoundingClientRect());
      return document.dir === 'rtl' ? box!.right - icon!.right : icon!.left - box!.left;
    });
  const before = await room();
  await page.evaluate(() => (document.dir = 'rtl'));
  expect(await room()).toBeCloseTo(before, 1);
});

test('the button’s icon is as large as its text wants', async ({visitor}) => {
  await visitor.open(body('idle'));
  const icon = visitor.page.locator('[part=icon]');
  await expect(icon).toBeVisible();
  const before = (await icon.boundingBox())!;
  await visitor.page.addStyleTag({content: 'html{font-size:200%}'});
  const {width, height} = (await icon.boundingBox())!;
  expect([width, height]).toEqual([2 * before.width, 2 * before.height]);
});

test('a card in a call breaks no line of its way out for the sake of evenness', async ({visitor}) => {
  const {page} = visitor;
  await visitor.open(body('microphone-unplugged'));
  const way = page.locator('[part=dialog] footer p');
  await expect(way).toBeVisible();
  await expect(page.locator('.qr')).toBeVisible();
  const lines = await way.evaluate((paragraph) => {
    const text = [...paragraph.childNodes].find((node) => node instanceof Text && node.data.trim())!;
    const range = document.createRange();
    range.selectNodeContents(text);
    return new Set([...range.getClientRects()].filter(({width}) => width > 1).map(({top}) => top)).size;
  });
  expect(lines).toBe(1);
});
