import {MICROPHONE_HZ} from '../support/browser.js';
import {expect, test} from '../support/fixtures.js';
import {expectSilence, expectTone} from '../support/sound.js';
import type {SdkPage} from '../support/sdk-page.js';

const connection = ({page}: SdkPage): Promise<string | undefined> =>
  page.evaluate(() => window.probe.peers.at(-1)?.connectionState);

test('cut-media to the client: it hears nothing, and is heard', async ({sdk, far, gateway}) => {
  await Promise.all([sdk.login(), far.login('agent')]);
  await far.autoAnswer(700);
  await sdk.call('agent');
  await expectTone(sdk.page, 700);
  await expectTone(far.page, MICROPHONE_HZ);
  gateway.control('cut-media', {way: 'from-client'});
  await expectSilence(far.page);
  await expectSilence(sdk.page);
  gateway.control('cut-media', {way: 'to-client'});
  await expectSilence(sdk.page);
  gateway.control('restore-media');
  await expectTone(sdk.page, 700);
  await expectTone(far.page, MICROPHONE_HZ);
});

test('cut-media one way: packets still come the other way', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('tone');
  await expectTone(sdk.page, 440);
  gateway.control('cut-media', {way: 'to-client'});
  await expectSilence(sdk.page);
  const {packetsReceived = 0, packetsSent} = gateway.state().legs[0] ?? {};
  await expect.poll(() => gateway.state().legs[0]?.packetsReceived).toBeGreaterThan(packetsReceived + 20);
  expect(gateway.state().legs[0]?.packetsSent).toBe(packetsSent);
  gateway.control('cut-media', {way: 'from-client'});
  await expectTone(sdk.page, 440);
});

test('cut-media with ICE: the connection is lost, and found again', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('tone');
  await expectTone(sdk.page, 440);
  gateway.control('cut-media', {way: 'ice'});
  await expect.poll(() => connection(sdk), {timeout: 15_000}).toBe('disconnected');
  expect(await sdk.state()).toBe('active');
  gateway.control('restore-media');
  await expect.poll(() => connection(sdk), {timeout: 15_000}).toBe('connected');
  await expectTone(sdk.page, 440);
});

test('a call whose media never connects is answered all the same', async ({sdk, gateway}) => {
  await sdk.login();
  gateway.control('cut-media', {way: 'ice'});
  await sdk.call('tone');
  expect(await connection(sdk)).toBe('connecting');
  gateway.control('restore-media');
  await expectTone(sdk.page, 440);
});

test('lose-packets: the client misses so many, until it ends', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('tone');
  await expectTone(sdk.page, 440);
  const lost = () =>
    sdk.page.evaluate(async () => {
      let packets = 0;
      (await window.probe.peers.at(-1)!.getStats()).forEach((entry: RTCInboundRtpStreamStats) => {
        if (entry.type === 'inbound-rtp') packets += entry.packetsLost ?? 0;
      });
      return packets;
    });
  expect(await lost()).toBe(0);
  gateway.control('lose-packets', {oneIn: 4});
  await expect.poll(lost).toBeGreaterThan(5);
  gateway.control('restore-media');
  await expectTone(sdk.page, 440);
});
