import type {Page} from '@playwright/test';
import {previews} from '../../../src/preview.js';
import {addColours} from '../support/colours.js';
import {expect} from '../support/fixtures.js';
import {test} from '../support/gallery.js';

// Chromium alone: Firefox’s driver can’t force colours.
for (const colorScheme of ['light', 'dark'] as const) {
  test(`in the visitor’s own ${colorScheme} colours every state has its edges and its pictures`, async ({
    page,
    frame,
  }) => {
    test.slow();
    await page.emulateMedia({forcedColors: 'active', colorScheme});
    await addColours(page);
    await frame.open({preview: 'idle'});
    for (const preview of previews) {
      await frame.show(preview);
      expect.soft(await unseen(page), preview).toEqual([]);
    }
  });
}

test('for a visitor who wants no motion nothing moves by itself', async ({page, frame}) => {
  test.slow();
  await page.emulateMedia({reducedMotion: 'reduce'});
  await frame.open({preview: 'idle'});
  for (const preview of previews) {
    await frame.show(preview);
    const moving = await page.evaluate(() =>
      document
        .querySelector('telnyx-call-button')!
        .shadowRoot!.getAnimations()
        .filter(({effect}) => Number(effect!.getComputedTiming().activeDuration) > 0)
        .map(({effect}) => (effect as KeyframeEffect).target!.className),
    );
    expect.soft(moving, preview).toEqual([]);
  }
});

/** What relies on colours that the visitor’s own have taken the place of. */
const unseen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('telnyx-call-button')!.shadowRoot!;
    const found: string[] = [];
    const all = [...root.querySelectorAll<HTMLElement>('*')].filter((element) =>
      element.checkVisibility({visibilityProperty: true}),
    );
    const note = (element: Element, what: string): void => {
      found.push(
        `${what}: ${element.localName}.${element.getAttribute('class')} ${element.textContent?.trim()}`,
      );
    };
    const hasEdge = (element: Element): boolean => {
      const {borderBottomWidth, borderBottomColor} = getComputedStyle(element);
      return parseFloat(borderBottomWidth) >= 1 && window.contrastBehind(element, borderBottomColor) >= 3;
    };
    for (const element of all) {
      const style = getComputedStyle(element);
      const {fill, stroke, forcedColorAdjust, textDecorationLine} = style;
      const isControl = element.matches('button, select, a, [part=panel], [part=dialog]');
      const ring = element.firstElementChild;
      // What can't be used is grey in these colours: no less can be seen of it.
      if (style.opacity !== '1') note(element, 'faded');
      if (isControl && !hasEdge(element) && !(ring && hasEdge(ring)) && textDecorationLine !== 'underline')
        note(element, 'no edge');
      if (element.matches('path') && !element.closest('.qr')) {
        const paint = fill === 'none' ? stroke : fill;
        if (window.contrastBehind(element.parentElement!, paint) < 3)
          note(element.closest('[class]')!, 'no picture');
      }
      if (forcedColorAdjust !== 'none' || element.closest('.qr')) continue;
      // What keeps its own colours has to be painted in the visitor's.
      const theirs = ['Canvas', 'CanvasText', 'GrayText', 'Highlight', '#0000'].map((name) =>
        window.painted(name).join(),
      );
      const edge = parseFloat(style.borderTopWidth) ? [style.borderTopColor] : [];
      for (const own of [style.backgroundColor, ...edge])
        if (!theirs.includes(window.painted(own).join())) note(element, own);
    }
    return found;
  });
