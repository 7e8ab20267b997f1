import {unjudged} from '../../src/session/echo.js';
import {unmeasured} from '../../src/session/meter.js';
import type {MediaStats} from '../../src/session/stats.js';
import type {
  CallEvent,
  CallState,
  Caller,
  CallingState,
  Conversation,
  Devices,
  EndedState,
  Farewell,
  FailedState,
  Gathered,
  GatheringState,
  Lost,
  Obstacle,
  Quality,
} from '../../src/session/state.js';

/** The attempt that every sample belongs to. */
export const attempt = 3;

const nothing: Gathered = {microphone: false, sdk: false, token: false, line: false};
const rest = {sdk: true, token: true, line: true} as const;

/** The browser has not answered a request. */
export const asking: Obstacle = {
  failure: {code: 'microphone-prompt'},
  asking: true,
  aside: false,
  until: undefined,
};
/** The browser has answered, and said no. */
export const denied: Obstacle = {...asking, failure: {code: 'microphone-denied'}, asking: false};
/** The visitor goes on talking without a microphone. */
export const aside: Obstacle = {...denied, aside: true};

/** The phone can't go on before there is a microphone. */
export const awaited: Obstacle = {...denied, until: 30_000};

/** No sound arrives. */
export const silence: Lost = {at: 5_000, media: true};
/** Only the signaling is gone. */
export const cut: Lost = {at: 5_000, media: false};

/** A connection as it was measured. */
export const quality: Quality = {
  level: 'warning',
  mos: 4.2,
  rtt: 180,
  jitter: 12,
  packetLoss: 0.5,
  alerts: [],
};

/** A second of a connection, from its beginning. */
export const stats: MediaStats = {
  at: 10_000,
  received: 50,
  lost: 0,
  sent: 50,
  bytesReceived: 4_000,
  bytesSent: 4_000,
  jitter: 4,
  rtt: 50,
  buffered: 2_400,
  played: 48_000,
  heard: {energy: 0.1, duration: 1},
  spoken: {energy: 0.1, duration: 1},
  silenced: false,
  reportedAt: 9_000,
  reportedLoss: 0,
  reportedReceived: undefined,
  aliveAt: 9_000,
  codec: {mimeType: 'audio/opus', clockRate: 48_000, payloadType: 111},
  path: {local: 'host', remote: 'host', protocol: 'udp'},
};

/** What was said with an AI assistant. */
export const conversation: Conversation = {
  entries: [{id: 'a1', role: 'assistant', text: 'How can I', final: false}],
  talk: 'speaking',
  id: '',
};

/** What a call is spoken into and heard from. */
export const devices: Devices = {
  microphones: [
    {id: '', label: ''},
    {id: 'headset', label: 'Headset'},
  ],
  speakers: [],
  microphone: 'headset',
  speaker: '',
  volume: 1,
  switchedTo: undefined,
};

export const gathering = (
  phase: GatheringState['phase'],
  more: Partial<Omit<GatheringState, 'phase'>> = {},
): GatheringState => ({phase, attempt, obstacle: undefined, ...nothing, ...more});

/** A placed call. Its phase is the name of what the rest says. */
export function placed(more: Partial<Omit<CallingState, 'phase'>> = {}): CallingState {
  const data = {
    attempt,
    callId: 'call-1',
    caller: undefined,
    answer: undefined,
    leaving: false,
    accepted: false,
    ringing: false,
    early: false,
    since: undefined,
    muted: false,
    unheard: false,
    held: false,
    digits: '',
    quality: undefined,
    meter: unmeasured,
    echo: unjudged,
    devices: undefined,
    lost: undefined,
    obstacle: undefined,
    soundBlocked: false,
    conversation: undefined,
    ...more,
  };
  const talking = data.held ? 'held' : 'active';
  const {caller, answer, obstacle} = data;
  const known = data.since === undefined ? (data.ringing ? 'ringing' : 'connecting') : talking;
  const prompting = answer && (obstacle ? !obstacle.aside : answer === 'prompt');
  const coming = caller && !answer ? 'incoming' : prompting ? 'permission' : 'connecting';
  const phase = caller && data.since === undefined ? coming : known;
  return {phase: data.lost ? 'reconnecting' : phase, ...data};
}

