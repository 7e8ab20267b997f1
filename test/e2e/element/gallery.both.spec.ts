import type {Page} from '@playwright/test';
import {previews} from '../../../src/preview.js';
import {expect} from '../support/fixtures.js';
import {test} from '../support/gallery.js';

/** Windows that a page must not be wider than (CSS px): WCAG 1.4.10, and a phone on its side. */
const WINDOWS = {'narrow window': [320, 568], 'low window': [640, 320]} as const;

for (const [name, [width, height]] of Object.entries(WINDOWS)) {
  test(`in a ${name} every state is there as a whole`, async ({page, frame}) => {
    test.slow();
    await page.setViewportSize({width, height});
    await frame.open({preview: 'idle'});
    for (const preview of previews) {
      await frame.show(preview);
      expect.soft(await cutOff(page), preview).toEqual([]);
    }
  });
}

test('with wider spaces, as some readers need them, no text is cut off', async ({page, frame}) => {
  test.slow();
  await page.setViewportSize({width: 320, height: 800});
  await frame.open({preview: 'idle'});
  for (const preview of previews) {
    await frame.show(preview);
    await spread(page);
    expect.soft(await cutOff(page), preview).toEqual([]);
  }
});

/** The distances of WCAG 1.4.12. */
const spread = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const {shadowRoot} = document.querySelector('telnyx-call-button')!;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}',
    );
    shadowRoot!.adoptedStyleSheets.push(sheet);
  });

/** What is wider than the window, or than its own box. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const {shadowRoot} = document.querySelector('telnyx-call-button')!;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    for (const part of shadowRoot!.querySelectorAll<HTMLElement>('[part=panel], [part=dialog]')) {
      const {left, right, top, bottom} = part.getBoundingClientRect();
      if (left < 0 || top < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5)
        found.push(`${part.part.value} leaves the window: ${[left, top, right, bottom].join(' ')}`);
      if (part.scrollWidth > part.clientWidth) found.push(`${part.part.value} scrolls sideways`);
      for (const inside of part.querySelectorAll<HTMLElement>('*')) {
        const box = inside.getBoundingClientRect();
        if (!box.width || inside.closest('svg, select, [aria-hidden=true]')) continue;
        if (box.left < left - 0.5 || box.right > right + 0.5)
          found.push(`${inside.localName}.${inside.className} stands out of the ${part.part.value}`);
        if (getComputedStyle(inside).overflowX !== 'visible' && inside.scrollWidth > inside.clientWidth + 1)
          found.push(`${inside.localName} is cut off: ${inside.textContent?.trim()}`);
      }
    }
    return found;
  });
