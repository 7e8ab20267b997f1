import {unjudged} from './session/echo.js';
import {unmeasured, type Meter} from './session/meter.js';
import {failures, type FailureCode} from './errors.js';
import type {
  CallState,
  CallingState,
  Conversation,
  Devices,
  EndReason,
  GatheringState,
  Quality,
} from './session/state.js';
import type {CheckModel} from './view/check.js';
import type {PanelPage} from './view/panel.js';

/** What `preview` shows in a call's place. */
export interface Preview {
  readonly state: CallState;
  /** What stands in the panel's middle. */
  readonly page: PanelPage;
  /** Whether the panel is open. */
  readonly open: boolean;
  /** Talking time (s). */
  readonly duration: number;
  /** How long the call has been without its connection (s). */
  readonly lostFor: number;
  /** The microphone's level: 0 to 1. */
  readonly level: number;
  /** What is to be agreed to before the call. */
  readonly consent?: string;
  /** A try of the microphone. */
  readonly check?: CheckModel;
}

const attempt = 1;
const TALKED = 167;
const gathered = {microphone: false, sdk: true, token: true, line: true};

const good: Quality = {level: 'good', mos: 4.32, rtt: 60, jitter: 4, packetLoss: 0, alerts: []};
/** A minute of a call, with a bad moment in it. */
const minute: Meter = {
  ...unmeasured,
  tally: {
    ...unmeasured.tally,
    codec: {mimeType: 'audio/opus', clockRate: 48_000, payloadType: 111},
    scores: Array.from({length: 60}, (_, second) => 4.32 - 1.8 * Math.exp(-(((second - 36) / 5) ** 2))),
  },
};
const devices: Devices = {
  microphones: [
    {id: '', label: ''},
    {id: 'built-in', label: 'Built-in microphone'},
    {id: 'headset', label: 'Headset of the front desk (USB 0b0e:0e41)'},
  ],
  speakers: [
    {id: '', label: ''},
    {id: 'headset', label: 'Headset of the front desk (USB 0b0e:0e41)'},
  ],
  microphone: 'headset',
  speaker: '',
  volume: 0.8,
  switchedTo: undefined,
};

const conversation: Conversation = {
  entries: [
    {id: '1', role: 'assistant', text: 'Hello, this is the shop. How can I help?', final: true},
    {id: '2', role: 'user', text: 'When are you open on Saturday?', final: true},
    {
      id: '3',
      role: 'assistant',
      text: 'From ten to four. You can book a time at https://shop.example/visit',
      final: true,
    },
    {id: '4', role: 'user', text: 'And on Sunday?', final: true},
    {id: '5', role: 'assistant', text: 'On Sundays we are', final: false},
  ],
  talk: 'speaking',
  id: '',
};

const show = (state: CallState, more: Partial<Preview> = {}): Preview => ({
  state,
  page: 'call',
  open: state.phase !== 'idle',
  duration: 0,
  lostFor: 0,
  level: 0,
  ...more,
});

const gathering = (phase: GatheringState['phase'], code?: FailureCode): Preview =>
  show({
    phase,
    attempt,
    ...gathered,
    obstacle: code && {failure: {code}, asking: code === 'microphone-prompt', aside: false, until: undefined},
  });

const calling = (phase: CallingState['phase'], more: Partial<CallingState> = {}): CallingState => ({
  phase,
  attempt,
  callId: 'preview',
  caller: undefined,
  answer: undefined,
  leaving: false,
  accepted: true,
  ringing: true,
  early: false,
  since: undefined,
  muted: false,
  unheard: false,
  held: phase === 'held',
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
});

const talking = (
  phase: 'active' | 'held' | 'reconnecting' = 'active',
  more: Partial<CallingState> = {},
  page: PanelPage = 'call',
): Preview =>
  show(calling(phase, {since: 0, quality: good, devices, ...more}), {duration: TALKED, level: 0.6, page});

