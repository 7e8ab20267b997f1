import type {Frame} from '@playwright/test';
import {callUs} from '../../../src/locales/call-us.js';
import {expect, SCRIPT, test, type Visitor} from '../support/visitor.js';

/** What a sheet shows, each on a screen of its own, as narrow as a screen gets. */
const STATES = [
  'idle',
  'permission',
  'connecting',
  'active',
  'unheard',
  'keypad',
  'audio',
  'reconnecting',
  'ended',
  'token-busy',
  'microphone-denied',
  'microphone-revoked',
] as const;
const WIDTH = 320;
const HEIGHT = 720;
const IN_A_ROW = 6;

/** Right to left, as the page of such a language is. */
const dirOf = (tag: string): string => (/^(ar|fa|he|ur)$/.test(tag) ? 'rtl' : 'ltr');

/** A page of screens, one for each state. */
async function open(visitor: Visitor): Promise<Frame[]> {
  const {page, shop} = visitor;
  shop.frame = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
    ${SCRIPT}<body><script>
      const state = new URLSearchParams(location.search).get('state');
      document.body.innerHTML = '<telnyx-call-button destination="+12345678900" preview="' + state + '"></telnyx-call-button>';
    </script></body></html>`;
  await page.setViewportSize({
    width: IN_A_ROW * (WIDTH + 8),
    height: Math.ceil(STATES.length / IN_A_ROW) * (HEIGHT + 8),
  });
  const frames = STATES.map(
    (state) => `<iframe src="/frame.html?state=${state}" width="${WIDTH}" height="${HEIGHT}"></iframe>`,
  );
  await visitor.open(
    `<style>body{margin:0;display:flex;flex-wrap:wrap;gap:8px;background:#ccc}iframe{border:0;background:#fff}</style>${frames.join('')}`,
    '',
  );
  return page.frames().slice(1);
}

/** Turns a screen to a language, and waits until it speaks it. */
async function speak(frame: Frame, tag: string, state: string): Promise<void> {
  await frame.evaluate(([lang, dir]) => Object.assign(document.documentElement, {lang, dir}), [
    tag,
    dirOf(tag),
  ] as const);
  if (state === 'idle') return expect(frame.getByRole('button', {name: callUs[tag as 'en']})).toBeVisible();
  const box = frame.locator(`telnyx-call-button span[lang="${tag}"]`);
  await expect(box.locator('[part=panel], [part=dialog]').filter({visible: true}).first()).toBeVisible();
  await frame.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
    for (const element of document.querySelectorAll('telnyx-call-button'))
      for (const animation of element.shadowRoot!.getAnimations()) animation.cancel();
  });
}

/** Texts that don't fit, in words: cut off, over another one, or a label of more than two lines. */
const findMisfits = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const root = document.querySelector('telnyx-call-button')!.shadowRoot!;
    const found: string[] = [];
    const texts: Array<{text: string; boxes: DOMRect[]; layer: Element | null}> = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement!;
      // What is for screen readers only; and the clock, which a notice may cover.
      if (
        !text ||
        parent.closest('.status') ||
        (parent.closest('[role=timer]') && root.querySelector('.notice'))
      )
        continue;
      if (!parent.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({width}) => width > 0);
      texts.push({text, boxes, layer: parent.closest('[part=panel], [part=dialog]')});
      for (let at: Element | null = parent; at; at = at.parentElement) {
        const {overflowX, overflowY} = getComputedStyle(at);
        const {left, right, top, bottom} = at.getBoundingClientRect();
        for (const box of boxes) {
          if (overflowX !== 'visible' && (box.left < left - 1 || box.right > right + 1))
            found.push(`cut off at the side: ${text}`);
          // An accent may stand out of its line a little.
          if (/hidden|clip/.test(overflowY) && (box.top < top - 4 || box.bottom > bottom + 4))
            found.push(`cut off at the top or the bottom: ${text}`);
        }
      }
      if (boxes.some(({left, right}) => left < -1 || right > innerWidth + 1))
        found.push(`off the screen: ${text}`);
      for (const {0: word, index} of node.textContent!.matchAll(/\p{L}+/gu)) {
        if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word)) continue;
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = new Set([...range.getClientRects()].map(({top}) => Math.round(top)));
        if (tops.size > 1) found.push(`broken in two: ${word}`);
      }
      const lines = new Set(boxes.map(({top}) => Math.round(top))).size;
      if (parent.closest('button') && lines > 2) found.push(`${lines} lines: ${text}`);
    }
    const over = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      // Lines stand close; letters of some scripts reach into each other's.
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
    texts.forEach((one, index) => {
      for (const other of texts.slice(index + 1))
        if (one.layer === other.layer && one.boxes.some((a) => other.boxes.some((b) => over(a, b))))
          found.push(`over each other: ${one.text} | ${other.text}`);
    });
    const panel = root.querySelector('[part=panel], [part=dialog]');
    if (panel && panel.scrollWidth > panel.clientWidth + 1) found.push('the panel is wider than the screen');
    return found;
  });

const tags = Object.keys(callUs);

/** So many languages on the same screens. */
const A_PAGE = 5;

for (let first = 0; first < tags.length; first += A_PAGE) {
  const some = tags.slice(first, first + A_PAGE);
  test(`the sheets of ${some.join(', ')}: nothing is cut off, nothing stands over another`, async ({
    visitor,
  }) => {
    test.slow();
    const frames = await open(visitor);
    const misfits: string[] = [];
    for (const tag of some) {
      const found = frames.map(async (frame, index) => {
        const state = STATES[index]!;
        await speak(frame, tag, state);
        return (await findMisfits(frame)).map((misfit) => `${tag}, ${state}: ${misfit}`);
      });
      misfits.push(...(await Promise.all(found)).flat());
      await visitor.page.screenshot({path: `test-results/languages/${tag}.png`});
    }
    expect(misfits).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
}
