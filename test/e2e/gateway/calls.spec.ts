import {MICROPHONE_HZ} from '../support/browser.js';
import {expect, test} from '../support/fixtures.js';
import {leftovers} from '../support/probe.js';
import type {SdkPage} from '../support/sdk-page.js';
import {expectSilence, expectTone, listen} from '../support/sound.js';

const CALLER_HZ = 700;

/** The visitor calls the agent; the visitor's voice is a tone of its own. */
async function connect(sdk: SdkPage, far: SdkPage): Promise<void> {
  await Promise.all([sdk.login('visitor-1'), far.login('agent')]);
  await far.autoAnswer();
  await sdk.call('agent', {
    callerName: 'A visitor',
    callerNumber: '+15550100098',
    customHeaders: [{name: 'X-Page', value: '/prices'}],
    toneHz: CALLER_HZ,
  });
  await far.waitFor('active');
}

test('client to client: each hears the other', async ({sdk, far}) => {
  await connect(sdk, far);
  await expectTone(far.page, CALLER_HZ);
  await expectTone(sdk.page, MICROPHONE_HZ);
});

test('the called client is told who calls', async ({sdk, far, gateway}) => {
  await connect(sdk, far);
  const shown = await far.page.evaluate(() => {
    const {remoteCallerName, remoteCallerNumber, destinationNumber, customHeaders} =
      window.lab.call?.options ?? {};
    return {remoteCallerName, remoteCallerNumber, destinationNumber, customHeaders};
  });
  expect(shown).toEqual({
    remoteCallerName: 'A visitor',
    remoteCallerNumber: '+15550100098',
    destinationNumber: 'agent',
    customHeaders: [{name: 'X-Page', value: '/prices'}],
  });
  expect(await far.states()).toEqual(['new', 'ringing', 'answering', 'active']);
  expect(gateway.state().legs).toMatchObject([
    {user: 'visitor-1', peer: 'agent'},
    {user: 'agent', peer: 'visitor-1'},
  ]);
});

test('the caller hangs up: both ends are free and nothing runs on', async ({sdk, far, gateway}) => {
  await connect(sdk, far);
  await sdk.hangUp();
  await Promise.all([sdk.waitFor('destroy'), far.waitFor('destroy')]);
  expect(gateway.state().legs).toEqual([]);
  expect(await far.reason()).toEqual({cause: 'NORMAL_CLEARING', causeCode: 16, sipCode: null});
  for (const {page} of [sdk, far])
    expect(await leftovers(page)).toMatchObject({microphones: 0, remoteTracks: 0, peers: 0, sockets: 1});
});

test('the called one hangs up', async ({sdk, far, gateway}) => {
  await connect(sdk, far);
  await far.hangUp();
  await Promise.all([sdk.waitFor('destroy'), far.waitFor('destroy')]);
  expect(gateway.state().legs).toEqual([]);
  expect(await sdk.reason()).toEqual({cause: 'NORMAL_CLEARING', causeCode: 16, sipCode: null});
});

test('the called one declines', async ({sdk, far}) => {
  await Promise.all([sdk.login('visitor-1'), far.login('agent')]);
  await sdk.dial('agent');
  await far.waitFor('ringing');
  await far.hangUp();
  await sdk.waitFor('destroy');
  expect(await sdk.reason()).toEqual({cause: 'USER_BUSY', causeCode: 17, sipCode: 486});
});

test('the caller gives up while it rings', async ({sdk, far}) => {
  await Promise.all([sdk.login('visitor-1'), far.login('agent')]);
  await sdk.dial('agent');
  await far.waitFor('ringing');
  await sdk.hangUp();
  await far.waitFor('destroy');
  expect(await far.reason()).toEqual({cause: 'ORIGINATOR_CANCEL', causeCode: 487, sipCode: 487});
});

test('hold: the held one hears music, the holder nothing; then both hear each other again', async ({
  sdk,
  far,
  gateway,
}) => {
  await connect(sdk, far);
  await sdk.hold();
  await sdk.waitFor('held');
  expect(gateway.state().legs).toMatchObject([{held: true}, {held: false}]);
  const music = async (): Promise<boolean> => {
    const {hz, db} = await listen(far.page);
    return db > -45 && hz > 200 && hz < 420;
  };
  await expect.poll(music, {message: 'hold music', intervals: [0]}).toBe(true);
  await expectSilence(sdk.page);
  await sdk.unhold();
  await sdk.waitFor('active');
  expect(gateway.state().legs).toMatchObject([{held: false}, {held: false}]);
  await expectTone(far.page, CALLER_HZ);
  await expectTone(sdk.page, MICROPHONE_HZ);
});

test('DTMF is noted and handed on to the far client', async ({sdk, far, gateway}) => {
  await connect(sdk, far);
  await sdk.page.evaluate(() => ['1', '#', '42'].forEach((digits) => window.lab.call?.dtmf(digits)));
  await expect.poll(() => gateway.state().legs[0]?.dtmf).toBe('1#42');
  await expect.poll(() => far.page.evaluate(() => window.lab.digits)).toBe('1#42');
});

test('mute silences the far end, unmute brings the voice back', async ({sdk, far}) => {
  await connect(sdk, far);
  await expectTone(far.page, CALLER_HZ);
  await sdk.page.evaluate(() => window.lab.call?.muteAudio());
  await expectSilence(far.page);
  await sdk.page.evaluate(() => window.lab.call?.unmuteAudio());
  await expectTone(far.page, CALLER_HZ);
});

test('an incoming call from a number: shown, answered, heard, ended by the far end', async ({
  far,
  gateway,
}) => {
  await far.login('agent');
  const headers = [{name: 'X-Campaign', value: 'autumn'}];
  await gateway.control('call', {
    user: 'agent',
    from: '+15550100055',
    name: 'A customer',
    headers,
    number: 'tone',
  });
  await far.waitFor('ringing');
  await far.answer();
  await far.waitFor('active');
  const options = await far.page.evaluate(() => {
    const {remoteCallerName, remoteCallerNumber, customHeaders} = window.lab.call?.options ?? {};
    return {remoteCallerName, remoteCallerNumber, customHeaders};
  });
  expect(options).toEqual({
    remoteCallerName: 'A customer',
    remoteCallerNumber: '+15550100055',
    customHeaders: headers,
  });
  await expectTone(far.page, 440);
  gateway.control('hang-up', {user: 'agent', cause: 'USER_BUSY', causeCode: 17, sipCode: 486});
  await far.waitFor('destroy');
  expect(await far.reason()).toEqual({cause: 'USER_BUSY', causeCode: 17, sipCode: 486});
});

test('a call report arrives after the call', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('tone');
  const [leg] = gateway.state().legs;
  await sdk.hangUp();
  await expect.poll(() => gateway.state().reports).toMatchObject([{callID: leg?.callID}]);
  expect(gateway.state().reports[0]?.size).toBeGreaterThan(500);
});

test('trickle ICE and debug frames are served', async ({sdk, gateway}) => {
  await sdk.login('visitor-1', {trickleIce: true, debug: true});
  await sdk.call('tone');
  await expectTone(sdk.page, 440);
  const {received} = gateway.state().frames;
  expect(received['telnyx_rtc.endOfCandidates']).toBe(1);
  expect(received['debug_report_start']).toBe(1);
});
