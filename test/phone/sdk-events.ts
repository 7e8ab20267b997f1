import type {Proof} from '../proof.js';

/** What something means to a line and its calls; `sdk-events.test.ts` does it to them. */
export type Effect =
  'changes nothing' | 'ends the opening of a line' | 'asks for a new token' | 'ends the call';

/** The kinds of what the SDK tells. */
export type Kind = 'event' | 'notification' | 'call state' | 'error' | 'warning' | 'gateway state';

/** Something that the SDK tells, and what we do with it. */
export interface Told {
  readonly kind: Kind;
  /** As the SDK spells it. */
  readonly name: string;
  /** Errors and warnings have one. */
  readonly code?: number;
  /** In plain words. */
  readonly does: string;
  /** What happens to a line and a call, or the test that shows it where there is more to it. */
  readonly shown: Effect | Proof;
}

type Row = readonly [name: string, does: string, shown: Told['shown']];
type CodeRow = readonly [code: number, ...Row];

const NOTHING = 'changes nothing';
const OPENING = 'ends the opening of a line';
const TOKEN = 'asks for a new token';
const CALL = 'ends the call';

const LINE = 'test/phone/telnyx-line.test.ts › ';
const PLACED = 'test/phone/placed-call.test.ts › ';
const REGISTRATION = 'test/e2e/element/registration.spec.ts › ';
const SURVIVE = 'test/e2e/element/survive.both.spec.ts › ';
const PITFALLS = 'test/e2e/pitfalls/';

const of = (kind: Kind, rows: readonly Row[]): Told[] =>
  rows.map(([name, does, shown]) => ({kind, name, does, shown}));
const withCodes = (kind: Kind, rows: readonly CodeRow[]): Told[] =>
  rows.map(([code, name, does, shown]) => ({kind, name, code, does, shown}));

const events = of('event', [
  [
    'telnyx.ready',
    'Calls can be placed; after a reconnect, what is left to be told is told.',
    `${LINE}is ready once; an idle one that the server refuses later is closed, and not used again`,
  ],
  [
    'telnyx.error',
    'By its code, below; one that names a call goes to that call.',
    `${LINE}reports go to the call that they name`,
  ],
  [
    'telnyx.warning',
    'By its code, below.',
    `${LINE}keeps a new token for the next reconnect when the old one is about to expire: no login in a call`,
  ],
  ['telnyx.notification', 'By its type, below.', `${LINE}reports go to the call that they name`],
  [
    'telnyx.socket.open',
    'Our listener of `telnyx.socket.message` is put behind the SDK’s new one, so that a goodbye is heard before the call ends.',
    `${SURVIVE}the server drops the socket: the call is taken up again, lives and can be hung up`,
  ],
  [
    'telnyx.socket.close',
    'An idle line is closed; in a call the visitor reads that the connection is gone, and the SDK reconnects.',
    `${LINE}idle, it is closed when its socket is lost; in a call it is left to the SDK`,
  ],
  [
    'telnyx.socket.error',
    'Left to the SDK, which tries again; a line that does not open in 15 s is given up.',
    NOTHING,
  ],
  [
    'telnyx.socket.message',
    'Read for what the SDK tells by nothing else: ringing, the far end’s goodbye, the server’s request to go, the calls that it has kept.',
    `${PLACED}tells how far it has come, and that it was answered once`,
  ],
  ['telnyx.stats.frame', 'Comes with `debug` only. Quality is measured by our own sampler.', NOTHING],
  ['telnyx.stats.report', 'Comes with `debug` only.', NOTHING],
  [
    'telnyx.rtc.mediaError',
    'Comes from the SDK’s own lists of devices, which are not used: they ask for the microphone.',
    NOTHING,
  ],
  [
    'telnyx.rtc.peerConnectionFailureError',
    'The connection’s own state is watched, and the sound that arrives.',
    NOTHING,
  ],
  [
    'telnyx.rtc.peerConnectionSignalingStateClosed',
    'The connection’s own state is watched, and the sound that arrives.',
    NOTHING,
  ],
  [
    'telnyx.ai.conversation',
    'Nothing in a call to a person.',
    `${PITFALLS}19-frames.spec.ts › pitfall 20: a call without typed text sends nothing of a conversation, and takes no harm from one`,
  ],
  ['telnyx.messages', 'Never sent by the SDK.', NOTHING],
  ['telnyx.calls', 'Never sent by the SDK.', NOTHING],
  ['telnyx.internal.speedtest', 'The SDK’s own.', NOTHING],
  ['telnyx.internal.socketActivity', 'The SDK’s own.', NOTHING],
]);

