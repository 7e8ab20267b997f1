/** When SDK, token and socket may start before the click. */
export type WarmUp = 'intent' | 'none';

/** Where the button stands. */
export type Layout = 'inline' | 'floating' | 'headless';

/** The corner of a floating button, by the direction of the text. */
export type Position = 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start';

/** The colours of button and panel. */
export type Theme = 'auto' | 'light' | 'dark';

/** The public attributes with their properties. One table: the element's properties and this file's reading come from it. */
export const attributes = {
  tokenUrl: 'token-url',
  destination: 'destination',
  signalingUrl: 'signaling-url',
  label: 'label',
  callerName: 'caller-name',
  callerNumber: 'caller-number',
  warmUp: 'warm-up',
  layout: 'layout',
  position: 'position',
  theme: 'theme',
  controls: 'controls',
  ringbackSrc: 'ringback-src',
  noSounds: 'no-sounds',
  preview: 'preview',
} as const;

/** What a page has set on a button, as it stands. */
export type Settings = Partial<Record<Exclude<keyof typeof attributes, 'noSounds'>, string | null>> & {
  readonly noSounds?: boolean;
};

/** What one call needs to know: read once when it begins, so that later changes are the next call's. */
export interface CallConfig {
  readonly tokenUrl: string | undefined;
  readonly destination: string | undefined;
  readonly signalingUrl: string | undefined;
  readonly callerName: string | undefined;
  readonly callerNumber: string | undefined;
  /** Played while the far end rings and sends nothing itself, instead of the country's tone. */
  readonly ringbackSrc: string | undefined;
  /** True if the button makes no sound of its own. */
  readonly noSounds: boolean;
}

/** Told of a value that can't be used, in words for the site's owner. */
export type Complain = (message: string) => void;

/** What a page has set, as text: its code may hand over a number or a URL. */
export const readText = (value: string | null | undefined): string => String(value ?? '').trim();

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

/**
 * Reads what the page has set into one frozen configuration. Never throws: a value that can't be used is
 * complained about and left out.
 *
 * @param base the page's URL, for relative addresses
 */
export function readConfig(set: Settings, base: string, complain: Complain): CallConfig {
  const url = (
    name: 'tokenUrl' | 'signalingUrl' | 'ringbackSrc',
    protocols: string[],
  ): string | undefined => {
    const value = readText(set[name]);
    if (!value) return undefined;
    try {
      const found = new URL(value, base);
      if (protocols.includes(found.protocol)) return found.href;
    } catch {
      // complained about below, like a scheme that can't be used
    }
    complain(`${attributes[name]}="${value}" is not a URL of ${protocols.join(' or ')} and is ignored.`);
    return undefined;
  };
  return Object.freeze({
    tokenUrl: url('tokenUrl', ['https:', 'http:']),
    destination: readDestination(set.destination),
    signalingUrl: url('signalingUrl', ['wss:', 'ws:']),
    callerName: readText(set.callerName) || undefined,
    callerNumber: readDestination(set.callerNumber),
    ringbackSrc: url('ringbackSrc', ['https:', 'http:', 'data:', 'blob:']),
    noSounds: Boolean(set.noSounds),
  });
}

/** What the panel can offer in a call. */
export const CONTROLS = ['mute', 'keypad', 'hold', 'devices', 'volume', 'quality'] as const;

/** A control of the panel, as the `controls` attribute names it. */
export type Control = (typeof CONTROLS)[number];

/** `controls`: all without the attribute, none with `none`. Unknown names are complained about and left out. */
export function readControls(value: string | null | undefined, complain: Complain): ReadonlySet<Control> {
  const names = readText(value).split(/\s+/).filter(Boolean);
  if (!names.length) return new Set(CONTROLS);
  const known = (name: string): name is Control => (CONTROLS as readonly string[]).includes(name);
  for (const name of names)
    if (!known(name) && name !== 'none')
      complain(`controls: "${name}" is unknown: use ${CONTROLS.join(', ')} or none.`);
  return new Set(names.filter(known));
}

/** The attributes that take one word of a list; the first one is the default. */
const CHOICES = {
  warmUp: ['intent', 'none'],
  layout: ['inline', 'floating', 'headless'],
  position: ['bottom-end', 'bottom-start', 'top-end', 'top-start'],
  theme: ['auto', 'light', 'dark'],
} as const satisfies Partial<Record<keyof Settings, readonly string[]>>;

/** Complains about words that are on no list: for them the default counts. */
export function checkChoices(set: Settings, complain: Complain): void {
  for (const [name, words] of Object.entries(CHOICES)) {
    const value = set[name as keyof typeof CHOICES];
    if (value && !(words as readonly string[]).includes(value))
      complain(
        `${attributes[name as keyof typeof CHOICES]}="${value}" is unknown, ${words[0]} counts: use ${words.join(' or ')}.`,
      );
  }
}
