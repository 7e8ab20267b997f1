import {expect, test} from '../support/visitor.js';

// A headless browser that has not been told to grant says no.
test.use({permissions: []});

test('the microphone is denied: said in words, nothing is left, another try once it is allowed', async ({
  visitor,
  gateway,
  context,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.button().click();
  await visitor.reaches('failed');
  await expect(visitor.panel).toContainText('We can’t hear you without your microphone.');
  await expect(visitor.link).toBeVisible();
  expect(await visitor.told('error')).toMatchObject([{code: 'microphone-denied', retryable: true}]);
  expect(await visitor.told('end')).toEqual([]);
  expect((await visitor.states()).at(-1)).toBe('failed');
  expect(gateway.state().frames.received['telnyx_rtc.invite']).toBeUndefined();
  await visitor.isClean();

  await context.grantPermissions(['microphone']);
  await visitor.control('Try again').click();
  await visitor.reaches('active');
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
  await expect
    .poll(() => visitor.page.evaluate(() => window.probe.tracks.map(({readyState}) => readyState)))
    .toEqual(['ended']);
  expect(await visitor.state()).toBe('active');
  await visitor.hangUp();
  await visitor.isClean();
});
