import type {Page} from '@playwright/test';
import {en} from '../../../src/locales/en.js';
import {previews} from '../../../src/preview.js';
import {addColours} from '../support/colours.js';
import {expect} from '../support/fixtures.js';
import {test, type Frame} from '../support/gallery.js';
import {lookOf} from '../support/previews.js';

/** Where the focus is. */
interface Stop {
  /** What has it. */
  name: string;
  /** What it stands in: nothing in the page around the button. */
  room: 'button' | 'panel' | 'dialog' | undefined;
  box: {left: number; right: number; top: number; bottom: number};
  /** Whether it is a log, which has its links in it. */
  log: boolean;
  /** Its outline's width (px), and how well that is seen: 1 to 21. */
  outline: number;
  contrast: number;
  /** Whether something else stands over all of it. */
  covered: boolean;
}

/** More than any panel has to be walked through. */
const MOST = 24;

test.beforeEach(({page}) => addColours(page));

for (const theme of ['light', 'dark']) {
  test(`every state is walked through in ${theme} colours: as it is read, with the focus marked, and out again`, async ({
    page,
    frame,
  }) => {
    test.slow();
    await open(page, frame, {theme});
    for (const preview of previews) {
      const stops = await walk(page, preview);
      expect.soft(unordered(stops), `${preview}: out of order`).toEqual([]);
      expect.soft(unmarked(stops), `${preview}: not marked`).toEqual([]);
    }
  });
}

test('in a low window what has the focus can be seen', async ({page, frame}) => {
  test.slow();
  await page.setViewportSize({width: 640, height: 320});
  await open(page, frame, {});
  for (const preview of previews) {
    const stops = await walk(page, preview);
    const covered = stops.filter(({room, covered}) => room !== 'button' && covered);
    expect
      .soft(
        covered.map(({name}) => name),
        preview,
      )
      .toEqual([]);
  }
});

/** The button between two of the page's own. */
async function open(page: Page, frame: Frame, choice: Record<string, string>): Promise<void> {
  await frame.open({preview: 'idle', ...choice});
  await page.evaluate(() => {
    const [before, after] = ['before', 'after'].map((id) =>
      Object.assign(document.createElement('button'), {id, textContent: id}),
    );
    document.querySelector('main')!.prepend(before!);
    document.querySelector('main')!.append(after!);
  });
}

/**
 * Goes from the page's button before to the one after with the Tab key alone; in a dialog that keeps the page out, round
 * until it begins anew.
 */
async function walk(page: Page, preview: string): Promise<Stop[]> {
  const modal = await page.evaluate(
    async (looks) => {
      await window.showPreview(looks[0]);
      document.getElementById('before')!.focus();
      await window.showPreview(looks[1]);
      return !!document.querySelector('telnyx-call-button')!.shadowRoot!.querySelector('dialog:modal');
    },
    [lookOf('idle'), lookOf(preview)] as const,
  );
  const stops: Stop[] = [];
  for (let pressed = 0; pressed < MOST; pressed += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(stopHere);
    if (stop.name === 'after' && !modal) return stops;
    // Firefox has its own buttons between the last and the first.
    if (stop.name === 'body') continue;
    if (stop.name === stops[0]?.name && modal) return stops;
    expect(stop.room, `${preview}: ${stop.name}`).toBeDefined();
    stops.push(stop);
  }
  throw new Error(`${preview} does not let go: ${stops.map(({name}) => name).join(', ')}`);
}

function stopHere(): Stop {
  const root = document.querySelector('telnyx-call-button')!.shadowRoot!;
  let at = document.activeElement!;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const room = (at.assignedSlot ?? at).closest('[part=panel],[part=dialog],[part=button]')?.part.value;
  const {left, right, top, bottom} = at.getBoundingClientRect();
  const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(at);
  const over = (x: number, y: number): boolean => {
    const top = document.elementFromPoint(x, y);
    const seen = top?.shadowRoot === root ? root.elementFromPoint(x, y) : top;
    return !seen || !(at.contains(seen) || seen.contains(at));
  };
  const [x, y] = [left + right, top + bottom].map((sum) => sum / 2) as [number, number];
  return {
    name:
      at === document.body
        ? 'body'
        : at.id || at.getAttribute('aria-label') || at.textContent!.trim() || at.localName,
    room: room as Stop['room'],
    box: {left, right, top, bottom},
    log: at.getAttribute('role') === 'log',
    outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
    contrast: window.contrastBehind(at, outlineColor),
    covered: over(x, y) && over(x, top + 2) && over(x, bottom - 2) && over(left + 2, y) && over(right - 2, y),
  };
}

/** Each that stands neither below the one before nor beside it, further on, nor in it: a log has links. */
const unordered = (stops: Stop[]): string[] =>
  stops.flatMap(({name, room, box}, index) => {
    const last = stops[index - 1];
    if (last?.room !== room) return [];
    const below = box.top >= last.box.bottom - 1;
    const beside = box.left >= last.box.right - 1 && box.bottom > last.box.top;
    const within = box.left >= last.box.left && box.right <= last.box.right && !beside;
    return below || beside || (within && last.log) ? [] : [`${last.name}, ${name}`];
  });

const unmarked = (stops: Stop[]): string[] =>
  stops.flatMap(({name, outline, contrast}) =>
    outline < 2 || contrast < 3 ? [`${name}: ${outline} px, ${contrast.toFixed(1)}`] : [],
  );

test('a press that leaves the control before it ends does nothing', async ({page, frame}) => {
  await frame.open({preview: 'idle'});
  await frame.show('active');
  const panel = page.locator('telnyx-call-button').getByRole('dialog');
  const hide = panel.getByRole('button', {name: en.minimise});
  await hide.hover();
  await page.mouse.down();
  await panel.getByRole('timer').hover();
  await page.mouse.up();
  await expect(panel).toBeVisible();
  await hide.click();
  await expect(panel).toBeHidden();
});
