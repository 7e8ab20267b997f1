import type {FailureCode, MicrophoneCode} from '../errors.js';
import type {EndReason, Talk, Trouble} from '../session/state.js';

/** What the recovery dialog can be about. */
export type DialogCode = MicrophoneCode | 'insecure-page' | 'unsupported';

/** The recovery dialog's texts. Words in quotation marks are the browser's own: as they read in its language. */
export interface DialogStrings {
  /** What is wrong. */
  readonly title: Readonly<Record<DialogCode, string>>;
  /** Why it is worth mending it, before a call. */
  readonly startsByItself: string;
  /** The same in a call. */
  readonly callGoesOn: string;
  /** Instead, where the visitor can't mend it. */
  readonly ownerOnly: string;
  readonly maybeBusy: string;
  /** Inside an app that shows pages itself. */
  readonly appInTheWay: string;
  /** A call that can’t go on without a microphone. `{time}`: until it is given up. */
  readonly callWaits: string;
  /** Where the browser's question is. */
  readonly findQuestion: string;
  /** `{label}`: a button of this dialog. */
  readonly choose: string;
  readonly clickIcon: string;
  readonly tapIcon: string;
  /** Chrome: a switch. */
  readonly switchOn: string;
  /** Other browsers: a list. */
  readonly setToAllow: string;
  readonly clickCrossedOut: string;
  readonly removeBlock: string;
  readonly safariMenu: string;
  readonly websiteSettings: string;
  readonly permissions: string;
  readonly pageSettings: string;
  readonly appMenu: string;
  readonly openInBrowser: string;
  readonly callThere: string;
  readonly systemSettings: Readonly<Record<'mac' | 'windows' | 'ios' | 'android' | 'other', string>>;
  readonly allowBrowser: string;
  readonly plugIn: string;
  readonly closeOthers: string;
  readonly otherBrowser: string;
  /** A link. */
  readonly openSecure: string;
  /** A link. */
  readonly openAlone: string;
  /** On the button, while the browser has not answered. */
  readonly waiting: string;
  readonly goOnWithout: string;
  readonly nothingChanged: string;
  readonly reload: string;
  /** Beside the QR code. */
  readonly scan: string;
}

/**
 * Every text of the widget, plain: the type is the contract for the other languages. What stands in braces is put in
 * when the text is shown, numbers and times as the language writes them.
 */
export interface Strings {
  /** The panel's accessible name. */
  readonly panel: string;
  readonly permission: string;
  readonly permissionHint: string;
  readonly preparing: string;
  readonly connecting: string;
  readonly ringing: string;
  readonly active: string;
  /** The visitor has put the far end on hold. */
  readonly held: string;
  readonly reconnecting: string;
  /** From the visitor's hang-up until the far end knows. */
  readonly leaving: string;
  /** What is going on while the connection is gone in a call. */
  readonly connectionLost: string;
  /** The promise beside it. `{time}`: since the connection was lost. */
  readonly callKept: string;
  /** Starts the sound that the browser has blocked. */
  readonly hear: string;
  /** In a call without a microphone. */
  readonly notHeard: string;
  readonly turnOnMicrophone: string;
  readonly mute: string;
  /** The same control while the microphone is muted. */
  readonly muted: string;
  /** To somebody who talks into a muted microphone. */
  readonly youAreMuted: string;
  readonly unmute: string;
  readonly hold: string;
  /** The same control while the call is on hold. */
  readonly resume: string;
  readonly keypad: string;
  /** Accessible name of the keys that have no letter or digit. */
  readonly keys: Readonly<Record<'star' | 'hash', string>>;
  /** Accessible name of the digits that were sent. */
  readonly digits: string;
  /** The control that leads to the devices and the volume. */
  readonly audio: string;
  readonly microphone: string;
  readonly speaker: string;
  /** In a list of devices: whichever the system uses. */
  readonly systemDefault: string;
  /** A device that the browser doesn’t name. `{number}`: its place in the list. */
  readonly device: string;
  readonly volume: string;
  /** Accessible name of the meter that moves with the visitor’s voice. */
  readonly level: string;
  /** The device that was in use is gone. `{device}`: the one that is used instead. */
  readonly switchedTo: string;
  /** From the keypad or the devices back to the call’s controls. */
  readonly back: string;
  /** How well both hear each other. */
  readonly quality: Readonly<Record<'good' | 'warning' | 'critical', string>>;
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
  /** When to try again. `{when}`: as “in 5 minutes”. */
  readonly tryAgainIn: string;
  /** Somebody calls. */
  readonly incoming: string;
  /** One who calls without a name or a number. */
  readonly unknownCaller: string;
  readonly answer: string;
  readonly decline: string;
  /** What was said in the call, as text. */
  readonly transcript: string;
  /** Before what the visitor has said. */
  readonly you: string;
  /** Before what the AI assistant has said. */
  readonly assistant: string;
  readonly writeMessage: string;
  readonly send: string;
  /** What an AI assistant is doing. */
  readonly talk: Readonly<Record<Talk, string>>;
  /** The page with the figures of the connection. */
  readonly details: string;
  /** The figures’ names. */
  readonly figures: Readonly<Record<'mos' | 'rtt' | 'jitter' | 'packetLoss' | 'codec', string>>;
  /** Accessible name of the chart of the last minute. */
  readonly chart: string;
  /** Sound that is missing, although the connection is there. */
  readonly trouble: Readonly<Record<Trouble, string>>;
  /** To somebody whose far end may hear itself. */
  readonly headphones: string;
  /** Puts such a hint away. */
  readonly gotIt: string;
  /** Before a call. */
  readonly check: Readonly<Record<'title' | 'speak' | 'heard' | 'silent' | 'start', string>>;
  /** What has to be agreed to before the first call: the page’s own text stands between them. */
  readonly consent: Readonly<Record<'title' | 'agree', string>>;
  readonly ended: Readonly<Record<EndReason, string>>;
  readonly failed: Readonly<Record<FailureCode, string>>;
  readonly dialog: DialogStrings;
}

