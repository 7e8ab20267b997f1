import {en} from '../../../src/locales/en.js';
import {expect, test} from '../support/visitor.js';

// Chromium alone: Firefox shuts nothing, and its driver's clicks miss a frame of another site.
test('a frame of another site, whose storage is shut in a private window: said in words, with the way out', async ({
  visitor,
}) => {
  await visitor.openFramed(visitor.tag('tone'), 'allow="microphone"', visitor.shop.foreign);
  await visitor.button().click();
  await visitor.reaches('failed');
  expect(await visitor.told('error')).toMatchObject([{code: 'storage-blocked', retryable: false}]);
  await expect(visitor.panel).toContainText(en.failed['storage-blocked']);
  await expect(visitor.link).toBeVisible();
  await visitor.isClean(/storage-blocked/);
});
