import type {CDPSession, Page} from '@playwright/test';
import {installRule, type Rule} from './microphone-rule.js';

/**
 * What a page's microphone can be like:
 * - `granted`: it works;
 * - `denied`: forbidden for the site;
 * - `system`: allowed for the site, forbidden for the browser by its system;
 * - `dismissed`: the question is put away each time; the query says `prompt`;
 * - `pending`: the question stays open. A later change answers it: `granted` with a stream, `denied` with an error;
 * - `missing`: there is none, or it has been pulled out;
 * - `busy`: another program has it.
 *
 * A change to `denied`, `system`, `dismissed` or `missing` ends a live track, as it does in a browser.
 */
export type MicrophoneState = 'granted' | 'denied' | 'system' | 'dismissed' | 'pending' | 'missing' | 'busy';

/** The microphone of one page, which a test changes at any time, before the page is opened or in the midst of a call. */
export interface Microphone {
  is(state: MicrophoneState): Promise<void>;
}

const PERMISSION: Readonly<Record<MicrophoneState, PermissionState>> = {
  granted: 'granted',
  denied: 'denied',
  system: 'granted',
  dismissed: 'prompt',
  pending: 'prompt',
  missing: 'granted',
  busy: 'granted',
};

/**
 * In Chromium permissions are changed for real, so that its own errors, queries and events are what a page gets. A
 * headless browser has no open question, no plug to pull and no second program: these are played by the page
 * (`microphone-rule.ts`). Firefox can change nothing after its start, so there all of it is played; its own errors are
 * compared with those played in microphone-faults.both.spec.ts.
 */
export async function microphoneOf(page: Page, origin: string): Promise<Microphone> {
  const real = page.context().browser()?.browserType().name() === 'chromium';
  const permissions = real ? await permissionsOf(page, origin) : null;
  const is = async (state: MicrophoneState): Promise<void> => {
    const permission = PERMISSION[state];
    await permissions?.(permission);
    const played = real && ['denied', 'dismissed'].includes(state) ? 'granted' : state;
    const rule: Rule = {played, permission: real ? null : permission, firefox: !real};
    await page.addInitScript(installRule, rule);
    await Promise.all(page.frames().map((frame) => frame.evaluate(installRule, rule)));
  };
  await is('granted');
  return {is};
}

/** Changes Chromium's permission for one origin: its own answers and events follow. */
async function permissionsOf(
  page: Page,
  origin: string,
): Promise<(setting: PermissionState) => Promise<void>> {
  const own: CDPSession = await page.context().newCDPSession(page);
  const {targetInfo} = await own.send('Target.getTargetInfo');
  await own.detach();
  const browser = await page.context().browser()?.newBrowserCDPSession();
  return async (setting) => {
    await browser?.send('Browser.setPermission', {
      permission: {name: 'microphone'},
      setting,
      origin,
      browserContextId: targetInfo.browserContextId,
    });
  };
}
