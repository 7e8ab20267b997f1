import {startGateway} from '../../../demo/gateway/index.js';
import {MICROPHONE_HZ} from '../support/browser.js';
import {expect, test} from '../support/fixtures.js';
import {SdkPage} from '../support/sdk-page.js';
import {expectTone} from '../support/sound.js';

test('dropped socket: the call is taken up again and sound flows', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('echo');
  gateway.control('drop');
  await sdk.ready(2);
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await sdk.waitFor('active');
  expect(await sdk.states()).toEqual([
    'new',
    'requesting',
    'trying',
    'active',
    'recovering',
    'recovering',
    'active',
  ]);
  await expectTone(sdk.page, MICROPHONE_HZ);
  expect(gateway.state()).toMatchObject({sockets: 1, logins: 2, legs: [{phase: 'active'}]});
  await sdk.hangUp();
  await sdk.waitFor('destroy');
});

test('dropped while held: still held afterwards', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('echo');
  await sdk.hold();
  gateway.control('drop', {user: 'visitor-1'});
  await sdk.ready(2);
  await sdk.waitFor('held');
  await sdk.unhold();
  await expectTone(sdk.page, MICROPHONE_HZ);
});

for (const mode of ['listed', 'absent'] as const)
  test(`dropped, reattach ${mode}: the call goes on as it is`, async ({sdk, gateway}) => {
    await sdk.login();
    await sdk.call('echo');
    gateway.control('reattach', {mode});
    gateway.control('drop');
    await sdk.ready(2);
    await expectTone(sdk.page, MICROPHONE_HZ);
    expect(await sdk.states()).toEqual(['new', 'requesting', 'trying', 'active']);
    expect(gateway.state().legs).toMatchObject([{attaches: 0, phase: 'active'}]);
  });

test('dropped, reattach without-call: the client and the gateway give the call up', async ({
  sdk,
  gateway,
}) => {
  await sdk.login();
  await sdk.call('echo');
  gateway.control('reattach', {mode: 'without-call'});
  gateway.control('drop');
  await sdk.waitFor('destroy');
  expect(await sdk.events()).toContain('error 48501');
  expect(gateway.state().legs).toEqual([]);
});

test('a client that does not come back: its call ends after the grace time', async ({page, site}) => {
  const gateway = await startGateway({grace: 300});
  const sdk = await new SdkPage(page, site.url, gateway).open();
  await sdk.login();
  await sdk.call('echo');
  await page.evaluate(() => window.lab.client.off('telnyx.socket.close'));
  gateway.control('drop');
  await expect.poll(() => gateway.state()).toMatchObject({legs: [], clients: []});
  await gateway.close();
});

test('page reload: the call is taken up again', async ({sdk, gateway}) => {
  await sdk.login('visitor-1', {hangupOnBeforeUnload: false});
  await sdk.call('echo');
  await sdk.page.reload();
  expect(gateway.state().legs).toMatchObject([{phase: 'active'}]);
  await sdk.login('visitor-1', {hangupOnBeforeUnload: false});
  await sdk.waitFor('active');
  expect(await sdk.states()).toEqual(['recovering', 'active']);
  await expectTone(sdk.page, MICROPHONE_HZ);
  expect(gateway.state()).toMatchObject({clients: [{user: 'visitor-1'}], legs: [{attaches: 1}]});
});

test('page closed: the call ends at once', async ({sdk, far, gateway}) => {
  await Promise.all([sdk.login('visitor-1'), far.login('agent')]);
  await far.autoAnswer();
  await sdk.call('agent');
  await sdk.page.close({runBeforeUnload: true});
  await far.waitFor('destroy');
  expect(gateway.state().legs).toEqual([]);
});

test('ICE restart: new credentials, sound goes on', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('echo');
  const credentials = (): Promise<string | undefined> =>
    sdk.page.evaluate(
      () => /ice-ufrag:.*/.exec(window.probe.peers.at(-1)?.remoteDescription?.sdp ?? '')?.[0],
    );
  const before = await credentials();
  await sdk.page.evaluate(() => void window.lab.call?.peer?.restartIce());
  await expect.poll(credentials).not.toBe(before);
  expect(gateway.state().frames.received['telnyx_rtc.modify']).toBe(1);
  const received = gateway.state().legs[0]?.packetsReceived ?? 0;
  await expect.poll(() => gateway.state().legs[0]?.packetsReceived).toBeGreaterThan(received + 100);
  await expectTone(sdk.page, MICROPHONE_HZ);
});

test('punt without a call id: the client forgets its call and stays away', async ({sdk, gateway}) => {
  await sdk.login('visitor-1', {keepConnectionAliveOnSocketClose: true});
  await sdk.call('echo');
  gateway.control('punt', {withCallId: false});
  await sdk.waitFor('destroy');
  expect(await sdk.states()).toContain('purge');
  await expect.poll(() => gateway.state()).toMatchObject({sockets: 0, legs: []});
  expect(gateway.state().logins).toBe(1);
});

test('punt with a call id: only the socket changes', async ({sdk, gateway}) => {
  await sdk.login('visitor-1', {keepConnectionAliveOnSocketClose: true});
  await sdk.call('echo');
  // The SDK keeps no call whose media is not connected yet.
  await expectTone(sdk.page, MICROPHONE_HZ);
  gateway.control('punt', {withCallId: true});
  await sdk.ready(2);
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await sdk.waitFor('active');
  await expectTone(sdk.page, MICROPHONE_HZ);
});