const notifications = of('notification', [
  [
    'callUpdate',
    'By the call’s state, below. A call that nobody here has placed is hung up.',
    `${LINE}a call that nobody here has placed is hung up`,
  ],
  [
    'userMediaError',
    'Comes when the SDK changes the microphone; we do that ourselves, because the SDK ends the call if it fails.',
    NOTHING,
  ],
  [
    'peerConnectionFailureError',
    'The connection’s own state is watched, and the sound that arrives.',
    NOTHING,
  ],
  ['signalingStateClosed', 'The call’s state says so, too.', NOTHING],
  ['participantData', 'The name and number of the other side; the button shows those of the page.', NOTHING],
  ['event', 'Nothing: general messages.', NOTHING],
  ['conferenceUpdate', 'Nothing: there are no conferences.', NOTHING],
  ['vertoClientReady', 'It is told with `telnyx.ready`.', NOTHING],
]);

const states = of('call state', [
  ['new', 'Nothing yet.', NOTHING],
  ['requesting', 'Nothing yet: a call that is not taken within 20 s is given up.', NOTHING],
  [
    'trying',
    'The server has taken the call.',
    `${PLACED}tells how far it has come, and that it was answered once`,
  ],
  [
    'early',
    'It rings, and what the far end plays is heard.',
    `${PLACED}tells how far it has come, and that it was answered once`,
  ],
  ['ringing', 'Only of an incoming call.', `${LINE}a call that nobody here has placed is hung up`],
  ['answering', 'Only of an incoming call.', `${LINE}a call that nobody here has placed is hung up`],
  [
    'active',
    'Answered; said once, however often the SDK says it.',
    `${PLACED}tells how far it has come, and that it was answered once`,
  ],
  [
    'held',
    'On hold, if the server has said so.',
    'test/phone/hold.test.ts › is held once the server says so, and is taken back once it says so',
  ],
  [
    'recovering',
    'The visitor reads that the connection is gone; the new object that the SDK makes takes the place of the old one.',
    `${PLACED}is lost while it is taken up again, and back once sound has arrived in the new object`,
  ],
  [
    'hangup',
    'Over: with the far end’s reason if it has said goodbye, as lost if it has not.',
    `${PLACED}tells how far it has come, and that it was answered once`,
  ],
  [
    'destroy',
    'The call is forgotten, and a line that is no longer needed is closed.',
    `${LINE}released in a call, it waits for the call’s end, and says goodbye once`,
  ],
  [
    'purge',
    'Goodbye is said by name, because the SDK has ended the call for itself only.',
    `${PITFALLS}09-server.spec.ts › pitfall 10: told to move before the call has media: the SDK ends it, and the server’s leg ends, too`,
  ],
]);

