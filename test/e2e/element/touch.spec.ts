import {expect} from '../support/fixtures.js';
import {test} from '../support/gallery.js';

// Chromium alone: Firefox’s driver plays no touch.
test.use({hasTouch: true, isMobile: true});

test('what was tapped looks like the others again: a finger does not hover', async ({page, frame}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await frame.open({preview: 'active'});
  await frame.show('active');
  const shown = () =>
    page
      .locator('telnyx-call-button .round:not([aria-pressed=true]) span')
      .evaluateAll((all) => [...new Set(all.map((element) => getComputedStyle(element).borderColor))]);
  const before = await shown();
  expect(before).toHaveLength(1);
  const hold = page.locator('telnyx-call-button').getByRole('button', {name: 'Hold'});
  await hold.tap();
  expect(await hold.evaluate((element) => element.matches(':hover'))).toBe(true);
  expect(await shown()).toEqual(before);
});
