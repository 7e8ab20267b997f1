import {expect, test, type Visitor} from '../support/visitor.js';

declare global {
  interface Window {
    keys: Map<string, () => void>;
    shown: string[];
  }
}

/** Remembers what the system is told. Firefox knows none of these keys. */
async function watch({page}: Visitor): Promise<void> {
  await page.addInitScript(() => {
    window.keys = new Map();
    window.shown = [];
    const {setActionHandler, setMicrophoneActive} = MediaSession.prototype;
    MediaSession.prototype.setActionHandler = function (action, handler) {
      setActionHandler.call(this, action, handler);
      if (handler) window.keys.set(action, handler as () => void);
      else window.keys.delete(action);
    };
    if (setMicrophoneActive as unknown)
      MediaSession.prototype.setMicrophoneActive = function (on) {
        window.shown.push(`microphone ${on ? 'on' : 'off'}`);
        return setMicrophoneActive.call(this, on);
      };
  });
}

const told = ({page}: Visitor) =>
  page.evaluate(() => ({
    keys: [...window.keys.keys()],
    title: navigator.mediaSession.metadata?.title,
    plays: navigator.mediaSession.playbackState,
  }));

test('the system shows the call, its keys mute and hang up, and all is given back', async ({
  visitor,
  browserName,
}) => {
  const keys = browserName === 'chromium' ? ['hangup', 'togglemicrophone'] : [];
  await watch(visitor);
  await visitor.open(visitor.tag('echo', 'label="Talk to the shop"'));
  await visitor.button('Talk to the shop').click();
  await visitor.reaches('active');
  expect(await told(visitor)).toEqual({keys, title: 'Talk to the shop', plays: 'playing'});
  const press = (key: string) =>
    keys.includes(key)
      ? visitor.page.evaluate((key) => window.keys.get(key)?.(), key)
      : visitor.control(key === 'hangup' ? 'Hang up' : 'Mute').click();
  await press('togglemicrophone');
  const muted = visitor.panel.locator('button[aria-pressed=true]');
  await expect(muted).toHaveText(/^Muted$/);
  await press('hangup');
  await visitor.reaches('ended');
  expect(await told(visitor)).toEqual({keys: [], title: undefined, plays: 'none'});
  const shown = ['microphone on', 'microphone off', 'microphone off'];
  expect(await visitor.page.evaluate(() => window.shown)).toEqual(browserName === 'chromium' ? shown : []);
  await visitor.isClean();
});
