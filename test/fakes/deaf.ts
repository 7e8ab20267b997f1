import type {CallListener} from '../../src/phone/call-listener.js';

/** Nobody listens to the call. */
export const deaf: CallListener = {
  update: () => undefined,
  ringing: () => undefined,
  bye: () => undefined,
  signaling: () => undefined,
  gone: () => undefined,
  awaits: () => undefined,
  digitsSent: () => undefined,
  converse: () => undefined,
  error: () => undefined,
};
