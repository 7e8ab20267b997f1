import {expect, test, type Visitor} from '../support/visitor.js';
import {lookElsewhere, test as tabs} from '../support/real-tab.js';

declare global {
  interface Window {
    locks: WakeLockSentinel[];
    keys: Map<string, () => void>;
    shown: string[];
  }
}

/** Remembers what the system is told. */
async function watch({page}: Visitor): Promise<void> {
  await page.addInitScript(() => {
    window.locks = [];
    window.keys = new Map();
    window.shown = [];
    const {request} = WakeLock.prototype;
    WakeLock.prototype.request = async function (type) {
      const lock = await request.call(this, type);
      window.locks.push(lock);
      return lock;
    };
    const {setActionHandler, setMicrophoneActive} = MediaSession.prototype;
    MediaSession.prototype.setActionHandler = function (action, handler) {
      setActionHandler.call(this, action, handler);
      if (handler) window.keys.set(action, handler as () => void);
      else window.keys.delete(action);
    };
    MediaSession.prototype.setMicrophoneActive = function (on) {
      window.shown.push(`microphone ${on ? 'on' : 'off'}`);
      return setMicrophoneActive.call(this, on);
    };
  });
}

const locked = ({page}: Visitor): Promise<number> =>
  page.evaluate(() => window.locks.filter(({released}) => !released).length);

const told = ({page}: Visitor) =>
  page.evaluate(() => ({
    keys: [...window.keys.keys()],
    title: navigator.mediaSession.metadata?.title,
    plays: navigator.mediaSession.playbackState,
  }));

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

test('the system’s keys mute and hang up, and are given back', async ({visitor}) => {
  await watch(visitor);
  await visitor.open(visitor.tag('echo', 'label="Talk to the shop"'));
  await visitor.button('Talk to the shop').click();
  await visitor.reaches('active');
  expect(await told(visitor)).toEqual({
    keys: ['hangup', 'togglemicrophone'],
    title: 'Talk to the shop',
    plays: 'playing',
  });
  await visitor.page.evaluate(() => window.keys.get('togglemicrophone')?.());
  await expect(visitor.panel.getByRole('button', {name: /^Muted?$|^Unmute$/})).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await visitor.page.evaluate(() => window.keys.get('hangup')?.());
  await visitor.reaches('ended');
  expect(await told(visitor)).toEqual({keys: [], title: undefined, plays: 'none'});
  expect(await visitor.page.evaluate(() => window.shown)).toEqual([
    'microphone on',
    'microphone off',
    'microphone off',
  ]);
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
