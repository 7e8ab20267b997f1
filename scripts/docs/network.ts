// What a network and a page's policies must let through: made from the SDK's own catalogue for the docs, and put into the
// headers of a page by a test, which calls from it.
import {sdk, textOf, version} from './sdk.js';

const CONSTANTS = 'Modules/Verto/util/constants/index.d.ts';

/** The SDK's server without a region (`wss:` origin). */
export const SIGNALING = new URL(textOf(CONSTANTS, 'PROD_HOST')).origin;

/** The one for `env="development"`. */
export const SIGNALING_IN_DEVELOPMENT = new URL(textOf(CONSTANTS, 'DEV_HOST')).origin;

export const REGIONS: readonly string[] = Object.values(sdk.Region);

/** The server of a region, as the SDK names it (`wss:` origin). `servers.spec.ts` asks the SDK. */
export function signalingIn(region: string): string {
  const host = SIGNALING.replace(/rtc(dev)?/, `${region}.rtc`);
  if (host === SIGNALING)
    throw new Error(`@telnyx/webrtc ${version}: ${SIGNALING} has no place for a region`);
  return host;
}

/** What a STUN or TURN server is reached by. */
export interface IceServer {
  readonly use: 'STUN' | 'TURN';
  readonly host: string;
  readonly port: number;
  readonly protocol: 'UDP' | 'TCP' | 'TLS';
}

/** Reads a URL of RFC 7064 or RFC 7065. Throws if it is another: a server must not be missing from the docs. */
export function iceServer(url: string): IceServer {
  const [, scheme, host, port, transport] =
    /^(stun|turns?):([a-z\d.-]+)(?::(\d+))?(?:\?transport=(udp|tcp))?$/.exec(url) ?? [];
  if (!scheme || !host) throw new Error(`@telnyx/webrtc ${version}: can’t read the server ${url}`);
  const secure = scheme === 'turns';
  if (secure && transport === 'udp') throw new Error(`@telnyx/webrtc ${version}: no table has DTLS (${url})`);
  return {
    use: scheme === 'stun' ? 'STUN' : 'TURN',
    host,
    // RFC 5928, section 3.
    port: Number(port ?? (secure ? 5349 : 3478)),
    protocol: secure ? 'TLS' : transport === 'tcp' ? 'TCP' : 'UDP',
  };
}

/** The servers that the SDK uses by itself, whatever the region. */
export const ICE_URLS: readonly string[] = Object.values(sdk.TELNYX_ICE_SERVERS).map(({urls}) => urls);

/** Where a page with the button takes things from. Sources as in a Content-Security-Policy: `'self'`, or an origin. */
export interface Sources {
  /** The button's files, all of them side by side. */
  readonly files: string;
  /** What the button itself asks for: the token endpoint, and `quality-url`. */
  readonly endpoints: readonly string[];
  /** The signaling server (`wss:` or `ws:` origin). */
  readonly signaling: string;
}

/** What a page's Content-Security-Policy needs for calls, by the directive (CSP Level 3). */
export const directives = ({files, endpoints, signaling}: Sources): Readonly<Record<string, string>> => ({
  'script-src': files,
  // Reports of calls go to the server of the calls by HTTP.
  'connect-src': [...new Set([...endpoints, signaling, signaling.replace(/^ws/, 'http')])].join(' '),
});

/** The Content-Security-Policy of a page that has nothing but the button. */
export const contentPolicy = (sources: Sources): string =>
  Object.entries({'default-src': `'none'`, ...directives(sources)})
    .map((directive) => directive.join(' '))
    .join('; ');

/** What the policy may have beside it: no text becomes markup or script (Trusted Types). Only Lit makes some of its own. */
export const TRUSTED_TYPES = `require-trusted-types-for 'script'; trusted-types lit-html`;

/** The features of the browser that a call uses, by the names of the Permissions Policy. */
const FEATURES = ['microphone', 'autoplay', 'speaker-selection'] as const;

/** A page's Permissions-Policy. `frames`: origins of the frames with the button, if it stands in one. */
export const permissionsPolicy = (...frames: readonly string[]): string => {
  const who = ['self', ...frames.map((origin) => `"${origin}"`)].join(' ');
  return FEATURES.map((feature) => `${feature}=(${who})`).join(', ');
};

/** The `allow` of an iframe with the button. */
export const ALLOW = FEATURES.join('; ');