/** The texts of one language, and which it is: numbers and times follow it. */
export interface Words extends Strings {
  /** Language tag (BCP 47). */
  readonly lang: string;
}

/** Some of a thing's texts, however deep they lie in it. */
export type Some<T> = {readonly [K in keyof T]?: T[K] extends string ? string : Some<T[K]>};

/**
 * Texts to be used instead of the language's own; what is left out stays. `{places}` are filled as in the original.
 * `lang` is the language of these texts, if it isn't the element's: numbers and times follow it.
 */
export type OwnStrings = Some<Words> & {
  /** What the idle button says. */
  readonly callUs?: string;
};

/** English. */
export const en: Strings = {
  panel: 'Call',
  permission: 'Waiting for your microphone',
  permissionHint: 'Choose “Allow” when your browser asks.',
  preparing: 'Getting ready…',
  connecting: 'Connecting…',
  ringing: 'Ringing…',
  active: 'In call',
  held: 'On hold',
  reconnecting: 'Reconnecting…',
  leaving: 'Hanging up…',
  connectionLost: 'Connection lost. Reconnecting…',
  callKept: 'Your call is kept. {time}',
  hear: 'Tap to hear',
  notHeard: 'They can’t hear you.',
  turnOnMicrophone: 'Turn on the microphone',
  mute: 'Mute',
  muted: 'Muted',
  youAreMuted: 'You’re muted. They can’t hear you.',
  unmute: 'Unmute',
  hold: 'Hold',
  resume: 'Resume',
  keypad: 'Keypad',
  keys: {star: 'Star', hash: 'Hash'},
  digits: 'Digits sent',
  audio: 'Audio',
  microphone: 'Microphone',
  speaker: 'Speaker',
  systemDefault: 'System default',
  device: 'Device {number}',
  volume: 'Volume',
  level: 'Your microphone’s level',
  switchedTo: 'Now using “{device}”.',
  back: 'Back',
  quality: {
    good: 'Good connection',
    warning: 'Your connection is unsteady',
    critical: 'Your connection is weak',
  },
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
  tryAgainIn: 'Please try again {when}.',
  incoming: 'Incoming call',
  unknownCaller: 'Unknown caller',
  answer: 'Answer',
  decline: 'Decline',
  transcript: 'Transcript',
  you: 'You',
  assistant: 'Assistant',
  writeMessage: 'Write a message',
  send: 'Send',
  talk: {listening: 'Listening', thinking: 'Thinking…', speaking: 'Speaking'},
  details: 'Connection',
  figures: {
    mos: 'Voice quality (1 to 5)',
    rtt: 'Delay',
    jitter: 'Jitter',
    packetLoss: 'Packet loss',
    codec: 'Codec',
  },
  chart: 'Voice quality in the last minute',
  trouble: {
    microphone: 'Your microphone is silent. Is it switched off?',
    farEnd: 'It’s quiet at the other end.',
    oneWay: 'They may not hear you at the moment.',
  },
  headphones: 'They may hear an echo. Headphones help.',
  gotIt: 'Got it',
  check: {
    title: 'Check your microphone',
    speak: 'Say something…',
    heard: 'We can hear you.',
    silent: 'We can’t hear anything. Is the microphone switched off?',
    start: 'Start the call',
  },
  consent: {title: 'Before the call', agree: 'Agree and call'},
  ended: {
    ended: 'Call ended',
    cancelled: 'Call cancelled',
    missed: 'You missed a call.',
    busy: 'The line is busy. Please try again in a minute.',
    declined: 'The call was declined.',
    'no-answer': 'Nobody could answer. Please try again later.',
    unreachable: 'This number can’t be reached right now.',
    lost: 'The connection was lost and did not come back.',
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
  dialog: {
    title: {
      'microphone-prompt': 'Your browser is asking for your microphone',
      'microphone-dismissed': 'The microphone question was closed',
      'microphone-denied': 'Your microphone is blocked',
      'microphone-system': 'Your device blocks the microphone',
      'microphone-blocked': 'This page can’t use your microphone',
      'microphone-frame': 'This part of the page can’t use your microphone',
      'microphone-missing': 'No microphone found',
      'microphone-busy': 'Your microphone doesn’t answer',
      'microphone-unplugged': 'Your microphone was unplugged',
      'microphone-revoked': 'Your microphone was turned off',
      'insecure-page': 'This page can’t use your microphone',
      unsupported: 'This browser can’t make calls',
    },
    startsByItself: 'The call starts by itself as soon as we can hear you.',
    callGoesOn: 'Your call goes on, but they can’t hear you.',
    ownerOnly: 'Only the people who run this site can change that.',
    maybeBusy: 'Another app may be using it.',
    appInTheWay: 'The app you are in may not allow it.',
    callWaits: 'Your call waits for it: {time}',
    findQuestion: 'Find your browser’s question. It may be at the top of the window.',
    choose: 'Choose “{label}”.',
    clickIcon: 'Click the icon beside the address.',
    tapIcon: 'Tap the icon beside the address.',
    switchOn: 'Switch “Microphone” on.',
    setToAllow: 'Set “Microphone” to “Allow”.',
    clickCrossedOut: 'Click the crossed-out microphone beside the address.',
    removeBlock: 'Click the cross beside “Blocked”.',
    safariMenu: 'In the menu bar, choose “Safari”, then the settings for this website.',
    websiteSettings: 'Tap “Website Settings”.',
    permissions: 'Tap “Permissions”.',
    pageSettings: 'Open your browser’s settings for this page, often beside the address.',
    appMenu: 'Open the menu of this app, often ⋯ in a corner.',
    openInBrowser: 'Choose “Open in browser”.',
    callThere: 'Start the call there.',
    systemSettings: {
      mac: 'Open System Settings, then “Privacy & Security”, then “Microphone”.',
      windows: 'Open Settings, then “Privacy & security”, then “Microphone”.',
      ios: 'Open Settings, then the page of your browser.',
      android: 'Open Settings, then “Apps”, your browser, “Permissions”.',
      other: 'Open your device’s privacy settings.',
    },
    allowBrowser: 'Allow the microphone for your browser.',
    plugIn: 'Plug in a microphone or headset, or switch one on.',
    closeOthers: 'Close other apps and tabs that may be using it.',
    otherBrowser: 'Open this page in another browser.',
    openSecure: 'Open the secure page',
    openAlone: 'Open it in a tab of its own',
    waiting: 'Waiting…',
    goOnWithout: 'Just listen',
    nothingChanged: 'Nothing changed?',
    reload: 'Reload the page',
    scan: 'Or scan to call from your phone.',
  },
};
