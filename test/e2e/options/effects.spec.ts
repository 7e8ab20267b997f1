import {readFileSync} from 'node:fs';
import {MICROPHONE_HZ} from '../support/browser.js';
import {expectSilence, expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';
import {toneFile} from '../support/wav.js';

// What can't be read back from one place, and is seen by what follows from it.

const set = (visitor: Visitor, properties: object): Promise<void> =>
  visitor.element().evaluate((element, given) => void Object.assign(element, given), properties);

test('which of Telnyx’s servers is called', async ({visitor, gateway}) => {
  // No test goes there: the socket of that name is one to the gateway.
  await visitor.page.route(/telnyx\.com/, (route) => route.fulfill({status: 200, body: '{}'}));
  await visitor.page.addInitScript((url) => {
    const asked: string[] = [];
    Object.assign(window, {asked});
    window.WebSocket = class extends WebSocket {
      constructor(address: string | URL) {
        asked.push(String(address));
        super(url);
      }
    };
  }, gateway.url);
  const tag = visitor.tag('tone', 'env="development" region="eu"').replace(/signaling-url="[^"]*"/, '');
  await visitor.open(tag);
  await visitor.call();
  expect(await visitor.page.evaluate(() => Reflect.get(window, 'asked') as unknown)).toEqual([
    'wss://eu.rtcdev.telnyx.com/',
  ]);
  await visitor.hangUp();
  await visitor.isClean();
});

test('after a lost connection another server is taken', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone', 'skip-last-voice-sdk-id'));
  await visitor.call();
  gateway.control('drop');
  const skips = () => visitor.requests.filter((url) => /skip_last_voice_sdk_id=true/.test(url)).length;
  await expect.poll(skips).toBeGreaterThan(0);
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.isClean();
});

test('a call that begins muted is heard once the visitor wants it', async ({visitor, gateway, far}) => {
  await far.login('agent');
  await far.autoAnswer();
  await visitor.open(visitor.tag('agent', 'muted'));
  await visitor.call();
  const muted = () => visitor.element().evaluate((element) => Reflect.get(element, 'muted') as boolean);
  const button = visitor.panel.getByRole('button', {name: /^Muted?$/});
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(await muted()).toBe(true);
  await expectSilence(far.page);
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expectTone(far.page, MICROPHONE_HZ);
  // To the SDK the call that is taken up again begins anew, and muted.
  gateway.control('drop', {user: gateway.state().clients.find(({user}) => user !== 'agent')?.user});
  await expect.poll(() => gateway.state().legs.some(({attaches}) => attaches === 1)).toBe(true);
  await visitor.reaches('active');
  await expectTone(far.page, MICROPHONE_HZ);
  expect(await muted()).toBe(false);
  await visitor.hangUp();
  await visitor.isClean();
});

test('sounds are the button’s own: the SDK puts none into the page', async ({visitor}) => {
  await visitor.open(visitor.tag('ringing', 'ringtone-src="/ring.wav" ringback-src="/back.wav"'));
  const file = visitor.page.waitForRequest(/back\.wav/);
  const body = readFileSync(toneFile(660));
  await visitor.page.route(/back\.wav/, (route) => route.fulfill({body, contentType: 'audio/wav'}));
  await visitor.button().click();
  await visitor.reaches('ringing');
  await file;
  expect(await visitor.page.locator('audio').count()).toBe(0);
  await visitor.element().evaluate((element) => (element as HTMLElement & {hangUp(): void}).hangUp());
  await visitor.reaches('ended');
  await visitor.isClean();
});

test('no report is sent where the page wants none', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone', 'no-call-reports'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
  expect(gateway.state().reports).toEqual([]);
});

test('debug data goes over the socket, and nothing into the console', async ({visitor, gateway}) => {
  const said: string[] = [];
  visitor.page.on('console', (message) => said.push(message.text()));
  await visitor.open(visitor.tag('tone', 'debug'));
  await visitor.call();
  await expect.poll(() => gateway.state().frames.received['debug_report_data']).toBeGreaterThan(0);
  await visitor.hangUp();
  await expect.poll(() => gateway.state().frames.received['debug_report_stop']).toBeGreaterThan(0);
  expect(said.join('\n')).not.toMatch(/eyJ|login_token/);
  await visitor.isClean();
});

test('debug data comes as a file', async ({visitor}) => {
  await visitor.open(visitor.tag('tone', 'debug-output="file"'));
  await set(visitor, {callOptions: {debug: true}});
  await visitor.call();
  const download = visitor.page.waitForEvent('download');
  await visitor.hangUp();
  expect((await download).suggestedFilename()).toMatch(/^webrtc-stats-.*\.json$/);
  await visitor.isClean();
});

test('a relay can be forced for one call', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await set(visitor, {callOptions: {forceRelayCandidate: true}});
  await visitor.button().click();
  const policy = () =>
    visitor.page.evaluate(() => window.probe.peers[0]?.getConfiguration().iceTransportPolicy);
  await expect.poll(policy).toBe('relay');
  await visitor.element().evaluate((element) => (element as HTMLElement & {hangUp(): void}).hangUp());
  await visitor.reaches('ended');
  await visitor.isClean(/20 to 80 ms/);
});

test('the devices that a page chooses before the call are those of the call', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  const [microphone, speaker] = await visitor.element().evaluate(async (element) => {
    const all = await navigator.mediaDevices.enumerateDevices();
    const last = (kind: string) => all.filter((device) => device.kind === kind).at(-1)?.deviceId ?? '';
    const button = element as HTMLElement & Record<'setMicrophone' | 'setSpeaker', (id: string) => unknown>;
    await button.setMicrophone(last('audioinput'));
    await button.setSpeaker(last('audiooutput'));
    return [last('audioinput'), last('audiooutput')];
  });
  await visitor.call();
  const used = () =>
    visitor.page.evaluate(() => window.probe.tracks.map((track) => track.getSettings().deviceId));
  expect(await used()).toEqual([microphone]);
  await visitor.control('Audio').click();
  await expect(visitor.panel.getByRole('combobox').nth(0)).toHaveValue(microphone!);
  await expect(visitor.panel.getByRole('combobox').nth(1)).toHaveValue(speaker!);
  await visitor.element().evaluate((element) => (element as HTMLElement & {hangUp(): void}).hangUp());
  await visitor.reaches('ended');
  await visitor.isClean();
});

test('the name of the microphone stays with the visitor', async ({visitor}) => {
  const reports: string[] = [];
  visitor.page.on('request', (request) => {
    if (request.url().endsWith('/call_report')) reports.push(request.postData() ?? '');
  });
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const name = await visitor.page.evaluate(() => window.probe.tracks[0]?.label ?? '');
  expect(name).not.toBe('');
  await visitor.hangUp();
  await expect.poll(() => reports.length).toBeGreaterThan(0);
  expect(JSON.stringify(visitor.frames)).not.toContain(name);
  expect(reports.join()).not.toContain(name);
  await visitor.isClean();
});
