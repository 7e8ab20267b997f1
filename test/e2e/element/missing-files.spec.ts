import type {Route} from '@playwright/test';
import {gate} from '../support/gate.js';
import {runOut} from '../support/outage.js';
import {leftovers} from '../support/probe.js';
import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

const KIT = /\.kit-[^/]*\.js/;
const SDK = /\.sdk-[^/]*\.js/;

type Wrong = (route: Route) => Promise<void>;
const lost: Wrong = (route) => route.abort();
const refused: Wrong = (route) => route.fulfill({status: 503});

/** The browser's own line for a file that has not come. */
const NOT_LOADED = /Failed to load resource/;

/** The first request for a file goes wrong, the others don't. The URLs that were asked for. */
async function once({page}: Visitor, file: RegExp, wrong: Wrong): Promise<string[]> {
  const asked: string[] = [];
  await page.route(file, (route) => {
    const times = asked.push(route.request().url());
    return times === 1 ? wrong(route) : route.continue();
  });
  return asked;
}

for (const [what, file, wrong] of [
  ['the SDK’s file is lost', SDK, lost],
  ['the SDK’s file is refused', SDK, refused],
  ['the button’s other half is lost', KIT, lost],
] as const)
  test(`${what}: tried once more by another URL, and the call is made`, async ({visitor}) => {
    const asked = await once(visitor, file, wrong);
    await visitor.open(visitor.tag('tone'));
    await visitor.call();
    await expectTone(visitor.page, 440);
    expect(asked).toEqual([expect.stringMatching(/\.js$/), expect.stringMatching(/\.js\?\d+$/)]);
    await visitor.hangUp();
    await visitor.isClean(NOT_LOADED);
  });

for (const [what, file] of [
  ['the SDK’s file', SDK],
  ['the button’s other half', KIT],
] as const)
  test(`${what} hangs: tried once more, and the call is made`, async ({visitor}) => {
    const hanging = gate();
    const asked = await once(visitor, file, async (route) => {
      await hanging.opened;
      await route.abort();
    });
    await visitor.open(visitor.tag('tone'));
    await visitor.button().click();
    await expect.poll(() => asked.length).toBe(1);
    await runOut(visitor, 15_000);
    await visitor.reaches('active');
    await expectTone(visitor.page, 440);
    hanging.open();
    await visitor.hangUp();
    await visitor.isClean(NOT_LOADED);
  });

for (const [what, leave] of [
  ['hung up', (tag: Element) => void (tag as HTMLElement & {hangUp(): void}).hangUp()],
  ['removed', (tag: Element) => tag.remove()],
] as const)
  test(`the button’s other half hangs, and the button is ${what}: the microphone is off at once`, async ({
    visitor,
  }) => {
    const hanging = gate();
    await once(visitor, KIT, async (route) => {
      await hanging.opened;
      await route.continue();
    });
    await visitor.open(visitor.tag('tone', 'warm-up="none"'));
    await visitor.button().click();
    await expect.poll(async () => (await leftovers(visitor.page)).microphones).toBe(1);
    await visitor.element().evaluate(leave);
    await expect.poll(async () => (await leftovers(visitor.page)).microphones).toBe(0);
    hanging.open();
    await visitor.isClean();
    expect(await visitor.told('state')).toEqual([]);
  });
