import type {TelnyxRTC} from '@telnyx/webrtc';
import {inTime} from './in-time.js';

/** The SDK's client class. */
export type Sdk = typeof TelnyxRTC;

let loading: Promise<Sdk> | undefined;

/**
 * Loads Telnyx's SDK, once for the page, with a second try. It is never imported statically: it is many times
 * heavier than the button, and Node can't import it.
 */
export function loadSdk(): Promise<Sdk> {
  loading ??= inTime(import('@telnyx/webrtc'))
    // In the builds for script tags this one has a URL of its own (`again` in rollup.config.mjs).
    .catch(() => inTime(import('@telnyx/webrtc')))
    .then(
      (module) => module.TelnyxRTC,
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
  return loading;
}
