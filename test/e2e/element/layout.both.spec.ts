import {boxOf, edges, twoFrames} from '../support/places.js';
import {expect, SCRIPT, test, type Visitor} from '../support/visitor.js';

const SIZE = {width: 800, height: 600};
const OFFSET = 20;

/** What a click in the middle of the button would meet: the tag, if it is in sight. */
const meets = (visitor: Visitor): Promise<string | undefined> =>
  visitor.button().evaluate((button) => {
    const {left, top, width, height} = button.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.localName;
  });

test.beforeEach(({visitor}) => visitor.page.setViewportSize(SIZE));

const CORNERS: Record<string, readonly ['top' | 'bottom', 'left' | 'right']> = {
  'bottom-end': ['bottom', 'right'],
  'bottom-start': ['bottom', 'left'],
  'top-end': ['top', 'right'],
  'top-start': ['top', 'left'],
  'middle-left': ['bottom', 'right'],
};
const MIRRORED = {left: 'right', right: 'left'} as const;

test('floating: in the corner that position names, mirrored where text runs from right to left', async ({
  visitor,
}) => {
  await visitor.open(visitor.tag('tone', 'layout="floating" warm-up="none"'));
  for (const [position, [block, side]] of Object.entries(CORNERS)) {
    for (const dir of ['ltr', 'rtl'] as const) {
      await visitor.element().evaluate(
        (element, [at, way]) => {
          element.setAttribute('position', at);
          document.documentElement.dir = way;
          return (element as HTMLElement & {updateComplete: Promise<unknown>}).updateComplete;
        },
        [position, dir] as const,
      );
      const inline = dir === 'rtl' ? MIRRORED[side] : side;
      expect(await edges(visitor.button()), `${position} ${dir}`).toMatchObject({
        [block]: OFFSET,
        [inline]: OFFSET,
      });
    }
  }
});

test('floating: as far from the corner as the page wants, and in the window at any width', async ({
  visitor,
}) => {
  const style =
    '<style>telnyx-call-button {--telnyx-call-offset-inline: 7px; --telnyx-call-offset-block: 90px}</style>';
  await visitor.open(
    visitor.tag('tone', 'layout="floating" label="Talk to somebody who knows all about bikes, at once"'),
    SCRIPT + style,
  );
  await expect(visitor.button(/Talk/)).toBeVisible();
  expect(await edges(visitor.button(/Talk/))).toMatchObject({bottom: 90, right: 7});
  await visitor.page.setViewportSize({width: 320, height: 600});
  const {x, width} = await boxOf(visitor.button(/Talk/));
  expect(x).toBeGreaterThanOrEqual(7);
  expect(x + width).toBeLessThanOrEqual(320 - 6);
});

test('floating: takes no room in the page, and no ancestor traps, cuts or covers it', async ({visitor}) => {
  const trap = (inside: string) =>
    `<div id="trap" style="transform: rotate(1deg); overflow: hidden; width: 200px; height: 60px; position: relative; z-index: 0; filter: blur(0)">${inside}<p>Text</p></div><div style="position: fixed; inset: 0; z-index: 2147483647; background: #eee">A page that wants all of it</div>`;
  await visitor.open(trap(''));
  const without = await visitor.page.locator('p').boundingBox();
  await visitor.open(trap(visitor.tag('tone', 'layout="floating"')));
  await expect(visitor.button()).toBeVisible();
  expect(await visitor.page.locator('p').boundingBox()).toEqual(without);
  expect(await edges(visitor.button())).toMatchObject({bottom: OFFSET, right: OFFSET});
  expect(await meets(visitor)).toBe('telnyx-call-button');
  // A move takes it out of the top layer.
  await visitor.element().evaluate((element) => document.body.append(element));
  await expect.poll(() => meets(visitor)).toBe('telnyx-call-button');
  await visitor.call();
  await visitor.hangUp();
  await visitor.element().evaluate((element) => element.remove());
  await visitor.isClean();
});

