import type {Page} from '@playwright/test';
import {startSite, type Site} from '../../../demo/server.js';
import {previewOf} from '../../../src/preview.js';
import {test as base} from './fixtures.js';

/** A page of the gallery, and everything that it asked of the network. */
export interface Frame {
  open(choice?: Readonly<Record<string, string>>): Promise<void>;
  /** Shows what a name stands for, and waits until it stands still. */
  show(name: string): Promise<void>;
  readonly asked: readonly string[];
}

export const test = base.extend<{frame: Frame}, {demo: Site}>({
  demo: [
    async ({gateway}, use) => {
      const site = await startSite({gateway});
      await use(site);
      await site.close();
    },
    {scope: 'worker'},
  ],
  frame: async ({page, demo}, use) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await use({
      asked,
      open: async (choice = {}) => {
        await page.goto(`${demo.url}/gallery-frame.html?${new URLSearchParams(choice).toString()}`);
      },
      show: (name) => show(page, name),
    });
  },
});

async function show(page: Page, name: string): Promise<void> {
  const preview = previewOf(name);
  if (!preview) throw new Error(`${name} is no preview`);
  const {phase} = preview.state;
  const dialog = /^(microphone-|insecure|unsupported)/.test(name);
  await page.evaluate(async (to) => {
    const element = document.querySelector('telnyx-call-button')!;
    element.setAttribute('preview', to);
    // What was shown before may look like what comes: until that is there its file is asked for, and updates are made.
    for (let task = 0; task < 5; task++) {
      await element.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, name);
  await page.waitForFunction(
    ({phase, selector}) => {
      const element = document.querySelector('telnyx-call-button')!;
      const {shadowRoot} = element;
      if (!element.matches(`:state(${phase})`)) return false;
      const shown = selector && shadowRoot?.querySelector(selector);
      if (selector ? !shown : shadowRoot?.querySelector('[part=panel],[part=dialog]')) return false;
      // One that the top layer does not have yet has its entrance still to come.
      if (shown && !shown.matches(':popover-open, :modal')) return false;
      // What turns for ever, or leaves only after a while, does not come to stand still. One that has just begun may
      // have a time below zero: its first frame is still to come.
      const moving = shadowRoot!.getAnimations().filter(({effect, playState, currentTime}) => {
        const {delay = 0, endTime} = effect!.getComputedTiming();
        const waits = delay > 0 && Number(currentTime) < delay;
        return playState === 'running' && endTime !== Infinity && !waits;
      });
      return !moving.length;
    },
    {phase, selector: dialog ? '[part=dialog]' : preview.open ? '[part=panel]' : ''},
  );
}
