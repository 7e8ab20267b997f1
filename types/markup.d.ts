// Generated from the source's doc comments: npm run analyze.
import type {
  TelnyxCallButton,
  TelnyxCallEndEvent,
  TelnyxCallErrorEvent,
  TelnyxCallQualityEvent,
  TelnyxCallRequestEvent,
  TelnyxCallStateEvent,
} from '../dist/types/index.js';

/** The attributes, as they stand in HTML. */
export interface Attributes {
  /** Where to get the login token: POST, answered with `{"token": "<jwt>"}`. */
  'token-url'?: string | undefined;
  /** Whom to call: E.164 number, SIP URI or SIP user name. The token endpoint's answer overrides it. */
  destination?: string | undefined;
  /** Signaling server (`wss:` or `ws:` URL) instead of Telnyx's own. */
  'signaling-url'?: string | undefined;
  /** The button's text; left out, the usual words in the page's language. Default: 'Call us'. */
  label?: string | undefined;
  /** Caller ID name. */
  'caller-name'?: string | undefined;
  /** Caller ID number (E.164). */
  'caller-number'?: string | undefined;
  /** When SDK, token and socket may start before the click: with `intent` on pointer-enter, focus and touch start. Nothing asks for the microphone before the click. Default: 'intent'. */
  'warm-up'?: 'intent' | 'none' | undefined;
  /** Where the button stands: `inline` in the page's text, `floating` in a corner of the window, or `headless` (no button of its own: the page's own elements start the call; while a live call's panel is hidden, the button shows in the corner). Reflected. Default: 'inline'. */
  layout?: 'inline' | 'floating' | 'headless' | undefined;
  /** The corner of a floating button, or of a headless one's panel. Reflected. Default: 'bottom-end'. */
  position?: 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' | undefined;
  /** The colours: `auto` goes by the page's `color-scheme`. Reflected. Default: 'auto'. */
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** What the panel offers: some of `mute keypad hold devices volume quality`, or `none`. Default: 'mute keypad hold devices volume quality'. */
  controls?: string | undefined;
  /** A sound to play while the far end rings, instead of the tone of the destination's country. */
  'ringback-src'?: string | undefined;
  /** Turns the button's own sounds off: ringing, key tones, and the tone at the end. Default: false. */
  'no-sounds'?: boolean | undefined;
  /** A state's name: shows that state with sample data, without account, network or microphone. */
  preview?: string | undefined;
}

/** The properties that can be set. */
export interface Properties {
  /** Where to get the login token: POST, answered with `{"token": "<jwt>"}`. */
  tokenUrl?: TelnyxCallButton['tokenUrl'];
  /** Whom to call: E.164 number, SIP URI or SIP user name. The token endpoint's answer overrides it. */
  destination?: TelnyxCallButton['destination'];
  /** Signaling server (`wss:` or `ws:` URL) instead of Telnyx's own. */
  signalingUrl?: TelnyxCallButton['signalingUrl'];
  /** The button's text; left out, the usual words in the page's language. Default: 'Call us'. */
  label?: TelnyxCallButton['label'];
  /** Caller ID name. */
  callerName?: TelnyxCallButton['callerName'];
  /** Caller ID number (E.164). */
  callerNumber?: TelnyxCallButton['callerNumber'];
  /** When SDK, token and socket may start before the click: with `intent` on pointer-enter, focus and touch start. Nothing asks for the microphone before the click. Default: 'intent'. */
  warmUp?: TelnyxCallButton['warmUp'];
  /** Where the button stands: `inline` in the page's text, `floating` in a corner of the window, or `headless` (no button of its own: the page's own elements start the call; while a live call's panel is hidden, the button shows in the corner). Reflected. Default: 'inline'. */
  layout?: TelnyxCallButton['layout'];
  /** The corner of a floating button, or of a headless one's panel. Reflected. Default: 'bottom-end'. */
  position?: TelnyxCallButton['position'];
  /** The colours: `auto` goes by the page's `color-scheme`. Reflected. Default: 'auto'. */
  theme?: TelnyxCallButton['theme'];
  /** What the panel offers: some of `mute keypad hold devices volume quality`, or `none`. Default: 'mute keypad hold devices volume quality'. */
  controls?: TelnyxCallButton['controls'];
  /** A sound to play while the far end rings, instead of the tone of the destination's country. */
  ringbackSrc?: TelnyxCallButton['ringbackSrc'];
  /** Turns the button's own sounds off: ringing, key tones, and the tone at the end. Default: false. */
  noSounds?: TelnyxCallButton['noSounds'];
  /** A state's name: shows that state with sample data, without account, network or microphone. */
  preview?: TelnyxCallButton['preview'];
  /** Texts to be used instead of the language's own, as `{hangUp: 'Bye', ended: {busy: 'We are all talking.'}}`; what is left out stays. Set a new object to change them. With `lang` they are in that language. */
  strings?: TelnyxCallButton['strings'];
}