const errors = withCodes('error', [
  [
    40001,
    'SDP_CREATE_OFFER_FAILED',
    '`call-failed`. It reaches no listener of the client, so the SDK’s class is listened to.',
    CALL,
  ],
  [40002, 'SDP_CREATE_ANSWER_FAILED', '`call-failed`, heard in the same way.', CALL],
  [40003, 'SDP_SET_LOCAL_DESCRIPTION_FAILED', '`call-failed`, heard in the same way.', CALL],
  [40004, 'SDP_SET_REMOTE_DESCRIPTION_FAILED', '`call-failed`; one that was answered is hung up.', CALL],
  [40005, 'SDP_SEND_FAILED', '`call-failed`; one that was answered is hung up.', CALL],
  [
    42001,
    'MEDIA_MICROPHONE_PERMISSION_DENIED',
    'A call that is taken up again waits for a microphone, or goes on in silence. Before a call we ask for the microphone ourselves, and the SDK gets it from us.',
    `${PLACED}that waits for a microphone says until when, and takes the one that comes`,
  ],
  [42002, 'MEDIA_DEVICE_NOT_FOUND', '`call-failed`; one that was answered is hung up.', CALL],
  [42003, 'MEDIA_GET_USER_MEDIA_FAILED', '`call-failed`; one that was answered is hung up.', CALL],
  [44001, 'HOLD_FAILED', 'The call is not held, and goes on.', NOTHING],
  [44002, 'INVALID_CALL_PARAMETERS', '`call-failed`.', CALL],
  [
    44003,
    'BYE_SEND_FAILED',
    'The call is over all the same; goodbye is said again when the server can be reached.',
    NOTHING,
  ],
  [44004, 'SUBSCRIBE_FAILED', 'Nothing: there are no conferences.', NOTHING],
  [44005, 'PEER_CLOSED_DURING_INIT', '`call-failed`; nothing if the visitor has hung up.', CALL],
  [45001, 'WEBSOCKET_CONNECTION_FAILED', '`connection-failed`.', OPENING],
  [
    45002,
    'WEBSOCKET_ERROR',
    'Left to the SDK, which tries again; a line that does not open in 15 s is given up.',
    NOTHING,
  ],
  [45003, 'RECONNECTION_EXHAUSTED', '`connection-failed`; a call is lost.', OPENING],
  [45004, 'GATEWAY_FAILED', 'Left to the SDK, which connects anew.', NOTHING],
  [
    46001,
    'LOGIN_FAILED',
    '`login-refused`; in a call a new token is asked for, again and again for a while.',
    TOKEN,
  ],
  [46002, 'INVALID_CREDENTIALS', '`login-refused`, likewise.', TOKEN],
  [
    46003,
    'AUTHENTICATION_REQUIRED',
    'Left to the SDK, which logs in again; after five logins in a row the line is given up.',
    NOTHING,
  ],
  [
    47001,
    'ICE_RESTART_FAILED',
    'Left to the SDK, which reconnects; a call without sound for 45 s is over.',
    NOTHING,
  ],
  [48001, 'NETWORK_OFFLINE', 'The browser’s own `offline` and `online` are listened to.', NOTHING],
  [48501, 'SESSION_NOT_REATTACHED', 'Lost: the SDK ends the call right after it.', NOTHING],
  [
    49001,
    'UNEXPECTED_ERROR',
    '`connection-failed` or `call-failed`; a call that was answered is hung up.',
    CALL,
  ],
]);

const OWN_SAMPLER = 'Measured by our own sampler.';
const OWN_METER = 'Measured by our own meter.';
const OWN_WATCH = 'Watched by ourselves: the sound that arrives, and the connection’s state.';

