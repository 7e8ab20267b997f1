import {MICROPHONE_HZ} from '../support/browser.js';
import {choose, expectMicrophone, listed, spokenInto} from '../support/devices.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('a microphone that is chosen by its id is the one that is spoken into, in the same call', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  const [leg] = gateway.state().legs;
  const [microphone] = await listed(visitor, 'audioinput');
  const tracks = () => visitor.page.evaluate(() => window.probe.tracks.length);
  const before = await tracks();
  await choose(visitor, 'setMicrophone', microphone!.deviceId);
  await expect.poll(tracks).toBe(before + 1);
  await expectMicrophone(visitor, microphone!.deviceId);
  await expectTone(visitor.page, MICROPHONE_HZ);
  expect(gateway.state().legs).toMatchObject([{callID: leg?.callID, attaches: 0}]);
  await visitor.hangUp();
  await visitor.isClean();
});

test('a microphone that can’t be opened: the one in use stays, and nobody is asked anything', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  const before = await spokenInto(visitor);
  await visitor.page.evaluate(() => {
    window.refused = 0;
    const {mediaDevices} = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (constraints) =>
      ask(constraints).catch((error: unknown) => {
        window.refused++;
        throw error;
      });
  });
  await choose(visitor, 'setMicrophone', 'nonsense');
  await expect.poll(() => visitor.page.evaluate(() => window.refused)).toBe(1);
  await expectTone(visitor.page, MICROPHONE_HZ);
  expect(await spokenInto(visitor)).toBe(before);
  expect(await visitor.state()).toBe('active');
  expect(await visitor.told('error')).toEqual([]);
  expect(gateway.state().legs).toHaveLength(1);
  await visitor.hangUp();
  await visitor.isClean();
});

declare global {
  interface Window {
    refused: number;
  }
}