/** The events by their names. */
export interface Events {
  /** Before anything happens; cancelable, and `waitUntil(promise)` holds the call. */
  'telnyx-call-request': TelnyxCallRequestEvent;
  /** Each change of the state. */
  'telnyx-call-state': TelnyxCallStateEvent;
  /** Once per call. */
  'telnyx-call-end': TelnyxCallEndEvent;
  /** Once per failure. */
  'telnyx-call-error': TelnyxCallErrorEvent;
  /** In a call: the level of its connection is known, or has changed. */
  'telnyx-call-quality': TelnyxCallQualityEvent;
}

/** The custom properties for CSS. */
export interface CustomProperties {
  /** The one colour a site must set; text on it stays readable. Default: #0b6e4f. */
  '--telnyx-call-accent'?: string | undefined;
  /** Corners of the panel. Default: 16px. */
  '--telnyx-call-radius'?: string | undefined;
  /** Background of the panel; dark where the page's `color-scheme` is. Default: #fff. */
  '--telnyx-call-background'?: string | undefined;
  /** Text of the panel. Default: #1c1b19. */
  '--telnyx-call-color'?: string | undefined;
  /** Secondary text. Default: #6b6862. */
  '--telnyx-call-soft'?: string | undefined;
  /** Borders. Default: #e7e4dd. */
  '--telnyx-call-line'?: string | undefined;
  /** Background of round controls, keys and lists. Default: #f3f1ec. */
  '--telnyx-call-fill'?: string | undefined;
  /** Background of the hang-up button. Default: #b3261e. */
  '--telnyx-call-danger'?: string | undefined;
  /** Ring around what has the focus; made readable. Default: var(--telnyx-call-accent). */
  '--telnyx-call-focus-color'?: string | undefined;
  /** Background of the button. Default: var(--telnyx-call-accent). */
  '--telnyx-call-button-background'?: string | undefined;
  /** Text of the button; default black or white, whichever is readable. */
  '--telnyx-call-button-color'?: string | undefined;
  /** Corners of the button. Default: 999px. */
  '--telnyx-call-button-radius'?: string | undefined;
  /** Background of the panel. Default: var(--telnyx-call-background). */
  '--telnyx-call-panel-background'?: string | undefined;
  /** Text of the panel. Default: var(--telnyx-call-color). */
  '--telnyx-call-panel-color'?: string | undefined;
  /** Corners of the panel. Default: var(--telnyx-call-radius). */
  '--telnyx-call-panel-radius'?: string | undefined;
  /** Talking time. Default: var(--telnyx-call-panel-color). */
  '--telnyx-call-timer-color'?: string | undefined;
  /** Background of the round controls. Default: var(--telnyx-call-fill). */
  '--telnyx-call-control-background'?: string | undefined;
  /** Icons of the round controls. Default: var(--telnyx-call-panel-color). */
  '--telnyx-call-control-color'?: string | undefined;
  /** Background of the keypad's keys. Default: var(--telnyx-call-fill). */
  '--telnyx-call-key-background'?: string | undefined;
  /** Digits of the keypad's keys. Default: var(--telnyx-call-panel-color). */
  '--telnyx-call-key-color'?: string | undefined;
  /** Background of the hang-up button. Default: var(--telnyx-call-danger). */
  '--telnyx-call-hang-up-background'?: string | undefined;
  /** Text of the hang-up button; default black or white, whichever is readable. */
  '--telnyx-call-hang-up-color'?: string | undefined;
  /** From a floating button, or its panel, to the window's side; the screen's safe area is added. Default: 20px. */
  '--telnyx-call-offset-inline'?: string | undefined;
  /** From it to the window's bottom or top; the screen's safe area is added. Default: 20px. */
  '--telnyx-call-offset-block'?: string | undefined;
}