const warnings = withCodes('warning', [
  [31001, 'HIGH_RTT', OWN_SAMPLER, NOTHING],
  [31002, 'HIGH_JITTER', OWN_SAMPLER, NOTHING],
  [31003, 'HIGH_PACKET_LOSS', OWN_SAMPLER, NOTHING],
  [31004, 'LOW_MOS', OWN_SAMPLER, NOTHING],
  [31005, 'LOW_LOCAL_AUDIO', OWN_METER, NOTHING],
  [31006, 'LOW_INBOUND_AUDIO', 'Nothing: a far end that listens is silent, too.', NOTHING],
  [32001, 'LOW_BYTES_RECEIVED', OWN_WATCH, NOTHING],
  [32002, 'LOW_BYTES_SENT', OWN_WATCH, NOTHING],
  [32003, 'RECORDING_UNAVAILABLE', 'Nothing: the call goes on.', NOTHING],
  [32004, 'RECORDING_BUFFER_OVERFLOW', 'Nothing: the call goes on.', NOTHING],
  [33001, 'ICE_CONNECTIVITY_LOST', OWN_WATCH, NOTHING],
  [33002, 'ICE_GATHERING_TIMEOUT', 'Left to the SDK, which goes on with what it has.', NOTHING],
  [
    33003,
    'ICE_GATHERING_EMPTY',
    'Left to the SDK; a call that is not taken within 20 s is given up.',
    NOTHING,
  ],
  [33004, 'PEER_CONNECTION_FAILED', OWN_WATCH, NOTHING],
  [33005, 'ONLY_HOST_ICE_CANDIDATES', 'Nothing: calls within one network work so.', NOTHING],
  [33006, 'ANSWER_WHILE_PEER_ACTIVE', 'Left to the SDK.', NOTHING],
  [33007, 'DUPLICATE_INBOUND_ANSWER', 'Left to the SDK.', NOTHING],
  [33008, 'ICE_CANDIDATE_PAIR_CHANGED', 'Nothing: the sound goes another way.', NOTHING],
  [33009, 'AUDIO_INPUT_DEVICE_CHANGE_SKIPPED', 'Nothing: we change the microphone ourselves.', NOTHING],
  [33010, 'MULTIPLE_ACTIVE_CALLS_DETECTED', 'Nothing: the page has one call.', NOTHING],
  [33011, 'SHARED_REMOTE_ELEMENT_OVERWRITE', 'Nothing: each call has its own audio element.', NOTHING],
  [
    34001,
    'TOKEN_EXPIRING_SOON',
    'In a call another token is fetched and kept for the next reconnect, without a login. An idle line looks ahead by itself, because the SDK can’t read every token.',
    `${LINE}keeps a new token for the next reconnect when the old one is about to expire: no login in a call`,
  ],
  [35002, 'UNKNOWN_REATTACHED_SESSION', 'Left to the SDK, which does not take that call.', NOTHING],
  [
    36003,
    'SIGNALING_RECOVERY_REQUIRED',
    'Left to the SDK, which reconnects; the socket’s loss is told by itself.',
    NOTHING,
  ],
  [36004, 'MEDIA_RECOVERY_REQUIRED', OWN_WATCH, NOTHING],
  [36005, 'RECONNECTION_FAILED_WITH_NO_AUTO_RECONNECT', 'Never: reconnecting is always on.', NOTHING],
]);

const made = (state: string): Proof => `${REGISTRATION}a client that is told ${state}: the call is made`;
const GIVEN_UP = `${REGISTRATION}a client that is not registered: given up after a while, and the next call works`;

const gatewayStates = of('gateway state', [
  ['REGED', 'Calls can be placed.', made('REGED')],
  ['REGISTER', 'Calls can be placed.', made('REGISTER')],
  ['UNREGED', 'The SDK asks again; given up after 15 s.', GIVEN_UP],
  ['NOREG', 'The SDK asks again; given up after 15 s.', GIVEN_UP],
  ['FAILED', 'The SDK connects anew; given up after 15 s.', GIVEN_UP],
  ['FAIL_WAIT', 'The SDK connects anew; given up after 15 s.', GIVEN_UP],
  ['TIMEOUT', 'The SDK connects anew; given up after 15 s.', GIVEN_UP],
  ['TRYING', 'The SDK waits for ever; given up after 15 s.', GIVEN_UP],
  ['EXPIRED', 'The SDK waits for ever; given up after 15 s.', GIVEN_UP],
  ['UNREGISTER', 'The SDK waits for ever; given up after 15 s.', GIVEN_UP],
]);

/** All that the SDK tells: docs/sdk-events.md is made from this table, and the tests run over it. */
export const told: readonly Told[] = [
  ...events,
  ...notifications,
  ...states,
  ...errors,
  ...warnings,
  ...gatewayStates,
];

/** The title of the test of a row that is shown by its effect. */
export const titleOf = ({kind, name, shown}: Told): string => `${kind} ${name} ${shown}`;
