import type {Complain} from './read-values.js';

/** The SDK's options as a page gives them, by the SDK's own names. */
export type Options = Readonly<Record<string, unknown>>;

const listOf = (
  names: string,
  is: (value: unknown) => boolean,
): Array<[string, (value: unknown) => boolean]> => names.split(' ').map((name) => [name, is]);
const isText = (value: unknown): boolean => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isNumber = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < Infinity;
const isFunction = (value: unknown): boolean => typeof value === 'function';

/** An object with fields by names. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEach = (value: unknown, is: (value: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is);

/** As `https://www.w3.org/TR/webrtc/#rtciceserver-dictionary` wants them: with others there is no connection at all. */
export const isIceServers = (value: unknown): boolean =>
  isEach(value, (server) => {
    if (!isObject(server)) return false;
    const urls = [server['urls']].flat();
    const {username, credential} = server;
    return (
      urls.length > 0 &&
      urls.every(
        (url) =>
          typeof url === 'string' &&
          (/^stuns?:[^\s/]+$/i.test(url) ||
            (/^turns?:[^\s/]+$/i.test(url) && isText(username) && isText(credential))),
      )
    );
  });

/** Part of a host's name: the SDK puts it before the server's. */
export const isRegion = (value: unknown): boolean => typeof value === 'string' && /^[\w-]+$/.test(value);

/** A custom SIP header. A line break would begin another one. */
export const isHeader = (value: unknown): boolean => {
  const {name, value: text} = Object(value) as Record<string, unknown>;
  return (
    typeof name === 'string' &&
    /^[\w!#$%&'*+.^`|~-]+$/.test(name) &&
    typeof text === 'string' &&
    !/[\r\n]/.test(text)
  );
};

function isHost(value: unknown): boolean {
  // Not every browser minds a space in it.
  if (typeof value !== 'string' || /\s/.test(value)) return false;
  try {
    return Boolean(new URL(/^wss?:\/\//.test(value) ? value : `wss://${value}`));
  } catch {
    return false;
  }
}

const isRecovery = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries({enabled: isFlag, timeout: isNumber, onSuccess: isFunction, onError: isFunction}).every(
    ([name, is]) => value[name] === undefined || is(value[name]),
  );

/** What the SDK would stumble over if it were of another kind. Options that are not named may be anything. */
const KINDS = new Map([
  ...listOf(
    'pushWhenActive earlySdpAnswer debug prefetchIceCandidates forceRelayCandidate trickleIce ' +
      'keepConnectionAliveOnSocketClose hangupOnBeforeUnload useCanaryRtcServer skipLastVoiceSdkId skipTrailing ' +
      'mutedMicOnStart enableCallReports enableCallRecording autoReconnect useStereo',
    isFlag,
  ),
  ...listOf(
    'rtcPort maxReconnectAttempts callReportInterval callReportFlushInterval callRecordingFlushIntervalMs ' +
      'callRecordingMaxBufferBytes callRecordingSampleRate',
    isNumber,
  ),
  ...listOf(
    'env rtcIp debugOutput callRecordingEndpoint destinationNumber callerNumber callerName clientState ' +
      'telnyxCallControlId telnyxSessionId telnyxLegId',
    isText,
  ),
  ...listOf('region', isRegion),
  ...listOf('host', isHost),
  ...listOf('iceServers', isIceServers),
  ...listOf('callRecordingTracks', (value) =>
    isEach(value, (track) => track === 'local' || track === 'remote'),
  ),
  ...listOf('mediaPermissionsRecovery', isRecovery),
  ...listOf('customHeaders', (value) => isEach(value, isHeader)),
  ...listOf('preferred_codecs', (value) =>
    isEach(value, (codec) => isObject(codec) && isText(codec['mimeType'])),
  ),
  ...listOf('userVariables mediaSettings', isObject),
]);

/** What the button does itself, with the way to say it instead. */
const OWN: Readonly<Record<string, string>> = {
  login_token: 'set token-url, getToken or loginToken',
  token: 'set token-url, getToken or loginToken',
  login: 'set credentials',
  password: 'set credentials',
  passwd: 'set credentials',
  anonymous_login: 'set ai-assistant-id',
  ringtoneFile: 'set ringtone-src',
  ringbackFile: 'set ringback-src',
  audio: 'set audioConstraints',
  micId: 'call setMicrophone()',
  speakerId: 'call setSpeaker()',
  onNotification: 'listen to the element’s events',
  ...Object.fromEntries(
    'id localStream remoteStream localElement remoteElement video camId screenShare attach'
      .split(' ')
      .map((name) => [name, 'the button needs it for itself']),
  ),
};

/**
 * Reads `clientOptions` or `callOptions`. What the button needs for itself, and what the SDK can't use, is complained
 * about and left out. Never throws.
 *
 * @returns what is left, frozen; undefined if the page has set nothing
 */
export function readOptions(name: string, given: unknown, complain: Complain): Options | undefined {
  if (given === undefined || given === null) return undefined;
  const kept: Array<[string, unknown]> = [];
  try {
    if (!isObject(given)) throw new TypeError();
    for (const [option, value] of Object.entries(given)) {
      if (value === undefined || value === null) continue;
      const own = Object.hasOwn(OWN, option) ? OWN[option] : undefined;
      if (own) complain(`${name}.${option} is ignored: ${own}.`);
      else if (isUsable(option, value)) kept.push([option, value]);
      else complain(`${name}.${option} can’t be used and is ignored.`);
    }
  } catch {
    // A page's object may be anything, and do anything when it is looked at.
    complain(`the property ${name} can’t be used and is ignored.`);
  }
  // By entries: a name may be `__proto__`.
  return Object.freeze(Object.fromEntries(kept));
}

function isUsable(option: string, value: unknown): boolean {
  try {
    // What can't be written down can't be sent.
    JSON.stringify(value);
    return KINDS.get(option)?.(value) ?? true;
  } catch {
    return false;
  }
}