export const ringing = (more: Partial<Omit<CallingState, 'phase'>> = {}): CallingState =>
  placed({accepted: true, ringing: true, ...more});

/** Who calls. */
export const caller: Caller = {name: 'Ada Byron', number: '+442079460958'};

/** A call that comes in. */
export const incoming = (more: Partial<Omit<CallingState, 'phase'>> = {}): CallingState =>
  placed({caller, ...more});

export const active = (more: Partial<Omit<CallingState, 'phase'>> = {}): CallingState =>
  ringing({since: 1_000, ...more});

export const ended = (more: Partial<EndedState> = {}): EndedState => ({
  phase: 'ended',
  attempt,
  callId: 'call-1',
  reason: 'ended',
  initiator: 'remote',
  cause: 'NORMAL_CLEARING',
  sipCode: undefined,
  duration: 0,
  quality: undefined,
  conversation: undefined,
  ...more,
});

export const failed = (more: Partial<FailedState> = {}): FailedState => ({
  phase: 'failed',
  attempt,
  callId: undefined,
  failure: {code: 'call-failed'},
  ...more,
});

/** One of every shape that a state can have. */
export const states = {
  idle: {phase: 'idle', attempt},
  'prompt up, nothing there': gathering('permission'),
  'prompt up, all else there': gathering('permission', rest),
  'prompt unanswered, all else there': gathering('permission', {...rest, obstacle: asking}),
  'denied, nothing there': gathering('permission', {obstacle: denied}),
  'denied, all else there': gathering('permission', {...rest, obstacle: denied}),
  'no prompt, nothing there': gathering('preparing'),
  'no prompt, line missing': gathering('connecting', {...rest, microphone: true, line: false}),
  'all there, not placed': gathering('connecting', {...rest, microphone: true}),
  'all there, unplugged': gathering('connecting', {...rest, microphone: true, obstacle: denied}),
  placed: placed(),
  'placed, denied': placed({obstacle: denied}),
  accepted: placed({accepted: true}),
  ringing: ringing(),
  'ringing, cut': ringing({lost: cut}),
  'ringing, announced': ringing({early: true}),
  active: active(),
  'active and muted': active({muted: true}),
  'active, muted and unheard': active({muted: true, unheard: true}),
  'active and held': active({held: true}),
  'active, held and cut': active({held: true, lost: cut}),
  'active, measured': active({quality, devices, digits: '1#'}),
  'active, asking': active({obstacle: asking}),
  'active, denied': active({obstacle: denied}),
  'active, denied and aside': active({obstacle: aside}),
  'active, silent, denied and awaited': active({lost: silence, obstacle: awaited}),
  'active, with an assistant': active({conversation}),
  'active, echo likely': active({echo: {...unjudged, hint: 'likely'}}),
  'active, sound blocked': active({soundBlocked: true}),
  'active, silent': active({lost: silence}),
  'active, cut': active({lost: cut}),
  incoming: incoming(),
  'incoming, cut': incoming({lost: cut}),
  'incoming, prompt up': incoming({answer: 'prompt'}),
  'incoming, no prompt': incoming({answer: 'microphone'}),
  'incoming, prompt unanswered': incoming({answer: 'prompt', obstacle: asking}),
  'incoming, answer given': incoming({answer: 'given'}),
  'incoming, denied': incoming({answer: 'given', obstacle: denied}),
  'incoming, denied and awaited': incoming({answer: 'given', obstacle: awaited}),
  'incoming, denied and aside': incoming({answer: 'given', obstacle: aside}),
  'active, of a caller': incoming({answer: 'given', since: 1_000}),
  'incoming, leaving': incoming({leaving: true}),
  'incoming, prompt up, leaving': incoming({answer: 'prompt', leaving: true}),
  'placed, leaving': placed({leaving: true}),
  'ringing, leaving': ringing({leaving: true}),
  'active, leaving': active({leaving: true}),
  'active and held, leaving': active({held: true, leaving: true}),
  'active, all at once, leaving': active({
    leaving: true,
    muted: true,
    lost: silence,
    obstacle: aside,
    soundBlocked: true,
  }),
  ended: ended(),
  failed: failed(),
  'failed, call lost': failed({callId: 'call-1'}),
} as const satisfies Record<string, CallState>;

