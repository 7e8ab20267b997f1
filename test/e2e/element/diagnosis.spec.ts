import {expect, test} from '../support/visitor.js';

// Chromium alone: what the SDK's report says of the microphone and of candidates differs with the browser.
test('the SDK’s own test runs to its end on the page’s line, tells what it found and no secret, and leaves nothing', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('echo', 'warm-up="none"'));
  const report = await visitor.page.evaluate(() =>
    document.querySelector('telnyx-call-button')!.runPreCall(),
  );
  expect(report).toMatchObject({
    version: 1,
    ice: {hasSelectedPair: true},
    network: {outbound: {flowing: true}, inbound: {flowing: true}},
    microphone: {isPermissionGrantedCurrently: true},
  });
  expect(JSON.stringify(report)).not.toMatch(/"(raw|username|credential|usernameFragment)"|v=0/);
  expect(visitor.sent('telnyx_rtc.invite')).toHaveLength(1);
  expect(visitor.sent('telnyx_rtc.bye')).toHaveLength(1);
  expect(gateway.state().legs).toEqual([]);
  expect(await visitor.diary()).toEqual([]);
  await visitor.isClean();
});
