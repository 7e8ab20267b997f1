import {TelnyxCallRequestEvent} from '../events.js';
import type {Caller} from '../session/state.js';

/** Asks the page whether somebody who calls may ring; it can take its time. */
export async function isWelcome(host: HTMLElement, caller: Caller): Promise<boolean> {
  const request = new TelnyxCallRequestEvent(undefined, 'incoming', caller);
  if (!host.dispatchEvent(request)) return false;
  try {
    await Promise.all(request.waits);
  } catch {
    return false;
  }
  return host.isConnected;
}
