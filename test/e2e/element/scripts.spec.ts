import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

const MODULE = '/dist/cdn/telnyx-call-button.js';
const CLASSIC = '/dist/cdn/telnyx-call-button.classic.js';
const BUNDLE = '/dist/cdn/telnyx-call-button.bundle.js';

const module = (src: string): string => `<script type="module" src="${src}"></script>`;
const classic = (src: string): string => `<script async src="${src}"></script>`;

/** Ways to put the script into a page: before or after the tag. */
const WAYS: Record<string, {head?: string; after?: string}> = {
  module: {head: module(MODULE)},
  'module with a version in its URL': {head: module(`${MODULE}?ver=6.5.2`)},
  'module after the tag': {after: module(MODULE)},
  'classic script': {head: classic(CLASSIC)},
  'classic script with a version in its URL': {head: classic(`${CLASSIC}?ver=6.5.2`)},
  'classic script after the tag': {after: `<script src="${CLASSIC}"></script>`},
  'one file': {head: classic(BUNDLE)},
  'one file after the tag': {after: `<script src="${BUNDLE}"></script>`},
  'one module twice, in two versions': {head: module(`${MODULE}?ver=1`) + module(`${MODULE}?ver=2`)},
  'one classic script twice, in two versions': {
    head: classic(`${CLASSIC}?ver=1`),
    after: classic(`${CLASSIC}?ver=2`),
  },
  'module and classic script': {head: module(MODULE) + classic(CLASSIC)},
  'all three': {head: classic(BUNDLE) + module(MODULE), after: classic(CLASSIC)},
};

for (const [way, {head = '', after = ''}] of Object.entries(WAYS))
  test(`${way}: one button that calls`, async ({visitor, gateway}) => {
    await visitor.page.addInitScript(() => {
      window.defined = [];
      const define = CustomElementRegistry.prototype.define;
      CustomElementRegistry.prototype.define = function (name, ...rest) {
        window.defined.push(name);
        define.call(this, name, ...rest);
      };
    });
    await visitor.open(visitor.tag('tone') + after, head);
    await expect(visitor.button()).toHaveCount(1);
    await visitor.page.waitForLoadState('networkidle');
    expect(await visitor.page.evaluate(() => window.defined)).toEqual(['telnyx-call-button']);
    await visitor.call();
    expect(gateway.state()).toMatchObject({sockets: 1, logins: 1, legs: [{phase: 'active'}]});
    await visitor.hangUp();
    await visitor.isClean();
  });

test('the one file asks for no other file', async ({visitor, shop}) => {
  await visitor.open(visitor.tag('tone'), classic(BUNDLE));
  await visitor.call();
  const files = visitor.requests.filter((url) => url.startsWith(`${shop.url}/dist/`));
  expect(files).toEqual([shop.url + BUNDLE]);
  await visitor.hangUp();
  await visitor.isClean();
});

test('the page’s own scripts find the button ready to call: the next module, and what waits for the page', async ({
  visitor,
}) => {
  await visitor.open(
    `${visitor.tag('tone')}<script type="module">
      const look = (when) => window.found.push([when, typeof document.querySelector('telnyx-call-button').call]);
      window.found = [];
      look('module');
      addEventListener('DOMContentLoaded', () => look('content'));
      addEventListener('load', () => look('load'));
    </script>`,
  );
  expect(await visitor.page.evaluate(() => window.found)).toEqual(
    ['module', 'content', 'load'].map((when) => [when, 'function']),
  );
  await visitor.isClean();
});

test('a tag that is written after the script has run', async ({visitor}) => {
  await visitor.open('<main></main>');
  await visitor.page.evaluate((html) => {
    document.querySelector('main')!.innerHTML = html;
  }, visitor.tag('tone'));
  await visitor.call();
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
});

declare global {
  interface Window {
    defined: string[];
    found: [when: string, type: string][];
  }
}
