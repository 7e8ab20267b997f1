import type {IClientOptions} from '@telnyx/webrtc';
import type {CallConfig} from '../call-config.js';
import {guarded} from './guarded.js';

/** The SDK's options for its client. `host` is missing from its types; it is the one option that names another server. */
export type ClientOptions = IClientOptions & {readonly host?: string};

type Recovery = NonNullable<IClientOptions['mediaPermissionsRecovery']>;

/** What an AI assistant is called at Telnyx's anonymous login. */
const ASSISTANT = 'ai_assistant';

/**
 * What the SDK's client is made with. The page's own `clientOptions` come last. Sounds are not left to the SDK: it
 * would put elements of its own into the page.
 *
 * @param token login token (JWT); empty for a login without one
 * @see https://developers.telnyx.com/docs/voice/webrtc/js-sdk/interfaces/iclientoptions
 */
export function clientOptions(config: CallConfig, token: string): ClientOptions {
  const {signalingUrl, region, env, rtcIp, rtcPort, iceServers} = config;
  const options = {
    ...login(config, token),
    keepConnectionAliveOnSocketClose: config.keepConnectionAlive,
    enableCallReports: config.callReports,
    host: signalingUrl,
    region,
    env,
    rtcIp,
    rtcPort,
    iceServers: iceServers && [...iceServers],
    useCanaryRtcServer: config.canary || undefined,
    skipLastVoiceSdkId: config.skipLastVoiceSdkId || undefined,
    maxReconnectAttempts: config.maxReconnectAttempts,
    forceRelayCandidate: config.forceRelay || undefined,
    trickleIce: config.trickleIce || undefined,
    prefetchIceCandidates: config.prefetchIce || undefined,
    callReportInterval: config.callReportInterval,
    debug: config.debug || undefined,
    debugOutput: config.debugOutput,
    mutedMicOnStart: config.muted || undefined,
    ...config.clientOptions,
    mediaPermissionsRecovery: recovery(config),
  };
  // The SDK's own defaults are for what is not there, not for what is there and undefined.
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** The page's own wishes stand over ours. An exception in one of its handlers would cost the call. */
function recovery({mediaRecoveryTimeout, clientOptions}: CallConfig): Recovery | undefined {
  const own = clientOptions?.['mediaPermissionsRecovery'] as Partial<Recovery> | undefined;
  const {timeout = mediaRecoveryTimeout, enabled = timeout > 0, onSuccess, onError} = own ?? {};
  if (!enabled) return undefined;
  return {
    enabled,
    timeout,
    ...(onSuccess && {onSuccess: guarded<void>(onSuccess)}),
    ...(onError && {onError: guarded(onError)}),
  };
}

function login({assistant, credentials}: CallConfig, token: string): IClientOptions {
  if (assistant)
    return {
      anonymous_login: {
        target_type: ASSISTANT,
        target_id: assistant.id,
        ...(assistant.versionId && {target_version_id: assistant.versionId}),
        ...(assistant.params && {target_params: assistant.params}),
      },
    };
  return token ? {login_token: token} : {...credentials};
}
