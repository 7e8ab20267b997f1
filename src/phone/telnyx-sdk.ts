import type {TelnyxRTC} from '@telnyx/webrtc';

/** The SDK's client class. */
export type Sdk = typeof TelnyxRTC;

let loading: Promise<Sdk> | undefined;

/**
 * Loads Telnyx's SDK, once for the page. It is never imported statically: it is many times heavier than the
 * button, and Node can't import it.
 */
export function loadSdk(): Promise<Sdk> {
  loading ??= import('@telnyx/webrtc').then(
    (module) => module.TelnyxRTC,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
