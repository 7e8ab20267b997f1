import type {Page} from '@playwright/test';
import {expect, test} from '../support/fixtures.js';
import type {BlankSite} from '../support/blank-site.js';

declare global {
  interface Window {
    socket: WebSocket;
    heard: string[];
  }
}

/** A page with one plain socket to this URL, which is open; it notes what happens to it. */
async function open(page: Page, site: BlankSite, url: string): Promise<void> {
  await page.goto(site.url);
  await again(page, url);
  await expect.poll(() => heard(page)).toEqual(['open']);
}

const again = (page: Page, url: string): Promise<void> =>
  page.evaluate((url) => {
    window.heard = [];
    window.socket = new WebSocket(url);
    window.socket.onopen = () => window.heard.push('open');
    window.socket.onmessage = ({data}) =>
      window.heard.push(`answer ${(JSON.parse(String(data)) as {id: string}).id}`);
    window.socket.onclose = ({code}) => window.heard.push(`close ${code}`);
  }, url);

/** A request that nobody may make before the login: its error is the answer. */
const ask = (page: Page, id: string): Promise<void> =>
  page.evaluate(
    (id) => window.socket.send(JSON.stringify({jsonrpc: '2.0', id, method: 'telnyx_rtc.ping', params: {}})),
    id,
  );

const heard = (page: Page): Promise<string[]> => page.evaluate(() => window.heard);

test('nothing wrong: everything comes through, and the end of the socket too', async ({
  page,
  site,
  link,
  gateway,
}) => {
  await open(page, site, link.url);
  await ask(page, 'a');
  await ask(page, 'b');
  await expect.poll(() => heard(page)).toEqual(['open', 'answer a', 'answer b']);
  await page.evaluate(() => window.socket.close());
  await expect.poll(() => heard(page)).toContain('close 1005');
  await expect.poll(() => gateway.state().sockets).toBe(0);
  expect(link.connections).toBe(1);
});

test('stall: nothing happens on an open socket, and all of it comes after the resume', async ({
  page,
  site,
  link,
  gateway,
}) => {
  await open(page, site, link.url);
  link.stall();
  await ask(page, 'a');
  await ask(page, 'b');
  // A second way to the gateway shows that there was time for an answer.
  const beside = await page.context().newPage();
  await open(beside, site, gateway.url);
  await ask(beside, 'c');
  await expect.poll(() => heard(beside)).toEqual(['open', 'answer c']);
  expect(await heard(page)).toEqual(['open']);
  link.resume();
  await expect.poll(() => heard(page)).toEqual(['open', 'answer a', 'answer b']);
});

test('stall holds new sockets too', async ({page, site, link, gateway}) => {
  link.stall();
  await page.goto(site.url);
  await again(page, link.url);
  await expect.poll(() => link.connections).toBe(1);
  expect(gateway.state().sockets).toBe(0);
  expect(await heard(page)).toEqual([]);
  link.resume();
  await expect.poll(() => heard(page)).toEqual(['open']);
});

test('cut: the socket closes without a handshake at both ends', async ({page, site, link, gateway}) => {
  await open(page, site, link.url);
  link.cut();
  await expect.poll(() => heard(page)).toEqual(['open', 'close 1006']);
  await expect.poll(() => gateway.state().sockets).toBe(0);
  await again(page, link.url);
  await expect.poll(() => heard(page)).toEqual(['open']);
});

test('refuse: an old socket lives on, a new one does not open', async ({page, site, link, gateway}) => {
  await open(page, site, link.url);
  link.refuse(true);
  await ask(page, 'a');
  await expect.poll(() => heard(page)).toEqual(['open', 'answer a']);
  await again(page, link.url);
  await expect.poll(() => heard(page)).toEqual(['close 1006']);
  expect(gateway.state().sockets).toBe(1);
  link.refuse(false);
  await again(page, link.url);
  await expect.poll(() => heard(page)).toEqual(['open']);
});

test('delay: answers come late and in order; restore ends every fault', async ({
  page,
  site,
  link,
  gateway,
}) => {
  await open(page, site, link.url);
  const beside = await page.context().newPage();
  await open(beside, site, gateway.url);
  link.delay(5000);
  await ask(page, 'a');
  await ask(beside, 'c');
  await expect.poll(() => heard(beside), {intervals: [10]}).toEqual(['open', 'answer c']);
  expect(await heard(page)).toEqual(['open']);
  link.delay(0);
  await ask(page, 'b');
  await expect.poll(() => heard(page)).toEqual(['open', 'answer a', 'answer b']);
  link.stall();
  link.refuse(true);
  link.delay(60_000);
  link.restore();
  await again(page, link.url);
  await expect.poll(() => heard(page)).toEqual(['open']);
});

test('a call report goes through the link as well', async ({link, gateway}) => {
  await fetch(`${link.url.replace('ws:', 'http:')}/call_report`, {
    method: 'POST',
    body: '{}',
    headers: {'x-call-id': 'call-1'},
  });
  expect(gateway.state().reports).toMatchObject([{callID: 'call-1'}]);
});
