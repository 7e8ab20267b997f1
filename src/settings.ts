import {ReactiveElement, type PropertyDeclarations} from '@lit/reactive-element';
import type {AssistantTool, Credentials, GetToken} from './call-config.js';
import {declarations, type Layout, type Position, type Theme, type WarmUp} from './config.js';
import type {OwnStrings} from './locales/en.js';

/** Regions of Telnyx's servers that the SDK knows by name. */
export type Region = 'eu' | 'us-central' | 'us-east' | 'us-west' | 'ca-central' | 'apac' | 'south-asia';

/** All that a page can set on the button. */
export class CallSettings extends ReactiveElement {
  static override readonly properties: PropertyDeclarations = declarations;

  /**
   * Where to get the login token: POST, answered with `{"token": "<jwt>"}`.
   *
   * @default undefined
   */
  declare tokenUrl?: string | null;

  /**
   * Whom to call: E.164 number, SIP URI or SIP user name. The token endpoint's answer overrides it.
   *
   * @default undefined
   */
  declare destination?: string | null;

  /**
   * Caller ID number (E.164).
   *
   * @default undefined
   */
  declare callerNumber?: string | null;

  /**
   * Caller ID name.
   *
   * @default undefined
   */
  declare callerName?: string | null;

  /**
   * AI assistant to talk to (its id at Telnyx), through an anonymous login: no token is needed.
   *
   * @default undefined
   */
  declare aiAssistantId?: string | null;

  /**
   * Version of the AI assistant; left out, its main one.
   *
   * @default undefined
   */
  declare aiAssistantVersionId?: string | null;

  /**
   * Conversation with the AI assistant that is to be gone on with.
   *
   * @default undefined
   */
  declare conversationId?: string | null;

  /**
   * Custom SIP headers of the call, as JSON: `[{"name": "X-Campaign", "value": "spring"}]`.
   *
   * @default undefined
   */
  declare customHeaders?: string | null;

  /**
   * Plain text that comes back with every event of the call at the server; sent base64-encoded.
   *
   * @default undefined
   */
  declare clientState?: string | null;

  /**
   * Takes incoming calls: registers as soon as `warm-up` says, and stays registered.
   *
   * @default false
   */
  declare receive?: boolean;

  /**
   * Where the button stands: `inline` in the page's text, `floating` in a corner of the window, or `headless` (no
   * button of its own: the page's own elements start the call; while a live call's panel is hidden, the button shows in
   * the corner). Reflected.
   *
   * @default 'inline'
   * @reflect
   */
  declare layout?: Layout | null;

  /**
   * The corner of a floating button, or of a headless one's panel. Reflected.
   *
   * @default 'bottom-end'
   * @reflect
   */
  declare position?: Position | null;

  /**
   * The colours: `auto` goes by the page's `color-scheme`. Reflected.
   *
   * @default 'auto'
   * @reflect
   */
  declare theme?: Theme | null;

  /**
   * The button's text; left out, the usual words in the page's language.
   *
   * @default 'Call us'
   */
  declare label?: string | null;

  /**
   * What the panel offers: some of `mute keypad hold devices volume quality transcript`, or `none`.
   *
   * @default 'mute keypad hold devices volume quality transcript'
   */
  declare controls?: string | null;

  /**
   * Text that the visitor has to agree to before the first call; `slot="consent"` for rich text. It is asked after
   * `telnyx-call-request`, in the panel: before the answer no microphone and no token is asked for. Remembered per
   * origin, as a hash of the text in `localStorage` (`telnyx-call-consent`): another text is asked about again.
   *
   * @default undefined
   */
  declare consent?: string | null;

  /**
   * When SDK, token and socket may start before the click: with `intent` on pointer-enter, focus and touch start, with
   * `visible` once the button is seen, with `load` at once. Nothing asks for the microphone before the click.
   *
   * @default 'intent'
   */
  declare warmUp?: WarmUp | null;

  /**
   * Turns the button's own sounds off: ringing, key tones, and the tone at the end.
   *
   * @default false
   */
  declare noSounds?: boolean;

  /**
   * A sound to play while the far end rings, instead of the tone of the destination's country.
   *
   * @default undefined
   */
  declare ringbackSrc?: string | null;

  /**
   * A sound to play while an incoming call rings, instead of the element's own.
   *
   * @default undefined
   */
  declare ringtoneSrc?: string | null;

  /**
   * Where alerts of the quality and the summary of each call are sent (POST, JSON) by `navigator.sendBeacon`.
   *
   * @default undefined
   */
  declare qualityUrl?: string | null;

  /**
   * A state's name: shows that state with sample data, without account, network or microphone.
   *
   * @default undefined
   */
  declare preview?: string | null;

  /**
   * Signaling server (`wss:` or `ws:` URL) instead of Telnyx's own.
   *
   * @default undefined
   */
  declare signalingUrl?: string | null;

