import type {Locator, Page} from '@playwright/test';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a part stands in the window (px); nowhere, if it is not shown. */
export const boxOf = async (part: Locator): Promise<Box> =>
  (await part.boundingBox()) ?? {x: 0, y: 0, width: 0, height: 0};

/** How far a part is from the four edges of the window, rounded (px). */
export async function edges(part: Locator): Promise<Record<'left' | 'right' | 'top' | 'bottom', number>> {
  const {x, y, width, height} = await boxOf(part);
  const window = part.page().viewportSize()!;
  return {
    left: Math.round(x),
    top: Math.round(y),
    right: Math.round(window.width - x - width),
    bottom: Math.round(window.height - y - height),
  };
}

/** Time for what follows a change: what is laid out in the first frame is observed in the second. */
export const twoFrames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
