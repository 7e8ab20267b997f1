import {expect, test, type Visitor} from '../support/visitor.js';
import {lookElsewhere, test as tabs} from '../support/real-tab.js';

declare global {
  interface Window {
    locks: WakeLockSentinel[];
  }
}

/** Remembers what the screen is asked for. */
async function watch({page}: Visitor): Promise<void> {
  await page.addInitScript(() => {
    window.locks = [];
    const {request} = WakeLock.prototype;
    WakeLock.prototype.request = async function (type) {
      const lock = await request.call(this, type);
      window.locks.push(lock);
      return lock;
    };
  });
}

const locked = ({page}: Visitor): Promise<number> =>
  page.evaluate(() => window.locks.filter(({released}) => !released).length);

test('the screen stays on in a call', async ({visitor, context}) => {
  await context.grantPermissions(['microphone', 'screen-wake-lock']);
  await watch(visitor);
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  await expect.poll(() => locked(visitor)).toBe(1);
  await visitor.hangUp();
  await expect.poll(() => locked(visitor)).toBe(0);
  await visitor.isClean();
});

test('a browser that lets the screen go dark does the call no harm', async ({visitor, context}) => {
  await context.grantPermissions(['microphone']);
  await watch(visitor);
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  expect(await locked(visitor)).toBe(0);
  await visitor.hangUp();
  await visitor.isClean();
});

tabs('a hidden tab says that there is a call, and is itself again when it is seen', async ({visitor}) => {
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  const title = () => visitor.page.evaluate(() => document.title);
  expect(await title()).toBe('A page');
  await lookElsewhere(visitor.page);
  await expect.poll(title).toBe('☎\uFE0E A page');
  await visitor.page.bringToFront();
  await expect.poll(title).toBe('A page');
  await lookElsewhere(visitor.page);
  await expect.poll(title).toBe('☎\uFE0E A page');
  await visitor.element().evaluate((element) => element.remove());
  await expect.poll(title).toBe('A page');
  await visitor.isClean();
});
