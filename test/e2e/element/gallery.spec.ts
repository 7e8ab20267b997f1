import {previews} from '../../../src/preview.js';
import {axe} from '../support/axe.js';
import {expect} from '../support/fixtures.js';
import {test} from '../support/gallery.js';

/** WCAG 2.5.5: a target's width and height (CSS px). */
const TARGET = 44;

for (const layout of ['inline', 'floating', 'headless']) {
  for (const theme of ['light', 'dark']) {
    test(`every state of a ${layout} button in ${theme} colours is accessible`, async ({
      page,
      frame,
    }, info) => {
      test.slow();
      await frame.open({layout, theme, preview: 'idle'});
      for (const name of previews) {
        await frame.show(name);
        await page.screenshot({
          path: `${info.config.rootDir}/../../test-results/gallery/${layout}-${theme}/${name}.png`,
        });
        expect.soft(await axe(page), name).toEqual([]);
        expect.soft(await smallTargets(page), name).toEqual([]);
      }
    });
  }
}

/** What can be pressed and is smaller than a fingertip. A link in a sentence may be as high as its line. */
function smallTargets(page: import('@playwright/test').Page): Promise<string[]> {
  return page.evaluate((least) => {
    const {shadowRoot} = document.querySelector('telnyx-call-button')!;
    return [...shadowRoot!.querySelectorAll('button, select, input')].flatMap((control) => {
      const {width, height} = control.getBoundingClientRect();
      const inSentence = control.matches('p > *, p > * > *');
      return (width || height) && !inSentence && Math.min(width, height) < least - 0.5
        ? [`${control.getAttribute('aria-label') ?? control.textContent?.trim()}: ${width} x ${height}`]
        : [];
    });
  }, TARGET);
}
