import {expect} from '@playwright/test';
import type {Gateway} from '../../../demo/gateway/index.js';
import {leftovers} from './probe.js';
import type {Visitor} from './visitor.js';

/** The visitor's way to the server is gone: every socket is cut, and a new one stays silent until `thaw`. */
export function goOffline(gateway: Gateway): void {
  gateway.control('freeze');
  gateway.control('drop');
}

/** The visitor calls again from the panel of the last call, is connected, hangs up, and nothing is left. */
export async function nextCallWorks(visitor: Visitor, ...complaints: RegExp[]): Promise<void> {
  await visitor.panel.getByRole('button', {name: /^(Call|Try) again$/}).click();
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.isClean(...complaints);
}

/** The microphone is off at this moment, without a wait. */
export async function microphoneIsOff({page}: Visitor): Promise<void> {
  expect((await leftovers(page)).microphones).toBe(0);
}

/**
 * The page does not wait for real seconds: a timer of one of these delays (ms) fires after the other one.
 * For the button's own limits; before `open`.
 */
export async function shorten({page}: Visitor, delays: Record<number, number>): Promise<void> {
  await page.addInitScript((delays) => {
    const {setTimeout} = window;
    window.setTimeout = ((handler: () => void, delay = 0, ...more: unknown[]) =>
      setTimeout(handler, delays[delay] ?? delay, ...more)) as typeof window.setTimeout;
  }, delays);
}
