import type {Proof} from '../../proof.js';

/** What a page has sent, or has asked of the browser, by the name that the table of the docs gives it. */
export type Seen =
  | 'socket URL'
  | 'login'
  | 'INVITE'
  | 'RTCPeerConnection'
  | 'getUserMedia'
  | 'call report'
  /** The row's test says what follows from the option. */
  | 'what follows';

/** An option of the SDK, how a page sets it, and the test that sees it arrive. */
export interface Option {
  /** Its name in the SDK; `of` says in which of its types. */
  readonly option: string;
  readonly of: 'IClientOptions' | 'ICallOptions' | 'not in the SDK’s types';
  /** Our attribute (`region`), or our property with a dot before it (`.iceServers`); several with commas. Empty: always so. */
  readonly set: string;
  readonly seen: Seen;
  readonly test: Proof;
  /**
   * What `arrive.spec.ts` does for this row. Rows of the same test are set on one tag, and read back from one call. Without
   * it, the test is one of its own.
   */
  readonly wire?: {
    /** What stands in the tag, or values by the names of our properties. */
    readonly give: string | Readonly<Record<string, unknown>>;
    /** Where it is in what is `seen`: names with dots between them. */
    readonly at: string;
    readonly is: unknown;
  };
}

const ARRIVE = 'test/e2e/options/arrive.spec.ts ›';
const EFFECTS = 'test/e2e/options/effects.spec.ts ›';
const DEFAULTS: Proof = `${ARRIVE} what every call brings`;
const ATTRIBUTES: Proof = `${ARRIVE} what attributes say`;
const SERVER: Proof = `${ARRIVE} what attributes say of the media server`;
const CODE: Proof = `${ARRIVE} what code says`;
const CALL: Proof = `${ARRIVE} what code says of a call`;
const ASSISTANT: Proof = `${ARRIVE} whom an assistant talks to`;
const PASSWORD: Proof = `${ARRIVE} who logs in by password`;
const RECORDING: Proof =
  'test/options.test.ts › a recording is left to pages that ask for it, be it in the slot';

/** A row of an option that an attribute sets; where it is in the INVITE or elsewhere. */
const wire = (
  of: Option['of'],
  option: string,
  set: string,
  seen: Seen,
  test: Proof,
  give: NonNullable<Option['wire']>['give'],
  at: string,
  is: unknown,
): Option => ({option, of, set, seen, test, wire: {give, at, is}});
const client = (...rest: Parameters<typeof wire> extends [unknown, ...infer R] ? R : never): Option =>
  wire('IClientOptions', ...rest);
const call = (...rest: Parameters<typeof wire> extends [unknown, ...infer R] ? R : never): Option =>
  wire('ICallOptions', ...rest);

/** What only `clientOptions` sets. */
const byClient = (option: string, value: unknown, seen: Seen, at: string, is = value): Option =>
  client(option, '.clientOptions', seen, CODE, {clientOptions: {[option]: value}}, at, is);
/** What only `callOptions` sets, or sets for one call. */
const byCall = (option: string, value: unknown, seen: Seen, at: string, is = value): Option =>
  call(option, '.callOptions', seen, CALL, {callOptions: {[option]: value}}, at, is);
const follows = (option: string, set: string, test: Proof, of: Option['of'] = 'IClientOptions'): Option => ({
  option,
  of,
  set,
  seen: 'what follows',
  test,
});

const assistant = (
  part: string,
  set: string,
  give: NonNullable<Option['wire']>['give'],
  is: unknown,
): Option => client(`anonymous_login.${part}`, set, 'login', ASSISTANT, give, part, is);
const credentials = {login: 'options', password: 'demo'};

