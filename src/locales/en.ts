import type {FailureCode} from '../errors.js';
import type {EndReason} from '../session/state.js';

/** Every text of the widget. The type is the contract for the other languages. */
export interface Strings {
  /** The panel's accessible name. */
  readonly panel: string;
  readonly permission: string;
  readonly permissionHint: string;
  readonly preparing: string;
  readonly connecting: string;
  readonly ringing: string;
  readonly active: string;
  readonly reconnecting: string;
  /** What is going on while the connection is gone in a call. */
  readonly connectionLost: string;
  /** The promise beside it. `seconds`: since the connection was lost. */
  readonly callKept: (seconds: number) => string;
  /** Starts the sound that the browser has blocked. */
  readonly hear: string;
  /** In a call without a microphone. */
  readonly notHeard: string;
  readonly turnOnMicrophone: string;
  readonly mute: string;
  readonly muted: string;
  readonly cancel: string;
  readonly hangUp: string;
  readonly minimise: string;
  readonly close: string;
  readonly callAgain: string;
  readonly tryAgain: string;
  readonly thanks: string;
  /** Before the page's own link to its phone number. */
  readonly preferPhone: string;
  readonly couldNot: string;
  readonly cutOff: string;
  /** Accessible name of the talking time. */
  readonly duration: string;
  /** The talking time in words. `seconds`: whole seconds. */
  readonly talked: (seconds: number) => string;
  /** When to try again. `seconds`: from now. */
  readonly tryAgainIn: (seconds: number) => string;
  readonly ended: Readonly<Record<EndReason, string>>;
  readonly failed: Readonly<Record<FailureCode, string>>;
}

/** English. */
export const en: Strings = {
  panel: 'Call',
  permission: 'Waiting for your microphone',
  permissionHint: 'Choose “Allow” when your browser asks.',
  preparing: 'Getting ready…',
  connecting: 'Connecting…',
  ringing: 'Ringing…',
  active: 'In call',
  reconnecting: 'Reconnecting…',
  connectionLost: 'Connection lost. Reconnecting…',
  callKept: (seconds) => `Your call is kept. ${seconds} s`,
  hear: 'Tap to hear',
  notHeard: 'They can’t hear you.',
  turnOnMicrophone: 'Turn on the microphone',
  mute: 'Mute',
  muted: 'Muted',
  cancel: 'Cancel',
  hangUp: 'Hang up',
  minimise: 'Hide the call panel',
  close: 'Close',
  callAgain: 'Call again',
  tryAgain: 'Try again',
  thanks: 'Thank you for calling.',
  preferPhone: 'Prefer a phone?',
  couldNot: 'We couldn’t connect the call',
  cutOff: 'Your call was cut off',
  duration: 'Talking time',
  talked: (seconds) => (seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`),
  tryAgainIn: (seconds) =>
    seconds < 90
      ? `Please try again in ${seconds} seconds.`
      : `Please try again in ${Math.round(seconds / 60)} minutes.`,
  ended: {
    ended: 'Call ended',
    cancelled: 'Call cancelled',
    busy: 'The line is busy. Please try again in a minute.',
    declined: 'The call was declined.',
    'no-answer': 'Nobody could answer. Please try again later.',
    unreachable: 'This number can’t be reached right now.',
    lost: 'The connection was lost and did not come back. Please call again.',
  },
  failed: {
    'not-configured': 'Calling from this page isn’t set up yet.',
    'load-failed': 'Part of this page didn’t load. Check your connection and try again.',
    'another-call': 'You are already in a call on this page. Hang up there first.',
    'insecure-page': 'This page isn’t secure, so your browser gives it no microphone.',
    unsupported: 'This browser can’t make calls.',
    'storage-blocked': 'Your browser’s settings keep this page from making calls.',
    'microphone-prompt': 'Your browser is asking for the microphone. Choose “Allow”.',
    'microphone-dismissed': 'The microphone question was closed. Try again and choose “Allow”.',
    'microphone-denied': 'We can’t hear you without your microphone. Allow it for this page, then try again.',
    'microphone-system': 'Your device’s settings keep the browser from using the microphone.',
    'microphone-blocked': 'This page isn’t allowed to use your microphone.',
    'microphone-frame': 'This part of the page isn’t allowed to use your microphone.',
    'microphone-missing': 'No microphone was found. Plug one in, then try again.',
    'microphone-busy': 'Another app is using your microphone. Close it, then try again.',
    'microphone-unplugged': 'Your microphone was unplugged. Plug it in again or choose another one.',
    'microphone-revoked': 'Your microphone was turned off for this page.',
    'token-refused': 'Calling isn’t available here.',
    'token-busy': 'All lines are busy at the moment.',
    'token-unavailable': 'Calling isn’t available at the moment.',
    'token-invalid': 'Calling isn’t available at the moment.',
    'login-refused': 'Calling isn’t available at the moment.',
    'connection-failed': 'We couldn’t reach the phone service. Check your connection and try again.',
    'call-failed': 'Something went wrong while setting up the call.',
  },
};
