import type {Gateway} from '../../../demo/gateway/index.js';
import {MICROPHONE_HZ} from '../support/browser.js';
import {choose, expectMicrophone, listed, playDevices, unplug} from '../support/devices.js';
import {nextCallWorks} from '../support/outage.js';
import {expectSilence, expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

/** A conversation with the visitor's own voice in the echo. */
async function talk(visitor: Visitor) {
  await playDevices(visitor);
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  const microphones = await listed(visitor, 'audioinput');
  const speakers = await listed(visitor, 'audiooutput');
  return {microphones, speakers};
}

/** It is the call that was placed: no other one, no other connection, and nobody has said goodbye. */
async function isSameCall(visitor: Visitor, gateway: Gateway): Promise<void> {
  expect(await visitor.state()).toBe('active');
  expect(visitor.sent('telnyx_rtc.bye')).toEqual([]);
  expect(visitor.sent('telnyx_rtc.invite')).toHaveLength(1);
  expect(visitor.sent('telnyx_rtc.modify')).toEqual([]);
  expect(await visitor.page.evaluate(() => window.probe.peers.length)).toBe(1);
  expect(gateway.state().legs).toMatchObject([{phase: 'active', attaches: 0}]);
}

test('another microphone in a call: heard through it in the same call, and in the next one', async ({
  visitor,
  gateway,
}) => {
  const {microphones} = await talk(visitor);
  expect(microphones.map(({label}) => label)).toEqual(['Fake Audio Input 1', 'Fake Audio Input 2']);
  await expectMicrophone(visitor, 'default');
  for (const {deviceId} of microphones) {
    await choose(visitor, 'setMicrophone', deviceId);
    await expectMicrophone(visitor, deviceId);
    await expectTone(visitor.page, MICROPHONE_HZ);
  }
  await isSameCall(visitor, gateway);
  await visitor.hangUp();
  await visitor.isClean();

  await visitor.control('Call again').click();
  await visitor.reaches('active');
  await expectMicrophone(visitor, microphones[1]!.deviceId);
  await choose(visitor, 'setMicrophone', '');
  await expectMicrophone(visitor, 'default');
  await visitor.hangUp();
  await visitor.isClean();
});

test('a muted call stays muted with another microphone', async ({visitor, gateway}) => {
  const {microphones} = await talk(visitor);
  await visitor.control('Mute').click();
  await choose(visitor, 'setMicrophone', microphones[0]!.deviceId);
  await expectMicrophone(visitor, microphones[0]!.deviceId);
  await expectSilence(visitor.page);
  await visitor.control('Muted').click();
  await expectTone(visitor.page, MICROPHONE_HZ);
  await isSameCall(visitor, gateway);
  await visitor.hangUp();
  await visitor.isClean();
});

for (const says of [true, false])
  test(`the chosen microphone vanishes${says ? '' : ', and the browser ends no track'}: the system’s own, in the same call`, async ({
    visitor,
    gateway,
  }) => {
    const {deviceId} = (await talk(visitor)).microphones[0]!;
    await choose(visitor, 'setMicrophone', deviceId);
    await expectMicrophone(visitor, deviceId);
    await unplug(visitor, deviceId, says);
    await expectMicrophone(visitor, 'default');
    await expect(visitor.panel).toContainText('Now using “Fake Default Audio Input”.');
    await expectTone(visitor.page, MICROPHONE_HZ);
    await isSameCall(visitor, gateway);
    await visitor.hangUp();
    await visitor.isClean();
    await nextCallWorks(visitor);
  });

test('a chosen microphone that is gone by the next call: it is made with the system’s own', async ({
  visitor,
}) => {
  const {deviceId} = (await talk(visitor)).microphones[0]!;
  await choose(visitor, 'setMicrophone', deviceId);
  await expectMicrophone(visitor, deviceId);
  await visitor.hangUp();
  await unplug(visitor, deviceId);
  await visitor.control('Call again').click();
  await visitor.reaches('active');
  await expectMicrophone(visitor, 'default');
  await expectTone(visitor.page, MICROPHONE_HZ);
  await visitor.hangUp();
  await visitor.isClean();
});

test('another speaker plays the far end, and the system’s own once it vanishes', async ({
  visitor,
  gateway,
}) => {
  const {deviceId} = (await talk(visitor)).speakers[0]!;
  const played = () =>
    visitor.page.evaluate(() => window.players.filter(({srcObject}) => srcObject).map(({sinkId}) => sinkId));
  await expect.poll(played).toEqual(['']);
  await choose(visitor, 'setSpeaker', deviceId);
  await expect.poll(played).toEqual([deviceId]);
  await choose(visitor, 'setSpeaker', 'nonsense');
  await expectTone(visitor.page, MICROPHONE_HZ);
  expect(await played()).toEqual([deviceId]);
  await unplug(visitor, deviceId);
  await expect.poll(played).toEqual(['']);
  await expect(visitor.panel).toContainText('Now using “Fake Default Audio Output”.');
  await isSameCall(visitor, gateway);
  await visitor.hangUp();
  await visitor.isClean();
});
