import {expect, test} from '../support/real-tab.js';
import {expectTone} from '../support/sound.js';
import type {Visitor} from '../support/visitor.js';

/** Follows a link to another page. */
const leave = async ({page, shop}: Visitor): Promise<void> => {
  // Known to the page itself only: after the way back it tells whether this is still the same one.
  await page.evaluate(() => Object.assign(window, {left: true}));
  await page.goto(`${shop.url}/page.html?another`);
};

/** Goes back. True if the browser has kept the page as it was. */
const goBack = async ({page}: Visitor): Promise<boolean> => {
  // A page that was kept does not load.
  await page.goBack({waitUntil: 'commit'});
  await page.waitForFunction(() => customElements.get('telnyx-call-button'));
  return page.evaluate(() => 'left' in window);
};

const callWorks = async (visitor: Visitor): Promise<void> => {
  await visitor.call();
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
};

test('a page with an open line is left: the line is closed; on the way back it is idle, the click calls', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.warmUp();
  await leave(visitor);
  await visitor.isGone();
  expect(await goBack(visitor)).toBe(true);
  expect(await visitor.state()).toBe('idle');
  await callWorks(visitor);
  expect(gateway.state().logins).toBe(2);
});

test('a page is left in a call: off and ended at once; on the way back it is idle, the click calls', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await leave(visitor);
  await expect.poll(() => gateway.state().frames.received['telnyx_rtc.bye']).toBeGreaterThan(0);
  await expect.poll(() => gateway.state().legs).toEqual([]);
  await visitor.isClean();
  // Chromium keeps no page that has had a microphone: it comes anew.
  expect(await goBack(visitor)).toBe(false);
  expect(await visitor.state()).toBe('idle');
  await callWorks(visitor);
});