test('floating: the page’s own dialog stands above it, and keeps it from the visitor', async ({visitor}) => {
  await visitor.open(
    `<dialog style="width: 100vw; height: 100vh; max-width: none; max-height: none">Cookies?</dialog>${visitor.tag('tone', 'layout="floating"')}`,
  );
  await expect(visitor.button()).toBeVisible();
  await visitor.page.locator('dialog').evaluate((dialog: HTMLDialogElement) => dialog.showModal());
  const under = await visitor.page.evaluate(
    ({width, height}) => document.elementFromPoint(width - 60, height - 40)?.localName,
    SIZE,
  );
  expect(under).toBe('dialog');
});

for (const scroll of ['auto', 'smooth'])
  test(`floating: makes way for the focus of the page, and comes back (scrolling: ${scroll})`, async ({
    visitor,
  }) => {
    const fields = Array.from(
      {length: 40},
      (_, at) => `<p><input aria-label="Field ${at}" style="width: 100%"></p>`,
    );
    await visitor.open(
      fields.join('') + visitor.tag('tone', 'layout="floating" warm-up="none"'),
      `${SCRIPT}<style>html {scroll-behavior: ${scroll}}</style>`,
    );
    await expect(visitor.button()).toBeVisible();
    const covered = () =>
      visitor.element().evaluate((element) => {
        const a = element.shadowRoot!.querySelector('button')!.getBoundingClientRect();
        const b = document.activeElement!.getBoundingClientRect();
        const seen = b.top >= 0 && b.bottom <= innerHeight;
        return !seen || (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
      });
    await visitor.page.getByLabel('Field 0').focus();
    for (let at = 1; at < 40; at++) {
      await visitor.page.keyboard.press('Tab');
      await expect(visitor.page.getByLabel(`Field ${at}`, {exact: true})).toBeFocused();
      await expect.poll(covered, {message: `field ${at}`}).toBe(false);
    }
    await visitor.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await expect.poll(() => edges(visitor.button())).toMatchObject({bottom: OFFSET});
  });

test('floating: where it has made way it stays under the pointer until the click', async ({visitor}) => {
  await visitor.open(
    `<input aria-label="Name" style="position: fixed; right: 30px; bottom: 25px">${visitor.tag('tone', 'layout="floating"')}`,
  );
  const {page} = visitor;
  await expect(visitor.button()).toBeVisible();
  await page.getByLabel('Name').focus();
  await expect.poll(async () => (await edges(visitor.button())).bottom).toBeGreaterThan(OFFSET + 20);
  const {x, y, width, height} = await boxOf(visitor.button());
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await twoFrames(page);
  await page.mouse.up();
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.isClean();
});

test('floating: it does not jump for an article that has the focus', async ({visitor}) => {
  await visitor.open(
    `<main tabindex="-1" style="position: absolute; top: 80px; left: 0; right: 0; height: 2000px">Text</main>${visitor.tag('tone', 'layout="floating" warm-up="none"')}`,
  );
  await expect(visitor.button()).toBeVisible();
  await visitor.page.getByRole('main').click({position: {x: 20, y: 20}});
  await expect(visitor.page.getByRole('main')).toBeFocused();
  await twoFrames(visitor.page);
  expect(await edges(visitor.button())).toMatchObject({bottom: OFFSET});
});

for (const own of [true, false])
  test(`floating: the ${own ? 'page’s own link' : 'number'} in the corner can be followed, by mouse and by keyboard`, async ({
    visitor,
  }) => {
    const {page} = visitor;
    await page.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'));
    await visitor.open(
      `<telnyx-call-button layout="floating" token-url="/api/telnyx-token" destination="+1234">
        ${own ? '<a href="tel:+1234">+1234</a>' : ''}
      </telnyx-call-button>`,
    );
    const link = page.getByRole('link', {name: '+1234'});
    await expect(link).toBeVisible();
    await page.evaluate(() => {
      const followed: string[] = [];
      Object.assign(window, {followed});
      addEventListener('click', (event) => {
        const target = event.composedPath()[0] as HTMLElement;
        followed.push(target.localName);
        event.preventDefault();
      });
    });
    const before = await edges(link);
    await page.keyboard.press('Tab');
    await twoFrames(page);
    expect(await edges(link)).toEqual(before);
    await page.keyboard.press('Enter');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const {x, y, width, height} = await boxOf(link);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await twoFrames(page);
    await page.mouse.up();
    expect(await page.evaluate(() => Reflect.get(window, 'followed') as string[])).toEqual(['a', 'a']);
    const colours = await link.evaluate((at) => {
      const box = at.assignedSlot ?? at;
      return [getComputedStyle(at).color, getComputedStyle(box).backgroundColor];
    });
    // Browsers write the same white in two ways.
    expect(colours[0]).toMatch(/255, 255, 255|0\.95 1 1\.089/);
    expect(colours[1]).toBe('rgb(11, 110, 79)');
  });

test('floating: where no call can be placed the link stands in the corner', async ({visitor}) => {
  await visitor.page.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'));
  await visitor.open(visitor.tag('tone', 'layout="floating" position="top-start"'));
  await expect(visitor.link).toBeVisible();
  const {left, top} = await edges(visitor.link);
  expect(left).toBeGreaterThanOrEqual(OFFSET);
  expect(top).toBeGreaterThanOrEqual(OFFSET);
  expect(left).toBeLessThan(60);
  expect(top).toBeLessThan(60);
});

test('headless: nothing to see and no room taken; the page’s element calls, the panel opens in the corner', async ({
  visitor,
}) => {
  await visitor.open(
    `<p>Text <button data-telnyx-call="headless">Talk to us</button></p>${visitor.tag('tone', 'id="headless" layout="headless"')}<p id="after">Text</p>`,
  );
  await visitor.page.waitForFunction(() => customElements.get('telnyx-call-button'));
  await expect(visitor.link).toBeHidden();
  await expect(visitor.button()).toHaveCount(0);
  const after = visitor.page.locator('#after');
  const before = await boxOf(after);
  await visitor.element().evaluate((element) => element.toggleAttribute('hidden', true));
  expect(await boxOf(after)).toEqual(before);
  await visitor.element().evaluate((element) => element.toggleAttribute('hidden', false));
  await visitor.page.getByRole('button', {name: 'Talk to us'}).click();
  await visitor.reaches('active');
  expect((await visitor.told('request')).map(({source}) => source)).toEqual(['trigger']);
  expect(await edges(visitor.panel)).toMatchObject({bottom: OFFSET, right: OFFSET});
  // A live call can always be found again.
  await visitor.control('Hide the call panel').click();
  await expect(visitor.button(/In call/)).toBeVisible();
  expect(await edges(visitor.button(/In call/))).toMatchObject({bottom: OFFSET, right: OFFSET});
  await visitor.page.getByRole('button', {name: 'Talk to us'}).click();
  await visitor.hangUp();
  await visitor.control('Close').click();
  await expect(visitor.page.locator('telnyx-call-button').getByRole('button')).toHaveCount(0);
  await visitor.element().evaluate((element) => element.remove());
  await visitor.isClean();
});

test('headless without WebRTC: a trigger that is a link stays a link', async ({visitor}) => {
  await visitor.page.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'));
  await visitor.open(
    `<a href="#phoned" data-telnyx-call>Phone us</a>${visitor.tag('tone', 'layout="headless"')}`,
  );
  await visitor.page.waitForFunction(() => customElements.get('telnyx-call-button'));
  await visitor.page.getByRole('link', {name: 'Phone us'}).click();
  await expect(visitor.page).toHaveURL(/#phoned$/);
  expect(await visitor.diary()).toEqual([]);
});

test('theme: light and dark against the page, auto with it', async ({visitor}) => {
  await visitor.open(
    visitor.tag('tone', 'preview="active"'),
    `${SCRIPT}<style>:root {color-scheme: dark}</style>`,
  );
  const colours = async (): Promise<string[]> => [
    await visitor.button().evaluate((button) => getComputedStyle(button).backgroundColor),
    await visitor.panel.evaluate((panel) => getComputedStyle(panel).backgroundColor),
  ];
  await expect(visitor.panel).toBeVisible();
  const set = (theme: string) =>
    visitor.element().evaluate((element, word) => element.setAttribute('theme', word), theme);
  const auto = await colours();
  await set('light');
  const light = await colours();
  await set('dark');
  expect(await colours()).toEqual(auto);
  await set('purple');
  expect(await colours()).toEqual(auto);
  expect(light).toEqual(['rgb(11, 110, 79)', 'rgb(255, 255, 255)']);
  expect(auto).toEqual(['rgb(95, 208, 165)', 'rgb(29, 31, 30)']);
});