/** Every option of the SDK that does something: docs/options.md is made from this table, and the tests run over it. */
export const options: readonly Option[] = [
  client(
    'login_token',
    'token-url, .getToken, .loginToken',
    'login',
    DEFAULTS,
    '',
    'login_token',
    /^ey[^.]+\.[^.]+\.[^.]+$/,
  ),
  client('login', '.credentials', 'login', PASSWORD, {credentials}, 'login', credentials.login),
  client('password', '.credentials', 'login', PASSWORD, {credentials}, 'passwd', credentials.password),
  assistant('target_type', 'ai-assistant-id', 'ai-assistant-id="assistant-1"', 'ai_assistant'),
  assistant('target_id', 'ai-assistant-id', 'ai-assistant-id="assistant-1"', 'assistant-1'),
  assistant('target_version_id', 'ai-assistant-version-id', 'ai-assistant-version-id="v-2"', 'v-2'),
  assistant(
    'target_params',
    '.targetParams',
    {targetParams: {plan: 'gold'}},
    {plan: 'gold', conversation_id: 'c-3'},
  ),
  assistant('target_params.conversation_id', 'conversation-id', 'conversation-id="c-3"', 'c-3'),
  follows('env', 'env', `${EFFECTS} which of Telnyx’s servers is called`),
  follows('region', 'region', `${EFFECTS} which of Telnyx’s servers is called`),
  client('rtcIp', 'rtc-ip', 'socket URL', SERVER, 'rtc-ip="192.0.2.1"', 'rtc_ip', '192.0.2.1'),
  client('rtcPort', 'rtc-port', 'socket URL', SERVER, 'rtc-port="5060"', 'rtc_port', '5060'),
  client('useCanaryRtcServer', 'canary', 'socket URL', ATTRIBUTES, 'canary', 'canary', 'true'),
  follows(
    'skipLastVoiceSdkId',
    'skip-last-voice-sdk-id',
    `${EFFECTS} after a lost connection another server is taken`,
  ),
  byClient('skipTrailing', true, 'socket URL', 'skip_trailing', 'true'),
  client(
    'keepConnectionAliveOnSocketClose',
    '',
    'INVITE',
    DEFAULTS,
    '',
    'dialogParams.keepConnectionAliveOnSocketClose',
    true,
  ),
  client(
    'keepConnectionAliveOnSocketClose',
    'no-keep-connection-alive',
    'INVITE',
    ATTRIBUTES,
    'no-keep-connection-alive',
    'dialogParams.keepConnectionAliveOnSocketClose',
    false,
  ),
  client(
    'maxReconnectAttempts',
    'max-reconnect-attempts',
    'call report',
    ATTRIBUTES,
    'max-reconnect-attempts="3"',
    'summary.clientSummary.connection.maxReconnectAttempts',
    3,
  ),
  byClient(
    'hangupOnBeforeUnload',
    false,
    'call report',
    'summary.clientSummary.connection.hangupOnBeforeUnload',
  ),
  byClient('pushWhenActive', true, 'login', 'userVariables.push_when_active'),
  byClient('earlySdpAnswer', true, 'login', 'loginParams.early_sdp_answer'),
  client(
    'iceServers',
    '.iceServers',
    'RTCPeerConnection',
    CODE,
    {iceServers: [{urls: 'stun:127.0.0.1:9'}]},
    'iceServers.0.urls.0',
    'stun:127.0.0.1:9',
  ),
  client(
    'prefetchIceCandidates',
    'prefetch-ice',
    'RTCPeerConnection',
    ATTRIBUTES,
    'prefetch-ice',
    'iceCandidatePoolSize',
    1,
  ),
  follows(
    'forceRelayCandidate',
    'force-relay',
    'test/e2e/options/relay.spec.ts › force-relay and a TURN server over UDP: all sound goes through it, both ways',
  ),
  client('trickleIce', 'trickle-ice', 'INVITE', ATTRIBUTES, 'trickle-ice', 'trickle', true),
  client('mutedMicOnStart', 'muted', 'INVITE', ATTRIBUTES, 'muted', 'dialogParams.mutedMicOnStart', true),
  follows(
    'mutedMicOnStart',
    'muted',
    `${EFFECTS} a call that begins muted is heard once the visitor wants it`,
  ),
  follows(
    'ringtoneFile',
    'ringtone-src',
    `${EFFECTS} sounds are the button’s own: the SDK puts none into the page`,
  ),
  follows(
    'ringbackFile',
    'ringback-src',
    `${EFFECTS} sounds are the button’s own: the SDK puts none into the page`,
  ),
  client(
    'enableCallReports',
    '',
    'call report',
    DEFAULTS,
    '',
    'summary.clientSummary.callReports.enabled',
    true,
  ),
  follows('enableCallReports', 'no-call-reports', `${EFFECTS} no report is sent where the page wants none`),
  client(
    'callReportInterval',
    'call-report-interval',
    'call report',
    ATTRIBUTES,
    'call-report-interval="2000"',
    'summary.clientSummary.callReports.intervalMs',
    2000,
  ),
  byClient(
    'callReportFlushInterval',
    90_000,
    'call report',
    'summary.clientSummary.callReports.flushIntervalMs',
  ),
  follows('debug', 'debug', `${EFFECTS} debug data goes over the socket, and nothing into the console`),
  follows('debugOutput', 'debug-output', `${EFFECTS} debug data comes as a file`),
  follows(
    'mediaPermissionsRecovery',
    'media-recovery-timeout, .clientOptions',
    'test/e2e/microphone/awaited.both.spec.ts › a call is taken up again without a microphone, and none comes: lost, in words',
  ),
  follows('enableCallRecording', '.clientOptions', RECORDING),
  follows('callRecordingFlushIntervalMs', '.clientOptions', RECORDING),
  follows('callRecordingMaxBufferBytes', '.clientOptions', RECORDING),
  follows('callRecordingSampleRate', '.clientOptions', RECORDING),
  follows('callRecordingTracks', '.clientOptions', RECORDING),
  follows('callRecordingEndpoint', '.clientOptions', RECORDING),

  call('destinationNumber', 'destination', 'INVITE', DEFAULTS, '', 'dialogParams.destination_number', 'tone'),
  call(
    'callerName',
    'caller-name',
    'INVITE',
    ATTRIBUTES,
    'caller-name="A Name"',
    'dialogParams.caller_id_name',
    'A Name',
  ),
  call(
    'callerNumber',
    'caller-number',
    'INVITE',
    ATTRIBUTES,
    'caller-number="+1 234"',
    'dialogParams.caller_id_number',
    '+1234',
  ),
  call(
    'customHeaders',
    'custom-headers',
    'INVITE',
    ATTRIBUTES,
    `custom-headers='[{"name":"X-Campaign","value":"spring"}]'`,
    'dialogParams.custom_headers',
    [{name: 'X-Campaign', value: 'spring'}],
  ),
  call(
    'clientState',
    'client-state',
    'INVITE',
    ATTRIBUTES,
    'client-state="Grüße"',
    'dialogParams.clientState',
    'R3LDvMOfZQ==',
  ),
  call(
    'preferred_codecs',
    'preferred-codecs',
    'INVITE',
    ATTRIBUTES,
    'preferred-codecs="pcmu opus"',
    'sdp',
    /m=audio \d+ \S+ 0 111 /,
  ),
  call('preferred_codecs', '', 'INVITE', ASSISTANT, '', 'sdp', /m=audio \d+ \S+ 111 /),
  call(
    'audio',
    '.audioConstraints',
    'getUserMedia',
    CODE,
    {audioConstraints: {noiseSuppression: false}},
    'audio',
    {echoCancellation: true, noiseSuppression: false, autoGainControl: true},
  ),
  follows(
    'micId',
    '.setMicrophone',
    `${EFFECTS} the devices that a page chooses before the call are those of the call`,
    'ICallOptions',
  ),
  follows(
    'speakerId',
    '.setSpeaker',
    `${EFFECTS} the devices that a page chooses before the call are those of the call`,
    'ICallOptions',
  ),
  byCall('telnyxCallControlId', 'control-1', 'INVITE', 'dialogParams.telnyxCallControlId'),
  byCall('telnyxSessionId', 'session-1', 'INVITE', 'dialogParams.telnyxSessionId'),
  byCall('telnyxLegId', 'leg-1', 'INVITE', 'dialogParams.telnyxLegId'),
  byCall('iceServers', [{urls: 'stun:127.0.0.1:10'}], 'RTCPeerConnection', 'iceServers.0.urls', [
    'stun:127.0.0.1:10',
  ]),
  byCall('prefetchIceCandidates', true, 'RTCPeerConnection', 'iceCandidatePoolSize', 1),
  byCall('trickleIce', true, 'INVITE', 'trickle'),
  byCall(
    'keepConnectionAliveOnSocketClose',
    false,
    'INVITE',
    'dialogParams.keepConnectionAliveOnSocketClose',
  ),
  follows(
    'forceRelayCandidate',
    '.callOptions',
    `${EFFECTS} a relay can be forced for one call`,
    'ICallOptions',
  ),
  follows('debug', '.callOptions', `${EFFECTS} debug data comes as a file`, 'ICallOptions'),
  follows('debugOutput', '.callOptions', `${EFFECTS} debug data comes as a file`, 'ICallOptions'),
  wire(
    'not in the SDK’s types',
    'host',
    'signaling-url',
    'socket URL',
    DEFAULTS,
    '',
    'origin',
    /^ws:\/\/127\.0\.0\.1:\d+$/,
  ),
];

/** Options that are in the SDK's types and do nothing in it, or nothing for a call of sound. */
export const noOptions: ReadonlyArray<Pick<Option, 'option' | 'of'> & {readonly why: string}> = [
  {option: 'useStereo', of: 'ICallOptions', why: 'sent, and applied to nothing'},
  {option: 'mediaSettings', of: 'ICallOptions', why: 'sent, and applied to nothing'},
  {option: 'video', of: 'ICallOptions', why: 'the button’s calls are of sound alone'},
  {option: 'camId', of: 'ICallOptions', why: 'the button’s calls are of sound alone'},
  {option: 'localElement', of: 'ICallOptions', why: 'shows the visitor’s own picture'},
  {option: 'id', of: 'ICallOptions', why: 'the button gives each call its id'},
  {option: 'localStream', of: 'ICallOptions', why: 'the button opens the microphone itself'},
  {option: 'remoteStream', of: 'ICallOptions', why: 'comes from the connection'},
  {option: 'remoteElement', of: 'ICallOptions', why: 'the button plays the far end itself'},
  {option: 'onNotification', of: 'ICallOptions', why: 'the button listens, and tells by its own events'},
];
