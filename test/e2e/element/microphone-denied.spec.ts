import {en} from '../../../src/locales/en.js';
import {leftovers} from '../support/probe.js';
import {expect, test} from '../support/visitor.js';

// A headless browser that has not been told to grant says no.
test.use({permissions: []});

test('the microphone is denied: said in words, nothing is open, and the call goes on once it is allowed', async ({
  visitor,
  gateway,
  context,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.button().click();
  const dialog = visitor.page.getByRole('dialog', {name: en.dialog.title['microphone-denied']});
  await expect(dialog).toBeVisible();
  await expect(visitor.link).toBeVisible();
  expect(await visitor.state()).toBe('permission');
  expect(await visitor.told('error')).toMatchObject([{code: 'microphone-denied', retryable: true}]);
  expect(await visitor.told('end')).toEqual([]);
  expect(gateway.state().frames.received['telnyx_rtc.invite']).toBeUndefined();
  expect((await leftovers(visitor.page)).microphones).toBe(0);

  await context.grantPermissions(['microphone']);
  await visitor.reaches('active');
  await expect(dialog).toHaveCount(0);
  await visitor.hangUp();
  await visitor.isClean();
});

test('the microphone is taken away in a call: the call goes on, and can be hung up', async ({
  visitor,
  context,
}) => {
  await context.grantPermissions(['microphone']);
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await context.clearPermissions();
  await expect.poll(async () => (await leftovers(visitor.page)).microphones).toBe(0);
  await expect(visitor.page.getByRole('dialog', {name: en.dialog.title['microphone-revoked']})).toBeVisible();
  expect(await visitor.state()).toBe('active');
  await visitor.hangUp();
  await visitor.isClean();
});
