import {test as base, type BrowserContext} from '@playwright/test';
import {startGateway, type Gateway} from '../../../demo/gateway/index.js';
import {startBlankSite, type BlankSite} from './blank-site.js';
import {startFaultyLink, type FaultyLink} from './faulty-link.js';
import {expect} from './expect.js';
import {addProbe} from './probe.js';
import {SdkPage} from './sdk-page.js';

interface WorkerFixtures {
  /** One gateway per worker, on a free port; empty at the start of each test. */
  gateway: Gateway;
  /** An empty page and the SDK. */
  site: BlankSite;
}

interface TestFixtures {
  /** After each test: pages closed, every call ended, no socket left. */
  nothingLeft: void;
  /** A page with the bare SDK, not logged in. */
  sdk: SdkPage;
  /** Another one, for the far end. */
  far: SdkPage;
  /** A way to the gateway that can be broken: each test has its own. */
  link: FaultyLink;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  gateway: [
    async ({}, use) => {
      const gateway = await startGateway({pingInterval: 2000});
      await use(gateway);
      await gateway.close();
    },
    {scope: 'worker'},
  ],
  site: [
    async ({}, use) => {
      const site = await startBlankSite();
      await use(site);
      await site.close();
    },
    {scope: 'worker'},
  ],
  context: async ({context}, use) => {
    await addProbe(context);
    await use(context);
  },
  sdk: async ({context, site, gateway}, use) => {
    await use(await new SdkPage(await context.newPage(), site.url, gateway).open());
  },
  far: async ({context, site, gateway}, use) => {
    await use(await new SdkPage(await context.newPage(), site.url, gateway).open());
  },
  link: async ({gateway}, use) => {
    const link = await startFaultyLink(gateway);
    await use(link);
    await link.close();
  },
  nothingLeft: [
    async ({gateway, context}, use) => {
      await use();
      await closePages(context);
      gateway.control('reset');
      await expect
        .poll(() => gateway.state(), {message: 'an empty gateway'})
        .toMatchObject({sockets: 0, legs: []});
      // The gateway's media sockets: it runs in this process.
      await expect.poll(udpSockets, {message: 'no media socket left'}).toBe(0);
    },
    {auto: true},
  ],
});

const udpSockets = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'UDPWrap').length;

const closePages = (context: BrowserContext): Promise<unknown> =>
  Promise.all(context.pages().map((page) => page.close()));

export {expect};
