// Generated from the source's doc comments: npm run analyze.
import type {
  TelnyxCallButton,
  TelnyxCallEndEvent,
  TelnyxCallErrorEvent,
  TelnyxCallQualityEvent,
  TelnyxCallRequestEvent,
  TelnyxCallStateEvent,
  TelnyxCallTranscriptEvent,
} from '../dist/types/index.js';

/** The attributes, as they stand in HTML. */
export interface Attributes {
  /** Where to get the login token: POST, answered with `{"token": "<jwt>"}`. */
  'token-url'?: string | undefined;
  /** Whom to call: E.164 number, SIP URI or SIP user name. The token endpoint's answer overrides it. */
  destination?: string | undefined;
  /** Caller ID number (E.164). */
  'caller-number'?: string | undefined;
  /** Caller ID name. */
  'caller-name'?: string | undefined;
  /** AI assistant to talk to (its id at Telnyx), through an anonymous login: no token is needed. */
  'ai-assistant-id'?: string | undefined;
  /** Version of the AI assistant; left out, its main one. */
  'ai-assistant-version-id'?: string | undefined;
  /** Conversation with the AI assistant that is to be gone on with. */
  'conversation-id'?: string | undefined;
  /** Custom SIP headers of the call, as JSON: `[{"name": "X-Campaign", "value": "spring"}]`. */
  'custom-headers'?: string | undefined;
  /** Plain text that comes back with every event of the call at the server; sent base64-encoded. */
  'client-state'?: string | undefined;
  /** Takes incoming calls: registers as soon as `warm-up` says, and stays registered. Default: false. */
  receive?: boolean | undefined;
  /** Where the button stands: `inline` in the page's text, `floating` in a corner of the window, or `headless` (no button of its own: the page's own elements start the call; while a live call's panel is hidden, the button shows in the corner). Reflected. Default: 'inline'. */
  layout?: 'inline' | 'floating' | 'headless' | undefined;
  /** The corner of a floating button, or of a headless one's panel. Reflected. Default: 'bottom-end'. */
  position?: 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start' | undefined;
  /** The colours: `auto` goes by the page's `color-scheme`. Reflected. Default: 'auto'. */
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /** The button's text; left out, the usual words in the page's language. Default: 'Call us'. */
  label?: string | undefined;
  /** What the panel offers: some of `mute keypad hold devices volume quality transcript`, or `none`. Default: 'mute keypad hold devices volume quality transcript'. */
  controls?: string | undefined;
  /** Text that the visitor has to agree to before the first call; `slot="consent"` for rich text. It is asked after `telnyx-call-request`, in the panel: before the answer no microphone and no token is asked for. Remembered per origin, as a hash of the text in `localStorage` (`telnyx-call-consent`): another text is asked about again. */
  consent?: string | undefined;
  /** When SDK, token and socket may start before the click: with `intent` on pointer-enter, focus and touch start, with `visible` once the button is seen, with `load` at once. Nothing asks for the microphone before the click. Default: 'intent'. */
  'warm-up'?: 'intent' | 'visible' | 'load' | 'none' | undefined;
  /** Turns the button's own sounds off: ringing, key tones, and the tone at the end. Default: false. */
  'no-sounds'?: boolean | undefined;
  /** A sound to play while the far end rings, instead of the tone of the destination's country. */
  'ringback-src'?: string | undefined;
  /** A sound to play while an incoming call rings, instead of the element's own. */
  'ringtone-src'?: string | undefined;
  /** Where alerts of the quality and the summary of each call are sent (POST, JSON) by `navigator.sendBeacon`. */
  'quality-url'?: string | undefined;
  /** A state's name: shows that state with sample data, without account, network or microphone. */
  preview?: string | undefined;
  /** Signaling server (`wss:` or `ws:` URL) instead of Telnyx's own. */
  'signaling-url'?: string | undefined;
  /** Region of Telnyx's servers, as `eu` (the SDK's `region`); left out, the nearest one. */
  region?:
    | (string & {})
    | 'eu'
    | 'us-central'
    | 'us-east'
    | 'us-west'
    | 'ca-central'
    | 'apac'
    | 'south-asia'
    | undefined;
  /** Telnyx's environment (the SDK's `env`). Default: 'production'. */
  env?: 'production' | 'development' | undefined;
  /** Media server to be used, with `rtc-port` (the SDK's `rtcIp`). */
  'rtc-ip'?: string | undefined;
  /** Port of the media server (the SDK's `rtcPort`). */
  'rtc-port'?: string | undefined;
  /** Uses the server with Telnyx's newest version (the SDK's `useCanaryRtcServer`). Default: false. */
  canary?: boolean | undefined;
  /** After a lost connection another server is taken than before (the SDK's `skipLastVoiceSdkId`). Default: false. */
  'skip-last-voice-sdk-id'?: boolean | undefined;
  /** A call does not outlive the loss of its socket (the SDK's `keepConnectionAliveOnSocketClose` is on without it). Default: false. */
  'no-keep-connection-alive'?: boolean | undefined;
  /** How often a lost connection is tried again; 0: without an end (the SDK's `maxReconnectAttempts`). Default: 10. */
  'max-reconnect-attempts'?: string | undefined;
  /** Sends all sound through a TURN server, 20 to 80 ms more each way (the SDK's `forceRelayCandidate`). Default: false. */
  'force-relay'?: boolean | undefined;
  /** Sends ICE candidates as they are found (the SDK's `trickleIce`). Default: false. */
  'trickle-ice'?: boolean | undefined;
  /** Gathers ICE candidates before the call is placed (the SDK's `prefetchIceCandidates`). Default: false. */
  'prefetch-ice'?: boolean | undefined;
  /** Codecs by name, the preferred first: `opus pcmu`. With an AI assistant `opus` comes first without it. */
  'preferred-codecs'?: string | undefined;
  /** A call begins with the microphone muted (the SDK's `mutedMicOnStart`). `muted` says whether it is. Default: false. */
  muted?: boolean | undefined;
  /** How long a call that is to be answered waits for a microphone (ms); 0: not at all (the SDK's `mediaPermissionsRecovery`). Default: 20000. */
  'media-recovery-timeout'?: string | undefined;
  /** Sends no call reports to Telnyx (the SDK's `enableCallReports` is on without it). Default: false. */
  'no-call-reports'?: boolean | undefined;
  /** How often the call report is sampled (ms; the SDK's `callReportInterval`, which takes at most 1000 of it). Default: 5000. */
  'call-report-interval'?: string | undefined;
  /** Sends the SDK's debug data (its `debug`): a lot of traffic, for a look into one call only. Default: false. */
  debug?: boolean | undefined;
  /** Where the debug data goes (the SDK's `debugOutput`). Default: 'socket'. */
  'debug-output'?: 'socket' | 'file' | undefined;
}

