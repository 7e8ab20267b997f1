import {attributes, readDestination, readText} from './config.js';
import type {Assistant, CallConfig, SdkConfig, Settings} from './call-config.js';
import {isIceServers, isObject, isRegion, readOptions, type Options} from './read-options.js';
import {Reader, type Complain} from './read-values.js';

const HTTP = ['https:', 'http:'];
const SOUND = [...HTTP, 'data:', 'blob:'];
/** How long the SDK waits for a microphone before it gives up a call that is to be answered (ms). */
const MICROPHONE_AWAITED_FOR_MS = 20_000;

/**
 * Reads what the page has set into one frozen configuration. Never throws: a value that can't be used is
 * complained about and left out.
 *
 * @param base the page's URL, for relative addresses
 * @param asks whether the visitor is asked for consent before the first call
 */
export function readConfig(
  set: Settings,
  base: string,
  complain: Complain,
  asks = Boolean(readText(set.consent)),
): CallConfig {
  const read = new Reader(set, base, complain);
  const sdk = sdkConfig(set, read);
  const clientOptions = readClientOptions(set.clientOptions, asks, complain);
  const callOptions = readOptions('callOptions', set.callOptions, complain);
  checkTogether({...sdk, ...clientOptions, ...callOptions}, complain);
  const credentials = read.object(
    'credentials',
    set.credentials,
    ({login, password}) => login && password && typeof login === 'string' && typeof password === 'string',
  );
  if (credentials)
    complain('credentials are for development only: everybody can read them in the page. Use token-url.');
  return Object.freeze({
    ...sdk,
    tokenUrl: read.url('tokenUrl', HTTP),
    getToken: read.object('getToken', set.getToken, (value) => typeof value === 'function'),
    loginToken: readText(set.loginToken) || undefined,
    // Nothing else that may be in it.
    credentials: credentials && {login: credentials.login, password: credentials.password},
    assistant: assistant(set, read),
    tools: read.object('tools', set.tools, isObject),
    destination: readDestination(set.destination),
    signalingUrl: read.url('signalingUrl', ['wss:', 'ws:']),
    callerName: read.text('callerName'),
    callerNumber: readDestination(set.callerNumber),
    customHeaders: read.headers('customHeaders'),
    clientState: read.text('clientState'),
    preferredCodecs: readText(set.preferredCodecs)
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
    muted: Boolean(set.defaultMuted),
    receive: Boolean(set.receive),
    ringtoneSrc: read.url('ringtoneSrc', SOUND),
    ringbackSrc: read.url('ringbackSrc', SOUND),
    noSounds: Boolean(set.noSounds),
    qualityUrl: read.url('qualityUrl', HTTP),
    audioConstraints: read.object('audioConstraints', set.audioConstraints, isObject),
    clientOptions,
    callOptions,
  });
}

/** A recording without the visitor's consent is none that a page can have by an option alone. */
function readClientOptions(given: unknown, asks: boolean, complain: Complain): Options | undefined {
  const options = readOptions('clientOptions', given, complain);
  if (!options?.['enableCallRecording'] || asks) return options;
  complain('clientOptions.enableCallRecording is ignored: set consent, so that the visitor is asked before.');
  const rest = Object.entries(options).filter(([option]) => option !== 'enableCallRecording');
  return Object.freeze(Object.fromEntries(rest));
}

/** What has to be told of the options as they come out. */
function checkTogether(
  {rtcIp, rtcPort, forceRelay, forceRelayCandidate = forceRelay}: SdkConfig & Options,
  complain: Complain,
): void {
  if (Boolean(rtcIp) !== Boolean(rtcPort)) complain('rtc-ip and rtc-port count together only: set both.');
  if (forceRelayCandidate)
    complain('force-relay sends all sound through a TURN server: 20 to 80 ms more each way.');
}

function sdkConfig(set: Settings, read: Reader): SdkConfig {
  const rtcIp = read.text('rtcIp');
  return {
    region: read.textLike('region', isRegion, 'a region, as eu'),
    env: read.word('env', ['production', 'development']),
    rtcIp,
    rtcPort: read.number('rtcPort', 1, 65_535),
    canary: Boolean(set.canary),
    skipLastVoiceSdkId: Boolean(set.skipLastVoiceSdkId),
    keepConnectionAlive: !set.noKeepConnectionAlive,
    maxReconnectAttempts: read.number('maxReconnectAttempts', 0, 1000),
    forceRelay: Boolean(set.forceRelay),
    trickleIce: Boolean(set.trickleIce),
    prefetchIce: Boolean(set.prefetchIce),
    callReports: !set.noCallReports,
    callReportInterval: read.number('callReportInterval', 1000, 600_000),
    debug: Boolean(set.debug),
    debugOutput: read.word('debugOutput', ['socket', 'file']),
    mediaRecoveryTimeout: read.number('mediaRecoveryTimeout', 0, 600_000) ?? MICROPHONE_AWAITED_FOR_MS,
    iceServers: read.object('iceServers', set.iceServers, isIceServers),
  };
}

function assistant(set: Settings, read: Reader): Assistant | undefined {
  const id = read.text('aiAssistantId');
  if (!id) return undefined;
  const given = read.object(
    'targetParams',
    set.targetParams,
    (value) => isObject(value) && JSON.stringify(value),
  );
  const conversation = read.text('conversationId');
  return {
    id,
    versionId: read.text('aiAssistantVersionId'),
    params:
      given || conversation ? {...given, ...(conversation && {conversation_id: conversation})} : undefined,
  };
}

/** What the panel can offer in a call. */
export const CONTROLS = ['mute', 'keypad', 'hold', 'devices', 'volume', 'quality', 'transcript'] as const;

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
  warmUp: ['intent', 'visible', 'load', 'none'],
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
