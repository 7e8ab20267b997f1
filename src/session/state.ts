import type {Failure} from '../errors.js';
import type {Echo} from './echo.js';
import type {Meter} from './meter.js';
import type {MediaStats} from './stats.js';
import type {QualitySummary} from './summary.js';

/** How a call came to its end, in the words of a telephone. `missed`: an incoming one that was not answered in time. */
export type EndReason =
  'ended' | 'cancelled' | 'missed' | 'busy' | 'declined' | 'no-answer' | 'unreachable' | 'lost';

/** Who ended the call. */
export type Initiator = 'local' | 'remote' | 'network';

/** What has been gathered for a call that is not placed yet. All four start at once and may come in any order. */
export interface Gathered {
  readonly microphone: boolean;
  readonly sdk: boolean;
  readonly token: boolean;
  readonly line: boolean;
}

/** What stands between the visitor and the microphone: the recovery dialog is open as long as there is one. */
export interface Obstacle {
  readonly failure: Failure;
  /** True while the browser has a request that it has not answered. */
  readonly asking: boolean;
  /** True once the visitor goes on talking without a microphone: the dialog is closed, the panel says so. */
  readonly aside: boolean;
  /** Until when the phone waits for a microphone (ms since the epoch), if it does: then the call is over. */
  readonly until: number | undefined;
}

/** Nothing is going on. */
export interface IdleState {
  readonly phase: 'idle';
  readonly attempt: number;
}

/** The call is being made ready: the phase names what the visitor waits for. */
export interface GatheringState extends Gathered {
  readonly phase: 'permission' | 'preparing' | 'connecting';
  /** Number of this attempt; an answer that carries another one is dropped. */
  readonly attempt: number;
  readonly obstacle: Obstacle | undefined;
  readonly callId?: undefined;
}

/** What is gone while a call is `reconnecting`. */
export interface Lost {
  /** Since when (ms since the epoch). */
  readonly at: number;
  /** True if no sound arrives; false if only the signaling is gone. */
  readonly media: boolean;
}

/** How well both sides hear each other, in three levels. */
export type Level = 'good' | 'warning' | 'critical';

/**
 * What is wrong in a call, for some seconds at least:
 * - `mos` below 3, `rtt` above 500 ms, `jitter` above 100 ms, `packet-loss` above 5 %;
 * - `microphone`: it gives no sound at all, though it is not muted;
 * - `one-way`: what is sent does not arrive, though the far end can be heard;
 * - `far-end`: packets arrive, and for half a minute there was nothing in them.
 *
 * @see https://developers.telnyx.com/docs/voice/webrtc/js-sdk (limits)
 */
export type Alert = 'mos' | 'rtt' | 'jitter' | 'packet-loss' | 'microphone' | 'one-way' | 'far-end';

/** The call's connection as it was measured last: once a second while sound flows. */
export interface Quality {
  /** The worst that any of the values says, without flickering. */
  readonly level: Level;
  /** Mean opinion score by ITU-T G.107: 1 (bad) to 4.5. Undefined as long as the round-trip time is not known. */
  readonly mos: number | undefined;
  /** Round-trip time (ms). Undefined as long as the browser does not know it. */
  readonly rtt: number | undefined;
  /** Interarrival jitter (ms), RFC 3550 6.4.1. */
  readonly jitter: number;
  /** Packets that did not arrive (%), here or at the far end, whichever are more. */
  readonly packetLoss: number;
  /** What is wrong at the moment. */
  readonly alerts: readonly Alert[];
}

/** A microphone or speaker. */
export interface Device {
  /** The browser's `deviceId`. Empty: whichever the system uses. */
  readonly id: string;
  /** The browser's name for it; empty before the microphone is allowed. */
  readonly label: string;
}

/** What the call is spoken into and heard from. */
export interface Devices {
  readonly microphones: readonly Device[];
  /** Empty where the browser can't choose. */
  readonly speakers: readonly Device[];
  /** Id of the microphone in use. */
  readonly microphone: string;
  /** Id of the speaker in use. */
  readonly speaker: string;
  /** How loud the far end is played: 0 to 1. */
  readonly volume: number;
  /** The device that is used now in the place of one that has vanished, until another one is chosen. */
  readonly switchedTo: Device | undefined;
}

/** What an AI assistant at the far end is doing. */
export type Talk = 'listening' | 'thinking' | 'speaking';

/** What one side has said in a conversation with an AI assistant. */
export interface TranscriptEntry {
  /** Telnyx's id of the item; the same as long as it grows. */
  readonly id: string;
  /** Who has said it: the visitor or the assistant. */
  readonly role: 'user' | 'assistant';
  /** Plain text, as it came. */
  readonly text: string;
  /** False as long as more of it may come. */
  readonly final: boolean;
}

/** A conversation with an AI assistant, as its server tells it. */
export interface Conversation {
  /** In the order in which they began. */
  readonly entries: readonly TranscriptEntry[];
  readonly talk: Talk;
  /** By which it can be gone on with; empty as long as the server has not told. */
  readonly id: string;
}

