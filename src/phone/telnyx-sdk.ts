import type {TelnyxRTC} from '@telnyx/webrtc';

/** The SDK's client class. */
export type Sdk = typeof TelnyxRTC;

/** How long the SDK's file may take (ms), the first time and the second. */
export const LOADED_WITHIN_MS = 15_000;

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

function inTime<T>(file: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the SDK did not load in time')), LOADED_WITHIN_MS);
  });
  return Promise.race([file, late]).finally(() => clearTimeout(timer));
}
