import type {Page} from '@playwright/test';
import {previewOf} from '../../../src/preview.js';

/** A preview, and by what it is known. */
export interface Look {
  readonly name: string;
  readonly phase: string;
  /** The box that is open; none if empty. */
  readonly box: string;
}

declare global {
  interface Window {
    /**
     * Shows a preview in the page's button, and waits until it is there and stands still. What moves is brought to its
     * end, but for what turns for ever or leaves only after a while.
     */
    showPreview(look: Look): Promise<void>;
  }
}

export function lookOf(name: string): Look {
  const preview = previewOf(name);
  if (!preview) throw new Error(`${name} is no preview`);
  const dialog = /^(microphone-|insecure|unsupported)/.test(name);
  return {
    name,
    phase: preview.state.phase,
    box: dialog ? '[part=dialog]' : preview.open ? '[part=panel]' : '',
  };
}

/** Gives each page the means to show previews: in the page itself many of them take no longer than one. */
export async function addPreviews(page: Page): Promise<void> {
  await page.addInitScript(() => {
    /** More than any preview takes; Playwright's own wait is as long. */
    const FRAMES = 1800;
    window.showPreview = async ({name, phase, box}) => {
      await customElements.whenDefined('telnyx-call-button');
      const element = document.querySelector('telnyx-call-button')!;
      element.setAttribute('preview', name);
      // What was shown before may look like what comes: until that is there its file is asked for, and updates are made.
      for (let task = 0; task < 5; task++) {
        await element.updateComplete;
        await new Promise((resolve) => setTimeout(resolve));
      }
      const isThere = (): boolean => {
        const {shadowRoot} = element;
        if (!element.matches(`:state(${phase})`)) return false;
        const shown = box && shadowRoot?.querySelector(box);
        if (!box) return !shadowRoot?.querySelector('[part=panel],[part=dialog]');
        // One that the top layer does not have yet has its entrance still to come.
        return !!shown && shown.matches(':popover-open, :modal');
      };
      const moving = (): Animation[] =>
        element.shadowRoot!.getAnimations().filter(({effect, playState, currentTime}) => {
          const {delay = 0, endTime} = effect!.getComputedTiming();
          const waits = delay > 0 && Number(currentTime) < delay;
          return playState === 'running' && endTime !== Infinity && !waits;
        });
      // What a frame has brought may begin to move in the next one.
      for (let frame = 0, still = 0; still < 2; frame++) {
        if (frame > FRAMES) throw new Error(`the preview ${name} is not there`);
        await new Promise(requestAnimationFrame);
        const moves = moving();
        for (const each of moves) each.finish();
        still = isThere() && !moves.length ? still + 1 : 0;
      }
    };
  });
}
