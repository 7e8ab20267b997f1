import {readFile} from 'node:fs/promises';
import {AGENT, ROBOTS} from '../../../demo/gateway/index.js';
import {MICROPHONE_HZ} from '../support/browser.js';
import {expect, test} from '../support/fixtures.js';
import {expectSilence, expectTone, listen} from '../support/sound.js';

test('the tone is heard, in the order of the real service', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('+15550100003', {
    callerName: 'Visitor',
    callerNumber: '+15550100099',
    clientState: 'c3RhdGU=',
  });
  expect(await sdk.states()).toEqual(['new', 'requesting', 'trying', 'active']);
  expect((await sdk.frames()).filter((method) => /ringing|media|answer/.test(method))).toEqual([
    'telnyx_rtc.ringing',
    'telnyx_rtc.answer',
  ]);
  await expectTone(sdk.page, 440);
  expect(gateway.state().legs).toMatchObject([
    {
      user: 'visitor-1',
      peer: 'tone',
      direction: 'outbound',
      phase: 'active',
      held: false,
      callerName: 'Visitor',
      callerNumber: '+15550100099',
      destination: '+15550100003',
      clientState: 'c3RhdGU=',
    },
  ]);
});

test('the echo plays back the microphone', async ({sdk}) => {
  await sdk.login();
  await sdk.call('sip:echo@example.test');
  await expectTone(sdk.page, MICROPHONE_HZ);
});

test('the announcement is heard before the answer', async ({sdk}) => {
  await sdk.login();
  await sdk.dial('announcement');
  await sdk.waitFor('early');
  await expect.poll(async () => (await listen(sdk.page)).db, {intervals: [0]}).toBeGreaterThan(-45);
  await sdk.waitFor('active');
  expect(await sdk.states()).toEqual(['new', 'requesting', 'trying', 'early', 'active']);
});

test('the short number hangs up by itself', async ({sdk}) => {
  await sdk.login();
  await sdk.call('short');
  await sdk.waitFor('destroy');
  expect(await sdk.reason()).toEqual({cause: 'NORMAL_CLEARING', causeCode: 16, sipCode: null});
});

test('the silent number answers and sends packets without sound', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('silence');
  await expect.poll(() => gateway.state().legs[0]?.packetsSent).toBeGreaterThan(50);
  await expectSilence(sdk.page);
});

test('the ringing number rings until the caller gives up', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.dial('+1 (555) 010-0008');
  await expect.poll(() => sdk.frames()).toContain('telnyx_rtc.ringing');
  expect(gateway.state().legs).toMatchObject([{phase: 'ringing', peer: 'ringing'}]);
  await sdk.hangUp();
  await sdk.waitFor('destroy');
  expect(gateway.state().legs).toEqual([]);
});

for (const [destination, cause, causeCode, sipCode] of [
  ['busy', 'USER_BUSY', 17, 486],
  ['+15550100006', 'CALL_REJECTED', 21, 603],
  ['5550100007', 'UNALLOCATED_NUMBER', 1, 404],
  ['+12125550123', 'UNALLOCATED_NUMBER', 1, 404],
  ['agent', 'SUBSCRIBER_ABSENT', 20, 480],
] as const)
  test(`${destination} ends with ${cause}`, async ({sdk}) => {
    await sdk.login();
    await sdk.dial(destination);
    await sdk.waitFor('destroy');
    expect(await sdk.reason()).toEqual({cause, causeCode, sipCode});
    expect(await sdk.states()).toEqual(['new', 'requesting', 'trying', 'hangup', 'destroy']);
  });

test('trying: the call is taken, and nothing more', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.dial('trying');
  await sdk.waitFor('trying');
  expect(gateway.state()).toMatchObject({legs: [{peer: 'trying', phase: 'new'}]});
  expect(gateway.state().frames.sent).not.toHaveProperty('telnyx_rtc.ringing');
});

test('the README lists the numbers as they are', async () => {
  const readme = await readFile(new URL('../../../demo/gateway/README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `(\+\d+)` +\| `(\w+)` +\| (.*?) +\|$/gm)].map(
    ([, ...cells]) => cells,
  );
  expect(rows).toEqual([AGENT, ...ROBOTS].map(({number, name, title}) => [number, name, title]));
});
