import type {Locator, Page} from '@playwright/test';
import {startSite, type Site} from '../../demo/server.js';
import {expect, test as base} from './support/fixtures.js';
import {leftovers} from './support/probe.js';
import type {SdkPage} from './support/sdk-page.js';
import {expectTone} from './support/sound.js';

const CALLER_HZ = 700;
const CALLER = {callerName: 'A visitor', callerNumber: '+15550100098'};
const button = (page: Page, name: string): Locator => page.getByRole('button', {name, exact: true});

/** The demo site on the worker's gateway, and everything its pages complained about. */
const test = base.extend<{complaints: string[]}, {demo: Site}>({
  demo: [
    async ({gateway}, use) => {
      const site = await startSite({gateway});
      await use(site);
      await site.close();
    },
    {scope: 'worker'},
  ],
  complaints: [
    async ({context}, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    {auto: true},
  ],
});

async function onDuty(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.url}/agent.html`);
  await button(page, 'Go on duty').click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText('You are on duty');
}

/** A visitor's call that rings at the agent's. */
async function ring(sdk: SdkPage, user = 'visitor-1'): Promise<void> {
  await sdk.login(user);
  await sdk.dial('agent', {
    ...CALLER,
    customHeaders: [{name: 'X-Page', value: '/prices'}],
    toneHz: CALLER_HZ,
  });
}

const level = (page: Page, name: string): Promise<number> =>
  page.getByRole('meter', {name}).getAttribute('aria-valuenow').then(Number);

test('the agent sees who calls, answers, and both hear each other', async ({page, sdk, demo}) => {
  await onDuty(page, demo);
  await ring(sdk);
  const card = page.getByRole('article');
  await expect(card).toContainText('A visitor');
  await expect(card).toContainText('+15550100098');
  await expect(card).toContainText('X-Page/prices');
  await expect(page).toHaveTitle('Ringing: A visitor');
  await button(page, 'Answer').click();
  await sdk.waitFor('active');
  await expect(card).toContainText('In call');
  await expectTone(page, CALLER_HZ);
  await expect.poll(() => level(page, 'Caller’s voice')).toBeGreaterThan(20);
  await expect.poll(() => level(page, 'Your voice')).toBeGreaterThan(20);
});

test('mute and hold are heard at the other end', async ({page, sdk, demo, gateway}) => {
  await onDuty(page, demo);
  await ring(sdk);
  await button(page, 'Answer').click();
  await sdk.waitFor('active');
  await expect.poll(() => level(page, 'Your voice')).toBeGreaterThan(20);
  await button(page, 'Mute').click();
  await expect(button(page, 'Muted')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => level(page, 'Your voice')).toBe(0);
  await button(page, 'Hold').click();
  await expect(page.getByRole('article')).toContainText('On hold');
  expect(gateway.state().legs.find(({user}) => user === 'agent')?.held).toBe(true);
  await button(page, 'Resume').click();
  await expect(page.getByRole('article')).toContainText('In call');
});

test('keys that the caller presses show', async ({page, sdk, demo}) => {
  await onDuty(page, demo);
  await ring(sdk);
  await button(page, 'Answer').click();
  await sdk.waitFor('active');
  await sdk.page.evaluate(() => {
    window.lab.call?.dtmf('4');
    window.lab.call?.dtmf('#');
  });
  await expect(page.getByLabel('Keys pressed')).toHaveText('4#');
});

test('the caller hangs up', async ({page, sdk, demo}) => {
  await onDuty(page, demo);
  await ring(sdk);
  await button(page, 'Answer').click();
  await sdk.waitFor('active');
  await sdk.hangUp();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({hasText: 'A visitor'})).toContainText(
    'caller hung up, 0:0',
  );
  await expect
    .poll(() => leftovers(page))
    .toMatchObject({microphones: 0, remoteTracks: 0, peers: 0, sockets: 1});
});

test('the agent hangs up, declines and misses a call', async ({page, sdk, demo, gateway}) => {
  await onDuty(page, demo);
  await ring(sdk);
  await button(page, 'Answer').click();
  await sdk.waitFor('active');
  await button(page, 'Hang up').click();
  await sdk.waitFor('destroy');
  const earlier = page.getByRole('listitem').filter({hasText: 'A visitor'});
  await expect(earlier.first()).toContainText('you hung up');
  await sdk.dial('agent', CALLER);
  await button(page, 'Decline').click();
  await sdk.waitFor('destroy');
  await expect(earlier.first()).toContainText('declined');
  await sdk.dial('agent', CALLER);
  await expect(button(page, 'Answer')).toBeVisible();
  await sdk.hangUp();
  await expect(earlier.first()).toContainText('missed');
  expect(gateway.state().legs).toEqual([]);
});

test('a second caller waits, and is taken while the first is on hold', async ({page, sdk, far, demo}) => {
  await onDuty(page, demo);
  await ring(sdk);
  await button(page, 'Answer').click();
  await sdk.waitFor('active');
  await far.login('visitor-2');
  await far.dial('agent', {callerName: 'Another one'});
  await button(page, 'Answer').click();
  await far.waitFor('active');
  await expect(page.getByRole('article').filter({hasText: 'Another one'})).toContainText('In call');
  await expect(page.getByRole('article').filter({hasText: 'A visitor'})).toContainText('On hold');
});

test('a lost connection comes back with the call', async ({page, sdk, demo, gateway}) => {
  await onDuty(page, demo);
  await ring(sdk);
  await button(page, 'Answer').click();
  await sdk.waitFor('active');
  gateway.control('freeze');
  gateway.control('drop', {user: 'agent'});
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Connection lost');
  await expect(button(page, 'Hang up')).toBeDisabled();
  gateway.control('thaw');
  await expect(page.getByRole('heading', {level: 1})).toHaveText('You are on duty');
  await expect(page.getByRole('article')).toContainText('In call');
  await expectTone(page, CALLER_HZ);
  await expect.poll(() => level(page, 'Caller’s voice')).toBeGreaterThan(20);
  await button(page, 'Hang up').click();
  await sdk.waitFor('destroy');
});

test('with ?auto the agent answers without a click', async ({page, sdk, demo}) => {
  await page.goto(`${demo.url}/agent.html?auto`);
  await expect(page.getByRole('heading', {level: 1})).toHaveText('You are on duty');
  await ring(sdk);
  await sdk.waitFor('active');
  await expect.poll(() => level(page, 'Caller’s voice')).toBeGreaterThan(20);
});

test('off duty nothing is left: no microphone, no connection', async ({page, sdk, demo, gateway}) => {
  await onDuty(page, demo);
  await ring(sdk);
  await button(page, 'Answer').click();
  await sdk.waitFor('active');
  await button(page, 'Go off duty').click();
  await sdk.waitFor('destroy');
  await expect
    .poll(() => leftovers(page))
    .toMatchObject({microphones: 0, remoteTracks: 0, peers: 0, sockets: 0});
  await expect
    .poll(() => gateway.state().clients.filter(({connected}) => connected))
    .toMatchObject([{user: 'visitor-1'}]);
});

test('the gateway can send the agent off duty', async ({page, demo, gateway}) => {
  await onDuty(page, demo);
  gateway.control('punt', {user: 'agent'});
  await expect(page.getByRole('status')).toHaveText('The gateway has sent you off duty.');
  await button(page, 'Go on duty').click();
  await expect(page.getByRole('heading', {level: 1})).toHaveText('You are on duty');
});

test('the faults page shows who is connected and reaches them', async ({page, sdk, demo, gateway}) => {
  await sdk.login();
  await page.goto(`${demo.url}/faults.html`);
  await expect(
    page.getByRole('cell', {name: 'visitor-1'}).or(page.getByRole('rowheader', {name: 'visitor-1'})),
  ).toBeVisible();
  await page.getByLabel('Whom').selectOption('visitor-1');
  await button(page, 'Call a client').click();
  await sdk.waitFor('ringing');
  await expect(page.getByRole('row').filter({hasText: 'visitor-1'})).toContainText('ringing');
  await button(page, 'Reset everything').click();
  await expect(page.getByText('Nobody is connected.')).toBeVisible();
  await expect.poll(() => gateway.state().legs).toEqual([]);
});

test('every control of the faults page is understood', async ({page, demo}) => {
  await page.goto(`${demo.url}/faults.html`);
  for (const form of await page.locator('form[data-verb]:not([data-verb=call])').all()) {
    await form.getByRole('button').click();
    await expect(form.getByRole('status'), (await form.getAttribute('data-verb')) ?? '').toContainText(
      'Done at',
    );
  }
});

test('the visitor page is a plain page with two tags, and can call other numbers', async ({
  page,
  demo,
  gateway,
}) => {
  await page.goto(demo.url);
  const tags = page.locator('telnyx-call-button');
  await expect(tags).toHaveCount(2);
  for (const tag of await tags.all()) {
    await expect(tag).toHaveAttribute('token-url', '/api/telnyx-token');
    await expect(tag).toHaveAttribute('signaling-url', gateway.url);
    await expect(tag).toHaveAttribute('destination', 'agent');
  }
  await page.getByText('Try other numbers').click();
  await page.getByLabel('Echo').check();
  for (const tag of await tags.all()) await expect(tag).toHaveAttribute('destination', 'echo');
});

test('the site serves its own folders only, and this machine only', async ({request, demo}) => {
  for (const path of ['/..%2fserver.ts', '/dist/cdn/..%2f..%2fpackage.json', '/%00', '/%', '/nothing.html']) {
    expect((await request.get(demo.url + path)).status(), path).toBe(404);
  }
  const stranger = {headers: {host: 'shop.example'}};
  expect((await request.post(`${demo.url}/api/telnyx-token`, stranger)).status()).toBe(403);
  const other = {headers: {origin: 'https://shop.example'}};
  expect((await request.post(`${demo.url}/api/telnyx-token`, other)).status()).toBe(403);
});
