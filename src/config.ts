/** When SDK, token and socket may start before the click. */
export type WarmUp = 'intent' | 'none';

/** The public attributes with their properties. One table: the element's properties and this file's reading come from it. */
export const attributes = {
  tokenUrl: 'token-url',
  destination: 'destination',
  signalingUrl: 'signaling-url',
  label: 'label',
  callerName: 'caller-name',
  callerNumber: 'caller-number',
  warmUp: 'warm-up',
} as const;

/** What a page has set on a button, as it stands. */
export type Settings = Partial<Record<keyof typeof attributes, string | null>>;

/** What one call needs to know: read once when it begins, so that later changes are the next call's. */
export interface CallConfig {
  readonly tokenUrl: string | undefined;
  readonly destination: string | undefined;
  readonly signalingUrl: string | undefined;
  readonly callerName: string | undefined;
  readonly callerNumber: string | undefined;
}

/** Told of a value that can't be used, in words for the site's owner. */
export type Complain = (message: string) => void;

/**
 * A phone number without the marks people write into it; anything else (a SIP URI, a name) as it is.
 *
 * @returns undefined for nothing but white space
 */
export function readDestination(value: string | null | undefined): string | undefined {
  const text = value?.trim();
  return text && /^\+?[\d\s().\-/]+$/.test(text) ? text.replace(/[^\d+]/g, '') : text || undefined;
}

/**
 * Reads what the page has set into one frozen configuration. Never throws: a value that can't be used is
 * complained about and left out.
 *
 * @param base the page's URL, for relative addresses
 */
export function readConfig(set: Settings, base: string, complain: Complain): CallConfig {
  const url = (name: keyof typeof attributes, protocols: string[]): string | undefined => {
    const value = set[name]?.trim();
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
    callerName: set.callerName?.trim() || undefined,
    callerNumber: readDestination(set.callerNumber),
  });
}

/** `warm-up`, or its default for anything unknown. */
export function readWarmUp(value: string | null | undefined, complain: Complain): WarmUp {
  if (!value || value === 'intent' || value === 'none') return (value as WarmUp) || 'intent';
  complain(`warm-up="${value}" is unknown: use intent or none.`);
  return 'intent';
}