const over = (reason: EndReason, conversation?: Conversation): Preview =>
  show(
    {
      phase: 'ended',
      attempt,
      callId: 'preview',
      reason,
      initiator: 'remote',
      cause: '',
      sipCode: undefined,
      duration: reason === 'ended' ? 252 : 0,
      quality: undefined,
      conversation,
    },
    {duration: reason === 'ended' ? 252 : 0},
  );

const failed = (code: FailureCode): Preview =>
  show({
    phase: 'failed',
    attempt,
    callId: undefined,
    failure: {code, ...(code === 'token-busy' && {retryAfter: 90})},
  });

/** In a call, where these happen: the dialog is a card beside the panel. */
const inCall = (code: FailureCode): Preview =>
  talking('active', {obstacle: {failure: {code}, asking: false, aside: false, until: undefined}});

/** Among several devices, and then the only one. */
const checked = (verdict?: 'silent'): Preview => ({
  ...show({phase: 'idle', attempt}, {open: true, level: verdict ? 0 : 0.6}),
  check: {
    devices: verdict ? undefined : devices,
    device: {id: '', label: 'Built-in microphone'},
    verdict: verdict ?? 'heard',
  },
});

/** By name: every state, and then every other thing that the element can show. */
const samples: Readonly<Record<string, () => Preview>> = {
  idle: () => show({phase: 'idle', attempt}),
  permission: () => gathering('permission'),
  preparing: () => gathering('preparing'),
  connecting: () => show(calling('connecting', {accepted: false, ringing: false})),
  ringing: () => show(calling('ringing')),
  incoming: () => show(calling('incoming', {caller: {name: 'Ada Byron', number: '+442079460958'}})),
  active: () => talking(),
  held: () => talking('held', {held: true}),
  reconnecting: () => ({
    ...talking('reconnecting', {lost: {at: 0, media: true}, quality: {...good, level: 'critical'}}),
    lostFor: 6,
    level: 0.1,
  }),
  ended: () => over('ended'),
  failed: () => failed('call-failed'),
  check: () => checked(),
  'check-silent': () => checked('silent'),
  consent: () => ({
    ...show({phase: 'idle', attempt}, {open: true}),
    consent: 'We record our calls, to learn from them. The recordings are deleted after 30 days.',
  }),
  muted: () => talking('active', {muted: true}),
  unheard: () => talking('active', {muted: true, unheard: true}),
  keypad: () => talking('active', {digits: '12#'}, 'keypad'),
  audio: () => talking('active', {}, 'audio'),
  quality: () => talking('active', {meter: minute}, 'quality'),
  unsteady: () => talking('active', {quality: {...good, level: 'warning', rtt: 240}}),
  weak: () => talking('active', {quality: {...good, level: 'critical', packetLoss: 8}}),
  'silent-microphone': () => talking('active', {quality: {...good, alerts: ['microphone']}}),
  headphones: () => talking('active', {echo: {...unjudged, hint: 'likely'}}),
  switched: () =>
    talking('active', {devices: {...devices, microphone: '', switchedTo: devices.microphones[1]}}),
  hidden: () => ({...talking(), open: false}),
  leaving: () => talking('active', {leaving: true}),
  'sound-blocked': () => talking('active', {soundBlocked: true}),
  assistant: () => talking('active', {conversation}),
  'assistant-ended': () => over('ended', conversation),
  unspoken: () =>
    talking('active', {
      obstacle: {failure: {code: 'microphone-missing'}, asking: false, aside: true, until: undefined},
    }),
};

const reasons: readonly EndReason[] = ['missed', 'busy', 'declined', 'no-answer', 'unreachable', 'lost'];
const codes = Object.keys(failures) as FailureCode[];

/** Every name that `preview` takes. */
export const previews: readonly string[] = [...Object.keys(samples), ...reasons, ...codes];

/** What a name shows; nothing for an unknown one. */
export function previewOf(name: string): Preview | undefined {
  const reason = reasons.find((known) => known === name);
  if (reason) return over(reason);
  const code = codes.find((known) => known === name);
  if (!code) return Object.hasOwn(samples, name) ? samples[name]?.() : undefined;
  if (/unplugged|revoked/.test(code)) return inCall(code);
  return code.startsWith('microphone-') ? gathering('permission', code) : failed(code);
}