export type StateName = keyof typeof states;

const farewell: Farewell = {reason: 'busy', initiator: 'remote', cause: 'USER_BUSY', sipCode: 486};

/** One of every event, of the samples' attempt; what can be on or off in both directions. */
export const events = {
  call: {type: 'call', granted: false},
  'call, allowed': {type: 'call', granted: true},
  refuse: {type: 'refuse', failure: {code: 'another-call'}},
  answer: {type: 'answer', granted: false},
  'answer, allowed': {type: 'answer', granted: true},
  'hang-up': {type: 'hang-up'},
  mute: {type: 'mute', on: true},
  unmute: {type: 'mute', on: false},
  hold: {type: 'hold', on: true},
  unhold: {type: 'hold', on: false},
  digits: {type: 'digits', digits: '1a#'},
  'digits, none': {type: 'digits', digits: ' ef+'},
  'choose a microphone': {type: 'choose', kind: 'microphone', id: 'usb'},
  'choose a speaker': {type: 'choose', kind: 'speaker', id: ''},
  volume: {type: 'volume', level: 0.5},
  say: {type: 'say', text: 'Hello'},
  'say nothing': {type: 'say', text: ''},
  retry: {type: 'retry'},
  'set aside': {type: 'set-aside', on: true},
  'open again': {type: 'set-aside', on: false},
  hear: {type: 'hear'},
  'dismiss-hint': {type: 'dismiss-hint'},
  dismiss: {type: 'dismiss'},
  'microphone-opened': {type: 'microphone-opened', attempt},
  'sdk-loaded': {type: 'sdk-loaded', attempt},
  'token-received': {type: 'token-received', attempt},
  'line-opened': {type: 'line-opened', attempt},
  'obstacle, asking': {type: 'obstacle', attempt, failure: {code: 'microphone-dismissed'}, asking: true},
  'obstacle, denied': {type: 'obstacle', attempt, failure: {code: 'microphone-busy'}, asking: false},
  'microphone-awaited': {type: 'microphone-awaited', attempt, until: 40_000},
  invited: {type: 'invited', callId: 'call-3', caller: {name: '', number: ''}},
  placed: {type: 'placed', attempt, callId: 'call-2'},
  accepted: {type: 'accepted', attempt},
  ringing: {type: 'ringing', attempt},
  early: {type: 'early', attempt},
  answered: {type: 'answered', attempt, at: 9_000},
  muted: {type: 'muted', attempt, on: true},
  unmuted: {type: 'muted', attempt, on: false},
  unheard: {type: 'unheard', attempt, on: true},
  'heard of it': {type: 'unheard', attempt, on: false},
  held: {type: 'held', attempt, on: true},
  'taken back': {type: 'held', attempt, on: false},
  'digits-sent': {type: 'digits-sent', attempt, digits: '5'},
  measured: {type: 'measured', attempt, stats},
  devices: {type: 'devices', attempt, devices: {...devices, microphone: ''}},
  conversation: {type: 'conversation', attempt, conversation: {...conversation, talk: 'listening'}},
  'sound blocked': {type: 'sound-blocked', attempt, on: true},
  'sound heard': {type: 'sound-blocked', attempt, on: false},
  'lost, silent': {type: 'lost', attempt, at: 9_000, media: true},
  'lost, cut': {type: 'lost', attempt, at: 9_000, media: false},
  back: {type: 'back', attempt},
  'too long: invite': {type: 'too-long', attempt, wait: 'invite', at: 9_000},
  'too long: answer': {type: 'too-long', attempt, wait: 'answer', at: 9_000},
  'too long: caller': {type: 'too-long', attempt, wait: 'caller', at: 9_000},
  'too long: media': {type: 'too-long', attempt, wait: 'media', at: 9_000},
  'too long: goodbye': {type: 'too-long', attempt, wait: 'goodbye', at: 9_000},
  over: {type: 'over', attempt, at: 9_000, farewell},
  failed: {type: 'failed', attempt, failure: {code: 'call-failed'}},
} as const satisfies Record<string, CallEvent>;

export type EventName = keyof typeof events;
