import {choose, expectMicrophone, listed, playDevices} from '../support/devices.js';
import {nextCallWorks, seconds} from '../support/outage.js';
import {MICROPHONE_HZ} from '../support/browser.js';
import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

/** The browser ends the microphone, as it does when the device is unplugged. */
const unplug = ({page}: Visitor): Promise<void> =>
  page.evaluate(() => {
    for (const track of window.probe.tracks) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });

// The SDK's own way to another microphone ends the call without a goodbye if that can't be opened.
test('pitfall 6: a microphone that can’t be opened, then one that can: the same call, and the far end hears it', async ({
  visitor,
  gateway,
}) => {
  await playDevices(visitor);
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  const [first, second] = await listed(visitor, 'audioinput');
  await choose(visitor, 'setMicrophone', first!.deviceId);
  await expectMicrophone(visitor, first!.deviceId);
  // Listed a moment ago, and gone by now.
  await visitor.page.evaluate((id) => void window.unplugged.add(id), second!.deviceId);
  await choose(visitor, 'setMicrophone', second!.deviceId);
  await expectTone(visitor.page, MICROPHONE_HZ);
  await expectMicrophone(visitor, first!.deviceId);
  await visitor.page.evaluate(() => window.unplugged.clear());
  await choose(visitor, 'setMicrophone', second!.deviceId);
  await expectMicrophone(visitor, second!.deviceId);
  await expectTone(visitor.page, MICROPHONE_HZ);
  expect((await visitor.states()).slice(-2)).toEqual(['ringing', 'active']);
  expect(visitor.sent('telnyx_rtc.bye')).toEqual([]);
  expect(gateway.state().legs).toMatchObject([{attaches: 0}]);
  await visitor.hangUp();
  await visitor.isClean();
  await nextCallWorks(visitor);
});

test('pitfall 13: a microphone that is gone says nothing: noticed, said in words, the call goes on', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.page.evaluate(() => {
    const {mediaDevices} = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    let missing = true;
    addEventListener('plug', () => (missing = false), {once: true});
    mediaDevices.getUserMedia = (constraints) =>
      missing
        ? Promise.reject(new DOMException('Requested device not found', 'NotFoundError'))
        : ask(constraints);
  });
  await unplug(visitor);
  await expect(visitor.page.getByText(/Your microphone was unplugged/).first()).toBeVisible();
  await expectTone(visitor.page, 440);
  expect(gateway.state().legs).toHaveLength(1);
  await visitor.element().evaluate((tag) => (tag as HTMLElement & {hangUp(): void}).hangUp());
  await visitor.reaches('ended');
  await visitor.isClean();

  await visitor.page.evaluate(() => dispatchEvent(new Event('plug')));
  await nextCallWorks(visitor);
});

test('pitfall 13: the sound is cut after early media and comes back: never back to ringing', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('announcement'));
  await visitor.call();
  const soFar = (await visitor.states()).length;
  gateway.control('cut-media');
  await visitor.passes('reconnecting');
  await expect.poll(() => visitor.sent('telnyx_rtc.modify').length).toBeGreaterThan(0);
  gateway.control('restore-media');
  await visitor.reaches('active');
  expect((await visitor.states()).slice(soFar)).toEqual(['reconnecting', 'active']);
  await visitor.hangUp();
  await visitor.isClean();
  await nextCallWorks(visitor);
});

test('pitfall 14: a call that was taken up again looks incoming to the SDK: the same call for the page', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone', 'caller-name="Ada"'));
  await visitor.call();
  await expect.poll(() => seconds(visitor)).toBeGreaterThan(0);
  const before = await seconds(visitor);
  const [leg] = gateway.state().legs;
  gateway.control('drop');
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await visitor.reaches('active');
  expect(await seconds(visitor)).toBeGreaterThanOrEqual(before);
  await expect(visitor.control('Mute')).toBeEnabled();
  gateway.control('hang-up');
  await visitor.reaches('ended');
  expect(await visitor.told('end')).toMatchObject([
    {callId: leg?.callID, reason: 'ended', initiator: 'remote', cause: 'NORMAL_CLEARING'},
  ]);
  await visitor.isClean();
  await nextCallWorks(visitor);
});
