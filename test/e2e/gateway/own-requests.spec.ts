import {MICROPHONE_HZ} from '../support/browser.js';
import {expect, test} from '../support/fixtures.js';
import {expectTone} from '../support/sound.js';

test('withhold: what is not sent does not happen, until it ends', async ({sdk, gateway}) => {
  await sdk.login();
  gateway.control('withhold', {methods: ['ringing', 'answer']});
  await sdk.dial('tone');
  await sdk.waitFor('trying');
  await expect.poll(() => gateway.state().legs[0]?.phase).toBe('active');
  expect(await sdk.state()).toBe('trying');
  expect(gateway.state().frames.sent).not.toHaveProperty('telnyx_rtc.answer');
  await sdk.hangUp();
  await sdk.waitFor('destroy');
  gateway.control('withhold', {methods: []});
  await sdk.call('tone');
});

test('withhold with a time: sent late', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('echo');
  gateway.control('withhold', {methods: ['attach'], ms: 5000});
  gateway.control('drop');
  await sdk.ready(2);
  expect(gateway.state()).toMatchObject({legs: [{attaches: 0}]});
  expect(gateway.state().frames.sent).not.toHaveProperty('telnyx_rtc.attach');
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await expectTone(sdk.page, MICROPHONE_HZ);
});

test('without clientReady there is no ready', async ({sdk, gateway}) => {
  gateway.control('withhold', {methods: ['clientReady']});
  await sdk.connect({login: 'desk', password: 'demo'});
  await expect.poll(() => gateway.state().logins).toBe(1);
  gateway.control('send', {method: 'telnyx_rtc.clientReady'});
  await sdk.ready();
  expect(gateway.state().frames.received['telnyx_rtc.gatewayState']).toBe(1);
});

test('send: anything, in the midst of a call', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('tone');
  const {callID} = gateway.state().legs[0] ?? {};
  const display = {callID, display_name: 'Desk', display_number: '7', display_direction: 'inbound'};
  gateway.control('send', {user: 'visitor-1', method: 'telnyx_rtc.display', params: display});
  gateway.control('send', {user: 'nobody', method: 'telnyx_rtc.punt'});
  gateway.control('send', {method: 'telnyx_rtc.somethingNew', params: {callID}});
  await expect.poll(() => sdk.frames()).toContain('telnyx_rtc.somethingNew');
  expect(await sdk.frames()).toContain('telnyx_rtc.display');
  expect(await sdk.state()).toBe('active');
  expect(() => gateway.control('send')).toThrow('method');
  gateway.control('send', {method: 'telnyx_rtc.clientReady', params: {reattached_sessions: []}});
  await sdk.waitFor('destroy');
  expect(await sdk.events()).toContain('error 48501');
});

test('attach, once more: the call moves to the new offer', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('echo');
  for (const times of [1, 2]) {
    gateway.control('attach');
    await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(times);
    await sdk.waitFor('active');
  }
  await expectTone(sdk.page, MICROPHONE_HZ);
  const again = ['recovering', 'recovering', 'active'];
  expect(await sdk.states()).toEqual(['new', 'requesting', 'trying', 'active', ...again, ...again]);
});

test('an ICE restart after early media tells of early and active once more', async ({sdk}) => {
  await sdk.login();
  await sdk.call('announcement');
  await sdk.page.evaluate(() => void window.lab.call?.peer?.restartIce());
  await expect
    .poll(() => sdk.states())
    .toEqual(['new', 'requesting', 'trying', 'early', 'active', 'early', 'active']);
});

test('reports: refused, and never answered', async ({sdk, gateway}) => {
  await sdk.login();
  for (const mode of ['refuse', 'hang']) {
    gateway.control('reports', {mode});
    await sdk.call('tone');
    const asked = sdk.page.waitForRequest(/call_report/);
    await sdk.hangUp();
    const request = await asked;
    if (mode === 'refuse') expect((await request.response())?.status()).toBe(500);
  }
  expect(gateway.state().reports).toEqual([]);
  expect(() => gateway.control('reports', {mode: 'other'})).toThrow('mode');
});
