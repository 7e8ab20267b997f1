/** When SDK, token and socket may start before the click. */
export type WarmUp = 'intent' | 'visible' | 'load' | 'none';

/** Where the button stands. */
export type Layout = 'inline' | 'floating' | 'headless';

/** The corner of a floating button, by the direction of the text. */
export type Position = 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start';

/** The colours of button and panel. */
export type Theme = 'auto' | 'light' | 'dark';

/** The properties that are set by text, and by an attribute of the same name. */
const TEXTS = [
  'tokenUrl',
  'destination',
  'callerName',
  'callerNumber',
  'aiAssistantId',
  'aiAssistantVersionId',
  'conversationId',
  'customHeaders',
  'clientState',
  'layout',
  'position',
  'theme',
  'label',
  'controls',
  'consent',
  'warmUp',
  'qualityUrl',
  'preview',
  'signalingUrl',
  'region',
  'env',
  'rtcIp',
  'rtcPort',
  'maxReconnectAttempts',
  'ringtoneSrc',
  'ringbackSrc',
  'callReportInterval',
  'debugOutput',
  'mediaRecoveryTimeout',
  'preferredCodecs',
] as const;

/** Those that are on or off. */
const FLAGS = [
  'receive',
  'noSounds',
  'canary',
  'skipLastVoiceSdkId',
  'noKeepConnectionAlive',
  'forceRelay',
  'trickleIce',
  'prefetchIce',
  'noCallReports',
  'debug',
  'defaultMuted',
] as const;

/** Those that only code can set. */
const VALUES = [
  'strings',
  'iceServers',
  'targetParams',
  'loginToken',
  'credentials',
  'getToken',
  'audioConstraints',
  'clientOptions',
  'callOptions',
  'tools',
] as const;

type Text = (typeof TEXTS)[number];
type Flag = (typeof FLAGS)[number];
type Kebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : S;

/**
 * The public attributes with their properties: the element's properties and the reading of them come from here. As the
 * platform's `<video>` has it, `muted` says how a call begins, and its property is `defaultMuted`: `muted` is what is.
 */
export const attributes = {
  ...Object.fromEntries(
    [...TEXTS, ...FLAGS].map((name) => [
      name,
      name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase()),
    ]),
  ),
  defaultMuted: 'muted',
} as {readonly [K in Exclude<Text | Flag, 'defaultMuted'>]: Kebab<K>} & {readonly defaultMuted: 'muted'};

/** The attributes and the properties that only code can set, as Lit wants them. */
export const declarations = Object.fromEntries([
  ...Object.entries(attributes).map(([name, attribute]) => [
    name,
    {
      attribute,
      type: (FLAGS as readonly string[]).includes(name) ? Boolean : String,
      reflect: /layout|position|theme/.test(name),
    },
  ]),
  ...VALUES.map((name) => [name, {attribute: false}]),
]) as Record<string, {attribute: string | false}>;

/** What a page has set on a button by attributes, as it stands. */
export type TextSettings = Partial<Record<Text, string | null>> & Partial<Record<Flag, boolean>>;

/** What a page has set, as text: its code may hand over a number or a URL, or what is no text at all. */
export const readText = (value: string | null | undefined): string => {
  try {
    return String(value ?? '').trim();
  } catch {
    return '';
  }
};

/**
 * A phone number without the marks people write into it; anything else (a SIP URI, a name) as it is.
 *
 * @returns undefined for nothing but white space
 */
export function readDestination(value: string | null | undefined): string | undefined {
  const text = readText(value);
  return /^\+?[\d\s().\-/]+$/.test(text) ? text.replace(/[^\d+]/g, '') : text || undefined;
}

/** The destination if a telephone can call it. */
export function readNumber(value: string | null | undefined): string | undefined {
  const number = readDestination(value);
  return number && /^\+?\d+$/.test(number) ? number : undefined;
}
