import type {TextSettings} from './config.js';

/** What a token endpoint answers with, or a page's own `getToken`. */
export interface TokenGiven {
  /** Login token (JWT). */
  readonly token: string;
  /** Whom to call instead of the element's own `destination`. */
  readonly destination?: string;
  /** Caller ID number (E.164). */
  readonly callerNumber?: string;
  /** Caller ID name. */
  readonly callerName?: string;
  /** When the token expires: ISO 8601, or seconds or milliseconds since the epoch. Default: what the token itself says. */
  readonly expiresAt?: string | number;
}

/** A page's own source of login tokens. */
export type GetToken = () => Promise<string | TokenGiven>;

/** A SIP connection's own login: for development only, everybody can read it in the page. */
export interface Credentials {
  /** SIP user name. */
  readonly login: string;
  /** SIP password. */
  readonly password: string;
}

/** A custom SIP header. */
export interface CustomHeader {
  /** As `X-Campaign`. */
  readonly name: string;
  /** Its text. */
  readonly value: string;
}

/** A function of the page that an AI assistant may call. Takes the arguments that the assistant gives, by name. */
export type AssistantTool = (args: Readonly<Record<string, unknown>>) => unknown;

/** What only code can set on a button. */
export interface CodeSettings {
  readonly iceServers?: readonly RTCIceServer[] | null;
  readonly targetParams?: Readonly<Record<string, unknown>> | null;
  readonly loginToken?: string | null;
  readonly credentials?: Credentials | null;
  readonly getToken?: GetToken | null;
  readonly audioConstraints?: MediaTrackConstraints | null;
  readonly clientOptions?: Readonly<Record<string, unknown>> | null;
  readonly callOptions?: Readonly<Record<string, unknown>> | null;
  readonly tools?: Readonly<Record<string, AssistantTool>> | null;
}

/** What a page has set on a button, as it stands. */
export type Settings = TextSettings & CodeSettings;

/** The AI assistant that is talked to, through an anonymous login. */
export interface Assistant {
  readonly id: string;
  readonly versionId: string | undefined;
  /** Free keys for the assistant, `conversation_id` among them. */
  readonly params: Readonly<Record<string, unknown>> | undefined;
}

/** Options of the SDK by this element's names. What is not set is left to the SDK's own default. */
export interface SdkConfig {
  readonly region: string | undefined;
  readonly env: 'production' | 'development' | undefined;
  readonly rtcIp: string | undefined;
  readonly rtcPort: number | undefined;
  readonly canary: boolean;
  readonly skipLastVoiceSdkId: boolean;
  readonly keepConnectionAlive: boolean;
  readonly maxReconnectAttempts: number | undefined;
  readonly forceRelay: boolean;
  readonly trickleIce: boolean;
  readonly prefetchIce: boolean;
  readonly callReports: boolean;
  /** ms. */
  readonly callReportInterval: number | undefined;
  readonly debug: boolean;
  readonly debugOutput: 'socket' | 'file' | undefined;
  /** How long the SDK waits for a microphone before it gives up a call that is to be answered (ms). 0: not at all. */
  readonly mediaRecoveryTimeout: number;
  readonly iceServers: readonly RTCIceServer[] | undefined;
}

/** What one call needs to know: read once when it begins, so that later changes are the next call's. */
export interface CallConfig extends SdkConfig {
  readonly tokenUrl: string | undefined;
  readonly getToken: GetToken | undefined;
  readonly loginToken: string | undefined;
  readonly credentials: Credentials | undefined;
  readonly assistant: Assistant | undefined;
  /** What the AI assistant may call, by name. */
  readonly tools: Readonly<Record<string, AssistantTool>> | undefined;
  readonly destination: string | undefined;
  readonly signalingUrl: string | undefined;
  readonly callerName: string | undefined;
  readonly callerNumber: string | undefined;
  readonly customHeaders: readonly CustomHeader[] | undefined;
  /** Plain text. */
  readonly clientState: string | undefined;
  /** Names of codecs, as `opus`, the preferred first. */
  readonly preferredCodecs: readonly string[];
  /** True if the microphone is muted when a call begins. */
  readonly muted: boolean;
  /** True if the element takes incoming calls. */
  readonly receive: boolean;
  /** Played while an incoming call rings, instead of the element's own sound. */
  readonly ringtoneSrc: string | undefined;
  /** Played while the far end rings and sends nothing itself, instead of the country's tone. */
  readonly ringbackSrc: string | undefined;
  /** True if the button makes no sound of its own. */
  readonly noSounds: boolean;
  /** Where alerts and summaries of the quality are sent. */
  readonly qualityUrl: string | undefined;
  /** What is asked of the microphone, over the element's own constraints. */
  readonly audioConstraints: MediaTrackConstraints | undefined;
  /** The SDK's client options, over all others. */
  readonly clientOptions: Readonly<Record<string, unknown>> | undefined;
  /** The SDK's call options, over all others. */
  readonly callOptions: Readonly<Record<string, unknown>> | undefined;
}
