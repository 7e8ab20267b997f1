import {createServer, type AddressInfo} from 'node:net';
import {chromium, type BrowserContext, type Page} from '@playwright/test';
import {addProbe} from './probe.js';
import {test as base} from './visitor.js';

/** What Playwright switches off, and every visitor's browser has. */
const REAL = [
  '--disable-back-forward-cache',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/**
 * Pages as tabs of one real window: hidden behind one another, frozen, and kept for the way back. Playwright holds its
 * own pages in sight for ever, but not those of a browser that it only joins. Chromium only.
 */
export const test = base.extend({
  context: async ({launchOptions, shop}, use) => {
    const port = await freePort();
    const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`];
    const browser = await chromium.launch({...launchOptions, args, ignoreDefaultArgs: REAL});
    const joined = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, {noDefaults: true});
    const context = joined.contexts()[0] as BrowserContext;
    await context.grantPermissions(['microphone'], {origin: shop.url});
    await addProbe(context);
    await use(context);
    await joined.close();
    await browser.close();
  },
});

/** The visitor looks at another tab. */
export async function lookElsewhere(page: Page): Promise<void> {
  await (await page.context().newPage()).bringToFront();
  await page.waitForFunction(() => document.hidden, undefined, {polling: 100});
}

/** Freezes a hidden page, as a browser does to spare the battery, or thaws it. Chromium cuts its sockets meanwhile. */
export async function freeze(page: Page, on: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', {state: on ? 'frozen' : 'active'});
  await session.detach();
}

/** How long a closed laptop stays so (ms): a page that has missed 5 s takes itself for one that was asleep. */
const NAP = 6000;

/**
 * The laptop is closed for a while: every process of the browser stops, and goes on when it is opened.
 * @param meanwhile runs while all are stopped
 */
export async function sleep(page: Page, meanwhile?: () => void): Promise<void> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const {processInfo = []} = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const signal = (name: NodeJS.Signals): void => processInfo.forEach(({id}) => process.kill(id, name));
  signal('SIGSTOP');
  meanwhile?.();
  // The fault itself, not a wait for something.
  await new Promise((done) => setTimeout(done, NAP));
  signal('SIGCONT');
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export {expect} from './visitor.js';
