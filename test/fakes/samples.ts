import type {
  ActiveState,
  CallEvent,
  CallState,
  EndedState,
  Farewell,
  FailedState,
  Gathered,
  GatheringState,
  PlacedState,
} from '../../src/session/state.js';

/** The attempt that every sample belongs to. */
export const attempt = 3;

const call = {attempt, callId: 'call-1', leaving: false} as const;
const nothing: Gathered = {microphone: false, sdk: false, token: false, line: false};

export const gathering = (
  phase: GatheringState['phase'],
  pieces: Partial<Gathered> = {},
): GatheringState => ({phase, attempt, ...nothing, ...pieces});

export const placed = (more: Partial<PlacedState> = {}): PlacedState => ({
  phase: 'connecting',
  ...call,
  ...more,
});

export const active = (more: Partial<ActiveState> = {}): ActiveState => ({
  phase: 'active',
  ...call,
  since: 1_000,
  muted: false,
  ...more,
});

export const ended = (more: Partial<EndedState> = {}): EndedState => ({
  phase: 'ended',
  attempt,
  callId: 'call-1',
  reason: 'ended',
  initiator: 'remote',
  cause: 'NORMAL_CLEARING',
  sipCode: undefined,
  duration: 0,
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
  'prompt up, all else there': gathering('permission', {sdk: true, token: true, line: true}),
  'no prompt, nothing there': gathering('preparing'),
  'no prompt, line missing': gathering('connecting', {microphone: true, sdk: true, token: true}),
  'all there, not placed': gathering('connecting', {microphone: true, sdk: true, token: true, line: true}),
  placed: placed(),
  ringing: placed({phase: 'ringing'}),
  active: active(),
  'active and muted': active({muted: true}),
  'placed, leaving': placed({leaving: true}),
  'ringing, leaving': placed({phase: 'ringing', leaving: true}),
  'active, leaving': active({leaving: true}),
  ended: ended(),
  failed: failed(),
} as const satisfies Record<string, CallState>;

export type StateName = keyof typeof states;

const farewell: Farewell = {reason: 'busy', initiator: 'remote', cause: 'USER_BUSY', sipCode: 486};

/** One of every event, of the samples' attempt; `mute` and `muted` in both directions. */
export const events = {
  call: {type: 'call', granted: false},
  'call, allowed': {type: 'call', granted: true},
  refuse: {type: 'refuse', failure: {code: 'another-call'}},
  'hang-up': {type: 'hang-up'},
  mute: {type: 'mute', on: true},
  unmute: {type: 'mute', on: false},
  dismiss: {type: 'dismiss'},
  'microphone-opened': {type: 'microphone-opened', attempt},
  'sdk-loaded': {type: 'sdk-loaded', attempt},
  'token-received': {type: 'token-received', attempt},
  'line-opened': {type: 'line-opened', attempt},
  placed: {type: 'placed', attempt, callId: 'call-2'},
  ringing: {type: 'ringing', attempt},
  answered: {type: 'answered', attempt, at: 9_000},
  muted: {type: 'muted', attempt, on: true},
  unmuted: {type: 'muted', attempt, on: false},
  over: {type: 'over', attempt, at: 9_000, farewell},
  failed: {type: 'failed', attempt, failure: {code: 'call-failed'}},
} as const satisfies Record<string, CallEvent>;

export type EventName = keyof typeof events;