  /**
   * Region of Telnyx's servers, as `eu` (the SDK's `region`); left out, the nearest one.
   *
   * @default undefined
   */
  declare region?: Region | (string & {}) | null;

  /**
   * Telnyx's environment (the SDK's `env`).
   *
   * @default 'production'
   */
  declare env?: 'production' | 'development' | null;

  /**
   * Media server to be used, with `rtc-port` (the SDK's `rtcIp`).
   *
   * @default undefined
   */
  declare rtcIp?: string | null;

  /**
   * Port of the media server (the SDK's `rtcPort`).
   *
   * @default undefined
   */
  declare rtcPort?: string | null;

  /**
   * Uses the server with Telnyx's newest version (the SDK's `useCanaryRtcServer`).
   *
   * @default false
   */
  declare canary?: boolean;

  /**
   * After a lost connection another server is taken than before (the SDK's `skipLastVoiceSdkId`).
   *
   * @default false
   */
  declare skipLastVoiceSdkId?: boolean;

  /**
   * A call does not outlive the loss of its socket (the SDK's `keepConnectionAliveOnSocketClose` is on without it).
   *
   * @default false
   */
  declare noKeepConnectionAlive?: boolean;

  /**
   * How often a lost connection is tried again; 0: without an end (the SDK's `maxReconnectAttempts`).
   *
   * @default 10
   */
  declare maxReconnectAttempts?: string | null;

  /**
   * Sends all sound through a TURN server, 20 to 80 ms more each way (the SDK's `forceRelayCandidate`).
   *
   * @default false
   */
  declare forceRelay?: boolean;

  /**
   * Sends ICE candidates as they are found (the SDK's `trickleIce`).
   *
   * @default false
   */
  declare trickleIce?: boolean;

  /**
   * Gathers ICE candidates before the call is placed (the SDK's `prefetchIceCandidates`).
   *
   * @default false
   */
  declare prefetchIce?: boolean;

  /**
   * Codecs by name, the preferred first: `opus pcmu`. With an AI assistant `opus` comes first without it.
   *
   * @default undefined
   */
  declare preferredCodecs?: string | null;

  /**
   * A call begins with the microphone muted (the SDK's `mutedMicOnStart`). `muted` says whether it is.
   *
   * @default false
   */
  declare defaultMuted?: boolean;

  /**
   * How long a call that is to be answered waits for a microphone (ms); 0: not at all (the SDK's `mediaPermissionsRecovery`).
   *
   * @default 20000
   */
  declare mediaRecoveryTimeout?: string | null;

  /**
   * Sends no call reports to Telnyx (the SDK's `enableCallReports` is on without it).
   *
   * @default false
   */
  declare noCallReports?: boolean;

  /**
   * How often the call report is sampled (ms; the SDK's `callReportInterval`, which takes at most 1000 of it).
   *
   * @default 5000
   */
  declare callReportInterval?: string | null;

  /**
   * Sends the SDK's debug data (its `debug`): a lot of traffic, for a look into one call only.
   *
   * @default false
   */
  declare debug?: boolean;

  /**
   * Where the debug data goes (the SDK's `debugOutput`).
   *
   * @default 'socket'
   */
  declare debugOutput?: 'socket' | 'file' | null;

  /**
   * Gets a login token, instead of `token-url`: resolves to the JWT, or to what a token endpoint answers.
   */
  declare getToken?: GetToken | null;

  /**
   * Login token (JWT), if the page has got one itself. It can't be renewed: prefer `token-url` or `getToken`.
   */
  declare loginToken?: string | null;

  /**
   * A SIP connection's own login, for development only: everybody can read it in the page.
   */
  declare credentials?: Credentials | null;

  /**
   * STUN and TURN servers instead of Telnyx's own.
   */
  declare iceServers?: readonly RTCIceServer[] | null;

  /**
   * What is asked of the microphone (`MediaTrackConstraints`), over echo cancellation, noise suppression and automatic gain.
   */
  declare audioConstraints?: MediaTrackConstraints | null;

  /**
   * What an AI assistant is told about the call: free keys and values.
   */
  declare targetParams?: Readonly<Record<string, unknown>> | null;

  /**
   * Functions that an AI assistant may call, by name: each takes an object of arguments, and what it returns or
   * rejects with is told to the assistant.
   */
  declare tools?: Readonly<Record<string, AssistantTool>> | null;

  /**
   * Options of the SDK's client (`IClientOptions`), over all attributes.
   */
  declare clientOptions?: Readonly<Record<string, unknown>> | null;

  /**
   * Options of the SDK's calls (`ICallOptions`), over all attributes.
   */
  declare callOptions?: Readonly<Record<string, unknown>> | null;

  /**
   * Texts to be used instead of the language's own, as `{hangUp: 'Bye', ended: {busy: 'We are all talking.'}}`; what
   * is left out stays. Set a new object to change them. With `lang` they are in that language.
   */
  declare strings?: OwnStrings | null;
}