/** The properties that can be set. */
export interface Properties {
  /** Where to get the login token: POST, answered with `{"token": "<jwt>"}`. */
  tokenUrl?: TelnyxCallButton['tokenUrl'];
  /** Whom to call: E.164 number, SIP URI or SIP user name. The token endpoint's answer overrides it. */
  destination?: TelnyxCallButton['destination'];
  /** Caller ID number (E.164). */
  callerNumber?: TelnyxCallButton['callerNumber'];
  /** Caller ID name. */
  callerName?: TelnyxCallButton['callerName'];
  /** AI assistant to talk to (its id at Telnyx), through an anonymous login: no token is needed. */
  aiAssistantId?: TelnyxCallButton['aiAssistantId'];
  /** Version of the AI assistant; left out, its main one. */
  aiAssistantVersionId?: TelnyxCallButton['aiAssistantVersionId'];
  /** Conversation with the AI assistant that is to be gone on with. */
  conversationId?: TelnyxCallButton['conversationId'];
  /** Custom SIP headers of the call, as JSON: `[{"name": "X-Campaign", "value": "spring"}]`. */
  customHeaders?: TelnyxCallButton['customHeaders'];
  /** Plain text that comes back with every event of the call at the server; sent base64-encoded. */
  clientState?: TelnyxCallButton['clientState'];
  /** Takes incoming calls: registers as soon as `warm-up` says, and stays registered. Default: false. */
  receive?: TelnyxCallButton['receive'];
  /** Where the button stands: `inline` in the page's text, `floating` in a corner of the window, or `headless` (no button of its own: the page's own elements start the call; while a live call's panel is hidden, the button shows in the corner). Reflected. Default: 'inline'. */
  layout?: TelnyxCallButton['layout'];
  /** The corner of a floating button, or of a headless one's panel. Reflected. Default: 'bottom-end'. */
  position?: TelnyxCallButton['position'];
  /** The colours: `auto` goes by the page's `color-scheme`. Reflected. Default: 'auto'. */
  theme?: TelnyxCallButton['theme'];
  /** The button's text; left out, the usual words in the page's language. Default: 'Call us'. */
  label?: TelnyxCallButton['label'];
  /** What the panel offers: some of `mute keypad hold devices volume quality transcript`, or `none`. Default: 'mute keypad hold devices volume quality transcript'. */
  controls?: TelnyxCallButton['controls'];
  /** Text that the visitor has to agree to before the first call; `slot="consent"` for rich text. It is asked after `telnyx-call-request`, in the panel: before the answer no microphone and no token is asked for. Remembered per origin, as a hash of the text in `localStorage` (`telnyx-call-consent`): another text is asked about again. */
  consent?: TelnyxCallButton['consent'];
  /** When SDK, token and socket may start before the click: with `intent` on pointer-enter, focus and touch start, with `visible` once the button is seen, with `load` at once. Nothing asks for the microphone before the click. Default: 'intent'. */
  warmUp?: TelnyxCallButton['warmUp'];
  /** Turns the button's own sounds off: ringing, key tones, and the tone at the end. Default: false. */
  noSounds?: TelnyxCallButton['noSounds'];
  /** A sound to play while the far end rings, instead of the tone of the destination's country. */
  ringbackSrc?: TelnyxCallButton['ringbackSrc'];
  /** A sound to play while an incoming call rings, instead of the element's own. */
  ringtoneSrc?: TelnyxCallButton['ringtoneSrc'];
  /** Where alerts of the quality and the summary of each call are sent (POST, JSON) by `navigator.sendBeacon`. */
  qualityUrl?: TelnyxCallButton['qualityUrl'];
  /** A state's name: shows that state with sample data, without account, network or microphone. */
  preview?: TelnyxCallButton['preview'];
  /** Signaling server (`wss:` or `ws:` URL) instead of Telnyx's own. */
  signalingUrl?: TelnyxCallButton['signalingUrl'];
  /** Region of Telnyx's servers, as `eu` (the SDK's `region`); left out, the nearest one. */
  region?: TelnyxCallButton['region'];
  /** Telnyx's environment (the SDK's `env`). Default: 'production'. */
  env?: TelnyxCallButton['env'];
  /** Media server to be used, with `rtc-port` (the SDK's `rtcIp`). */
  rtcIp?: TelnyxCallButton['rtcIp'];
  /** Port of the media server (the SDK's `rtcPort`). */
  rtcPort?: TelnyxCallButton['rtcPort'];
  /** Uses the server with Telnyx's newest version (the SDK's `useCanaryRtcServer`). Default: false. */
  canary?: TelnyxCallButton['canary'];
  /** After a lost connection another server is taken than before (the SDK's `skipLastVoiceSdkId`). Default: false. */
  skipLastVoiceSdkId?: TelnyxCallButton['skipLastVoiceSdkId'];
  /** A call does not outlive the loss of its socket (the SDK's `keepConnectionAliveOnSocketClose` is on without it). Default: false. */
  noKeepConnectionAlive?: TelnyxCallButton['noKeepConnectionAlive'];
  /** How often a lost connection is tried again; 0: without an end (the SDK's `maxReconnectAttempts`). Default: 10. */
  maxReconnectAttempts?: TelnyxCallButton['maxReconnectAttempts'];
  /** Sends all sound through a TURN server, 20 to 80 ms more each way (the SDK's `forceRelayCandidate`). Default: false. */
  forceRelay?: TelnyxCallButton['forceRelay'];
  /** Sends ICE candidates as they are found (the SDK's `trickleIce`). Default: false. */
  trickleIce?: TelnyxCallButton['trickleIce'];
  /** Gathers ICE candidates before the call is placed (the SDK's `prefetchIceCandidates`). Default: false. */
  prefetchIce?: TelnyxCallButton['prefetchIce'];
  /** Codecs by name, the preferred first: `opus pcmu`. With an AI assistant `opus` comes first without it. */
  preferredCodecs?: TelnyxCallButton['preferredCodecs'];
  /** A call begins with the microphone muted (the SDK's `mutedMicOnStart`). `muted` says whether it is. Default: false. */
  defaultMuted?: TelnyxCallButton['defaultMuted'];
  /** How long a call that is to be answered waits for a microphone (ms); 0: not at all (the SDK's `mediaPermissionsRecovery`). Default: 20000. */
  mediaRecoveryTimeout?: TelnyxCallButton['mediaRecoveryTimeout'];
  /** Sends no call reports to Telnyx (the SDK's `enableCallReports` is on without it). Default: false. */
  noCallReports?: TelnyxCallButton['noCallReports'];
  /** How often the call report is sampled (ms; the SDK's `callReportInterval`, which takes at most 1000 of it). Default: 5000. */
  callReportInterval?: TelnyxCallButton['callReportInterval'];
  /** Sends the SDK's debug data (its `debug`): a lot of traffic, for a look into one call only. Default: false. */
  debug?: TelnyxCallButton['debug'];
  /** Where the debug data goes (the SDK's `debugOutput`). Default: 'socket'. */
  debugOutput?: TelnyxCallButton['debugOutput'];
  /** Gets a login token, instead of `token-url`: resolves to the JWT, or to what a token endpoint answers. */
  getToken?: TelnyxCallButton['getToken'];
  /** Login token (JWT), if the page has got one itself. It can't be renewed: prefer `token-url` or `getToken`. */
  loginToken?: TelnyxCallButton['loginToken'];
  /** A SIP connection's own login, for development only: everybody can read it in the page. */
  credentials?: TelnyxCallButton['credentials'];
  /** STUN and TURN servers instead of Telnyx's own. */
  iceServers?: TelnyxCallButton['iceServers'];
  /** What is asked of the microphone (`MediaTrackConstraints`), over echo cancellation, noise suppression and automatic gain. */
  audioConstraints?: TelnyxCallButton['audioConstraints'];
  /** What an AI assistant is told about the call: free keys and values. */
  targetParams?: TelnyxCallButton['targetParams'];
  /** Functions that an AI assistant may call, by name: each takes an object of arguments, and what it returns or rejects with is told to the assistant. */
  tools?: TelnyxCallButton['tools'];
  /** Options of the SDK's client (`IClientOptions`), over all attributes. */
  clientOptions?: TelnyxCallButton['clientOptions'];
  /** Options of the SDK's calls (`ICallOptions`), over all attributes. */
  callOptions?: TelnyxCallButton['callOptions'];
  /** Texts to be used instead of the language's own, as `{hangUp: 'Bye', ended: {busy: 'We are all talking.'}}`; what is left out stays. Set a new object to change them. With `lang` they are in that language. */
  strings?: TelnyxCallButton['strings'];
  /** True if the microphone is muted. What is set counts for the call that is up, and for the beginning of later ones. */
  muted?: TelnyxCallButton['muted'];
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
  /** In a call: the level of its connection is known or has changed, or an alert has begun or ended. */
  'telnyx-call-quality': TelnyxCallQualityEvent;
  /** In a call with an AI assistant: something was said or written, or more of it. */
  'telnyx-call-transcript': TelnyxCallTranscriptEvent;
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
