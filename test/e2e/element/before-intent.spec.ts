import type {Locator} from '@playwright/test';
import {expect, test, type Visitor} from '../support/visitor.js';

/** What Lit itself puts on `window`, to find out that it was loaded twice and for its decorators. */
const LIT = ['litPropertyMetadata', 'reactiveElementVersions'];

/** What listens for the page's triggers, and for a focus that a floating button must not cover. */
const LISTENERS = ['click', 'pointerover', 'focusin', 'touchstart', 'focusin', 'focusout', 'scroll'];

/** Notes, from the first line of the page on, what a widget might do to it. */
const watch = (visitor: Visitor): Promise<unknown> =>
  visitor.page.addInitScript(() => {
    window.noted = {microphone: 0, listeners: []};
    const {addEventListener: listen, removeEventListener: forget} = EventTarget.prototype;
    const noted = (target: EventTarget, [type]: unknown[]) => {
      const where = target === window ? 'window' : target === document ? 'document' : undefined;
      return where && !String(type).startsWith('telnyx-call-') && `${where} ${String(type)}`;
    };
    const devices = navigator.mediaDevices;
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (constraints) => {
      window.noted.microphone += 1;
      return ask(constraints);
    };
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args) {
      const name = noted(this, args);
      if (name) window.noted.listeners.push(name);
      listen.apply(this, args);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget, ...args) {
      const at = window.noted.listeners.indexOf(noted(this, args) || '');
      if (at >= 0) window.noted.listeners.splice(at, 1);
      forget.apply(this, args);
    };
  });

const looksAtPage = (visitor: Visitor): Promise<unknown> =>
  visitor.page.evaluate(() => ({
    ...window.noted,
    storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].join(''),
    styles: document.adoptedStyleSheets.length + document.querySelectorAll('style').length,
    head: document.head.querySelectorAll(':not(title, meta, script)').length,
    body: document.body.children.length,
  }));

/** What the page has asked for, without its own origin and the files' version. */
const paths = ({requests, shop}: Visitor): string[] =>
  requests.map((url) => url.replace(shop.url, '').replace(/-[\d.]+\.js$/, '.js'));

test('before any intent: the script, and nothing else', async ({visitor, gateway}) => {
  await watch(visitor);
  const names = '<script>window.names = Object.getOwnPropertyNames(window)</script>';
  const script = '<script type="module" src="/dist/cdn/telnyx-call-button.js"></script>';
  await visitor.open(`${visitor.tag('tone')}${visitor.tag('echo')}`, names + script);
  await expect(visitor.button().first()).toBeVisible();
  await expect(visitor.link).toHaveCount(0);
  await visitor.page.waitForLoadState('networkidle');
  expect(paths(visitor)).toEqual(['/page.html', '/dist/cdn/telnyx-call-button.js']);
  expect(await looksAtPage(visitor)).toEqual({
    microphone: 0,
    listeners: LISTENERS.map((type) => `document ${type}`),
    storage: '',
    styles: 0,
    head: 0,
    body: 2,
  });
  const added = await visitor.page.evaluate(() =>
    Object.getOwnPropertyNames(window).filter((name) => name !== 'names' && !window.names.includes(name)),
  );
  expect(added.sort()).toEqual(LIT);
  expect(gateway.state()).toMatchObject({sockets: 0, logins: 0});
  await visitor.isClean();
  // In one go: the driver puts listeners of its own on a page in which it looks for an element.
  const left = await visitor.page.evaluate(() =>
    [...document.querySelectorAll('telnyx-call-button')].map((element) => {
      element.remove();
      return window.noted.listeners.length;
    }),
  );
  expect(left).toEqual([LISTENERS.length, 0]);
});

const INTENTS: Record<string, (button: Locator) => Promise<void>> = {
  'the mouse over it': (button) => button.hover(),
  'the focus': (button) => button.focus(),
  'a finger on it': (button) => button.dispatchEvent('touchstart'),
};

for (const [intent, show] of Object.entries(INTENTS))
  test(`${intent}: kit, SDK, token and line are on their way, the microphone is not`, async ({
    visitor,
    gateway,
  }) => {
    await watch(visitor);
    await visitor.open(visitor.tag('tone'));
    await show(visitor.button());
    await visitor.isReady();
    expect(paths(visitor).toSorted()).toEqual([
      '/api/telnyx-token',
      '/dist/cdn/telnyx-call-button.js',
      '/dist/cdn/telnyx-call-button.kit.js',
      '/dist/cdn/telnyx-call-button.sdk.js',
      '/page.html',
      `${gateway.url}/`,
    ]);
    expect(await visitor.page.evaluate(() => window.noted.microphone)).toBe(0);
    expect(await visitor.state()).toBe('idle');
    expect(await visitor.diary()).toEqual([]);
    await visitor.element().evaluate((element) => element.remove());
    await visitor.isClean();
  });

test('a line that was opened by intent is the one that the click uses', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.warmUp();
  await visitor.call();
  const count = (path: string | RegExp): number => paths(visitor).filter((url) => url.match(path)).length;
  expect({token: count('telnyx-token'), kit: count(/kit/), sdk: count(/sdk/)}).toEqual({
    token: 1,
    kit: 1,
    sdk: 1,
  });
  expect(count(gateway.url)).toBe(1);
  expect(gateway.state()).toMatchObject({sockets: 1, logins: 1});
  await visitor.hangUp();
  await visitor.isClean();
});

test('warm-up="none" waits for the click', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone', 'warm-up="none"'));
  await visitor.button().hover();
  await visitor.button().focus();
  await visitor.button().dispatchEvent('touchstart');
  await visitor.page.waitForLoadState('networkidle');
  expect(paths(visitor)).toEqual(['/page.html', '/dist/cdn/telnyx-call-button.js']);
  await visitor.call();
  expect(gateway.state()).toMatchObject({sockets: 1, logins: 1});
  await visitor.hangUp();
  await visitor.isClean();
});

declare global {
  interface Window {
    names: string[];
    noted: {microphone: number; listeners: string[]};
  }
}