/** Sound that is missing although the connection is there: the own one, the far end's, or what should reach the far end. */
export type Trouble = 'microphone' | 'farEnd' | 'oneWay';

/** Which device is meant. */
export type DeviceKind = 'microphone' | 'speaker';

/** Who calls, as the far end says: empty where it doesn't. Whatever it is, it is only ever shown as text. */
export interface Caller {
  readonly name: string;
  readonly number: string;
}

/**
 * How far the visitor's answer to an incoming call has come: the browser is asked for the microphone, and a `prompt` is
 * expected; it is asked, and none is; the phone was told to answer.
 */
export type Answer = 'prompt' | 'microphone' | 'given';

/** There is a call, placed or incoming. Its phase is the name of what the rest says. */
export interface CallingState {
  readonly phase: 'incoming' | 'permission' | 'connecting' | 'ringing' | 'active' | 'held' | 'reconnecting';
  readonly attempt: number;
  readonly callId: string;
  /** Nobody in a call that the visitor has placed. */
  readonly caller: Caller | undefined;
  /** Nothing before the visitor answers an incoming call. */
  readonly answer: Answer | undefined;
  /** True from the visitor's hang-up until the phone says that the call is over. */
  readonly leaving: boolean;
  /** True once the server has taken the call. */
  readonly accepted: boolean;
  readonly ringing: boolean;
  /** True once the far end sends a sound of its own before it answers (early media). */
  readonly early: boolean;
  /** When the call was answered (ms since the epoch). Does not restart when the phone says `active` again. */
  readonly since: number | undefined;
  /** True when the phone says that the microphone is muted. */
  readonly muted: boolean;
  /** True while the visitor talks into the muted microphone. */
  readonly unheard: boolean;
  /** True when the phone says that the far end is on hold. */
  readonly held: boolean;
  /** The DTMF digits that were sent. */
  readonly digits: string;
  /** Nothing before it was measured. */
  readonly quality: Quality | undefined;
  /** What it was measured with. */
  readonly meter: Meter;
  /** Whether headphones are recommended, and what says so. */
  readonly echo: Echo;
  /** Nothing before the phone has looked. */
  readonly devices: Devices | undefined;
  readonly lost: Lost | undefined;
  readonly obstacle: Obstacle | undefined;
  /** True while the browser plays no sound before the visitor has tapped. */
  readonly soundBlocked: boolean;
  /** Nothing without an AI assistant at the far end. */
  readonly conversation: Conversation | undefined;
}

/** How a call was: what `telnyx-call-end` carries. */
export interface CallSummary {
  /** The call's id. */
  readonly callId: string;
  /** How the call ended. */
  readonly reason: EndReason;
  /** Who ended it. */
  readonly initiator: Initiator;
  /** Telnyx's hang-up cause, as `NORMAL_CLEARING`; empty if there is none. */
  readonly cause: string;
  /** SIP response code, if the far end gave one. */
  readonly sipCode: number | undefined;
  /** Talking time (s). */
  readonly duration: number;
  /** How its connection was. Undefined if it was never measured. */
  readonly quality: QualitySummary | undefined;
}

/** The call is over. */
export interface EndedState extends CallSummary {
  readonly phase: 'ended';
  readonly attempt: number;
  /** What was said, with an AI assistant. */
  readonly conversation: Conversation | undefined;
}

/** The attempt failed, with the reason. */
export interface FailedState {
  readonly phase: 'failed';
  readonly attempt: number;
  /** The call that was lost with it, if one was placed. */
  readonly callId: string | undefined;
  readonly failure: Failure;
}

/** The one truth about a button's call: a union on the phase. */
export type CallState = IdleState | GatheringState | CallingState | EndedState | FailedState;

/** The name of a state as the page sees it in `element.state`. */
export type Phase = CallState['phase'];

/** Why the far end or the network ended the call. */
export interface Farewell {
  readonly reason: EndReason;
  readonly initiator: Initiator;
  readonly cause: string;
  readonly sipCode?: number | undefined;
}

/** What a call may not wait for longer than a limit: see `limits.ts`. */
export type Wait = 'invite' | 'answer' | 'caller' | 'media' | 'goodbye';

/** What can happen: the visitor's requests, and what the ports report. Reports carry the attempt they belong to. */
export type CallEvent =
  /** Request: start a call. `granted`: the microphone is known to be allowed, no prompt will be up. */
  | {readonly type: 'call'; readonly granted: boolean}
  /** Request that can't be met: shows why, without trying. */
  | {readonly type: 'refuse'; readonly failure: Failure}
  /** Request: answer the call that comes in. `granted`: the microphone is known to be allowed, no prompt will be up. */
  | {readonly type: 'answer'; readonly granted: boolean}
  /** Request: end, cancel or decline. */
  | {readonly type: 'hang-up'}
  /** Request: mute or unmute. */
  | {readonly type: 'mute'; readonly on: boolean}
  /** Request: put the far end on hold, or take it back. */
  | {readonly type: 'hold'; readonly on: boolean}
  /** Request: send DTMF digits. What is none (0-9, *, #, A-D) is left out. */
  | {readonly type: 'digits'; readonly digits: string}
  /** Request: use another microphone or speaker. `id`: empty for the system's own. */
  | {readonly type: 'choose'; readonly kind: DeviceKind; readonly id: string}
  /** Request: play the far end louder or softer. `level`: 0 to 1. */
  | {readonly type: 'volume'; readonly level: number}
  /** Request: write to the AI assistant. */
  | {readonly type: 'say'; readonly text: string}
  /** Request: ask for the microphone again. */
  | {readonly type: 'retry'}
  /** Request: go on talking without a microphone, or open the recovery dialog again. */
  | {readonly type: 'set-aside'; readonly on: boolean}
  /** Request: play the sound that the browser has blocked. Only in a click. */
  | {readonly type: 'hear'}
  /** Request: put away the recommendation of headphones. */
  | {readonly type: 'dismiss-hint'}
  /** Request: put away what is shown of the last call. */
  | {readonly type: 'dismiss'}
  | {
      readonly type: 'microphone-opened' | 'sdk-loaded' | 'token-received' | 'line-opened';
      readonly attempt: number;
    }
  /** There is no microphone, or none yet. `asking`: the browser has not answered. */
  | {readonly type: 'obstacle'; readonly attempt: number; readonly failure: Failure; readonly asking: boolean}
  /** The phone can't go on with the call before there is a microphone, or none is wanted. `until`: ms since the epoch. */
  | {readonly type: 'microphone-awaited'; readonly attempt: number; readonly until: number}
  /** Somebody calls. It begins an attempt of its own, or is declined as long as there is another one. */
  | {readonly type: 'invited'; readonly callId: string; readonly caller: Caller}
  | {readonly type: 'placed'; readonly attempt: number; readonly callId: string}
  | {readonly type: 'accepted' | 'ringing' | 'early'; readonly attempt: number}
  /** `at`: ms since the epoch. */
  | {readonly type: 'answered'; readonly attempt: number; readonly at: number}
  | {readonly type: 'muted' | 'unheard' | 'held'; readonly attempt: number; readonly on: boolean}
  /** The server has taken these digits. */
  | {readonly type: 'digits-sent'; readonly attempt: number; readonly digits: string}
  /** A second of the call, in which sound has arrived. */
  | {readonly type: 'measured'; readonly attempt: number; readonly stats: MediaStats}
  | {readonly type: 'devices'; readonly attempt: number; readonly devices: Devices}
  | {readonly type: 'conversation'; readonly attempt: number; readonly conversation: Conversation}
  | {readonly type: 'sound-blocked'; readonly attempt: number; readonly on: boolean}
  /** Signaling or media is gone. `at`: ms since the epoch. */
  | {readonly type: 'lost'; readonly attempt: number; readonly at: number; readonly media: boolean}
  /** Signaling is there and sound flows. */
  | {readonly type: 'back'; readonly attempt: number}
  | {readonly type: 'too-long'; readonly attempt: number; readonly wait: Wait; readonly at: number}
  | {readonly type: 'over'; readonly attempt: number; readonly at: number; readonly farewell: Farewell}
  | {readonly type: 'failed'; readonly attempt: number; readonly failure: Failure};

/** What has to be done in the outside world. The ports do it and answer only by sending events. */
export type Effect =
  | {readonly do: 'open-microphone'; readonly attempt: number}
  | {readonly do: 'use-microphone'}
  | {readonly do: 'load-sdk'; readonly attempt: number}
  | {readonly do: 'get-token'; readonly attempt: number}
  | {readonly do: 'open-line'; readonly attempt: number}
  | {readonly do: 'place-call'; readonly attempt: number}
  /** Lets the call that has come in ring here: its reports are this attempt's from now on. */
  | {readonly do: 'ring'; readonly attempt: number; readonly callId: string}
  /** Answers it with the microphone that is open now. Without one the phone waits for it. */
  | {readonly do: 'answer-call'}
  /** Ends a call that has come in while there is another one. */
  | {readonly do: 'decline'; readonly callId: string}
  | {readonly do: 'hang-up'}
  | {readonly do: 'mute' | 'hold'; readonly on: boolean}
  | {readonly do: 'send-digits'; readonly digits: string}
  | {readonly do: 'say'; readonly text: string}
  | {readonly do: 'choose'; readonly kind: DeviceKind; readonly id: string; readonly attempt: number}
  | {readonly do: 'volume'; readonly level: number}
  | {readonly do: 'hear'}
  | {readonly do: 'close-microphone'}
  | {readonly do: 'close-line'};

/** In an attempt's place: what is done without a call, as a try of the microphone. No session has it. */
export const UNCALLED = -1;

/** How every session begins. */
export const idle: CallState = {phase: 'idle', attempt: 0};
