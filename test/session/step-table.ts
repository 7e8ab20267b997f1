import {isLive} from '../../src/session/selectors.js';
import type {Effect, Phase} from '../../src/session/state.js';
import {states, type EventName, type StateName} from '../fakes/samples.js';

/** The phase after an event, and what is to be done. */
export type Step = readonly [Phase, ...Array<Effect['do']>];

type Row = Partial<Record<EventName, Step>>;

export const begin = ['open-microphone', 'load-sdk', 'get-token'] as const;
const letGo = ['close-microphone', 'close-line'] as const;
const leave = ['hang-up', 'close-microphone'] as const;

const fresh: Row = {
  invited: ['incoming', 'ring'],
  call: ['permission', ...begin],
  'call, allowed': ['preparing', ...begin],
  refuse: ['failed'],
};
const over: Row = {...fresh, dismiss: ['idle']};

const waiting: Row = {
  'hang-up': ['ended', ...letGo],
  placed: ['connecting'],
  failed: ['failed', ...letGo],
  'obstacle, asking': ['permission'],
  'obstacle, denied': ['permission'],
};
const waitingForPieces: Row = {
  ...waiting,
  'microphone-opened': ['preparing'],
  'sdk-loaded': ['permission'],
  'token-received': ['permission', 'open-line'],
  'line-opened': ['permission'],
};
const waitingForMicrophone: Row = {...waiting, 'microphone-opened': ['connecting', 'place-call']};
const complete: Row = {...waiting, 'obstacle, asking': ['connecting'], 'obstacle, denied': ['connecting']};

/** What means the same in every call that the visitor has not left. */
const inCall = (phase: Phase): Row => ({
  'hang-up': [phase, ...leave],
  'microphone-opened': [phase, 'use-microphone'],
  'obstacle, asking': [phase],
  'obstacle, denied': [phase],
  devices: [phase],
  'dismiss-hint': [phase],
  conversation: [phase],
  early: [phase],
  'sound blocked': [phase],
  'lost, silent': ['reconnecting'],
  'lost, cut': ['reconnecting'],
  over: ['ended', ...letGo],
  failed: ['failed', 'hang-up', ...letGo],
});
const unanswered: Row = {
  ...inCall('connecting'),
  accepted: ['connecting'],
  ringing: ['ringing'],
  answered: ['active'],
  'too long: invite': ['failed', 'hang-up', ...letGo],
};
/** A call that comes in is nobody's before the visitor answers: nothing is opened for it, and nothing reported counts. */
const coming: Row = {
  'hang-up': ['incoming', ...leave],
  devices: ['incoming'],
  'dismiss-hint': ['incoming'],
  conversation: ['incoming'],
  'sound blocked': ['incoming'],
  'lost, silent': ['reconnecting'],
  'lost, cut': ['reconnecting'],
  over: ['ended', ...letGo],
  failed: ['failed', 'hang-up', ...letGo],
  'too long: caller': ['ended', 'hang-up', ...letGo],
};
/** The visitor wants to answer, and there is no microphone yet. */
const answering = (phase: Phase): Row => ({
  ...inCall(phase),
  early: undefined,
  'microphone-opened': ['connecting', 'answer-call'],
  'obstacle, asking': ['permission'],
  'obstacle, denied': ['permission', 'answer-call'],
  'too long: caller': ['ended', 'hang-up', ...letGo],
});
/** The phone was told to answer, and waits for a microphone. */
const answeredWithout = (phase: Phase): Row => ({
  ...answering(phase),
  answered: ['active'],
  'microphone-opened': ['connecting', 'use-microphone'],
  'obstacle, asking': [phase],
  'obstacle, denied': [phase],
  'microphone-awaited': ['permission'],
  'set aside': ['connecting'],
  retry: ['permission', 'open-microphone'],
});
const noAnswer: Row = {'too long: answer': ['ended', 'hang-up', ...letGo]};
/** What a conversation knows more, whether it is cut or not. */
const known = (phase: Phase): Row => ({
  ...inCall(phase),
  'digits-sent': [phase],
  measured: [phase],
  'choose a microphone': [phase, 'choose'],
  'choose a speaker': [phase, 'choose'],
  volume: [phase, 'volume'],
});
/** What a conversation can be asked for while both sides are connected. */
const connected = (phase: Phase): Row => ({
  ...known(phase),
  digits: [phase, 'send-digits'],
  say: [phase, 'say'],
});
const unmuted = (phase: Phase): Row => ({mute: [phase, 'mute'], muted: [phase]});
const muted = (phase: Phase): Row => ({unmute: [phase, 'mute'], unmuted: [phase]});
const unheld = {hold: ['active', 'hold'], held: ['held']} as const satisfies Row;
const talking: Row = {...connected('active'), ...unmuted('active'), ...unheld};
const cutOff: Row = {...known('reconnecting'), ...unmuted('reconnecting'), held: ['reconnecting']};
const leaving: Row = {over: ['ended', ...letGo], 'too long: goodbye': ['ended', ...letGo]};

const rows: Record<StateName, Row> = {
  idle: fresh,
  'prompt up, nothing there': waitingForPieces,
  'prompt up, all else there': waitingForMicrophone,
  'prompt unanswered, all else there': waitingForMicrophone,
  'denied, nothing there': {...waitingForPieces, retry: ['permission', 'open-microphone']},
  'denied, all else there': {...waitingForMicrophone, retry: ['permission', 'open-microphone']},
  'no prompt, nothing there': {
    ...waitingForPieces,
    'sdk-loaded': ['preparing'],
    'token-received': ['preparing', 'open-line'],
    'line-opened': ['connecting'],
  },
  'no prompt, line missing': {...waiting, 'line-opened': ['connecting', 'place-call']},
  'all there, not placed': complete,
  // The call is being placed: the new microphone is the one that it will be placed with.
  'all there, unplugged': {
    ...complete,
    'microphone-opened': ['connecting'],
    retry: ['connecting', 'open-microphone'],
  },
  placed: unanswered,
  'placed, denied': {
    ...unanswered,
    retry: ['connecting', 'open-microphone'],
    'set aside': ['connecting'],
    'microphone-awaited': ['connecting'],
  },
  accepted: {...inCall('connecting'), ...noAnswer, ringing: ['ringing'], answered: ['active']},
  ringing: {...inCall('ringing'), ...noAnswer, answered: ['active']},
  'ringing, cut': {
    ...inCall('reconnecting'),
    ...noAnswer,
    answered: ['reconnecting'],
    'lost, cut': undefined,
    back: ['ringing'],
  },
  'ringing, announced': {...inCall('ringing'), ...noAnswer, early: undefined, answered: ['active']},
  active: talking,
  'active and muted': {...connected('active'), ...muted('active'), ...unheld, unheard: ['active']},
  'active, muted and unheard': {
    ...connected('active'),
    ...muted('active'),
    ...unheld,
    muted: ['active'],
    'heard of it': ['active'],
  },
  'active and held': {
    ...connected('held'),
    ...unmuted('held'),
    unhold: ['held', 'hold'],
    'taken back': ['active'],
  },
  'active, held and cut': {
    ...known('reconnecting'),
    ...unmuted('reconnecting'),
    'taken back': ['reconnecting'],
    'lost, cut': undefined,
    back: ['held'],
  },
  'active, measured': talking,
  'active, asking': {...talking, 'set aside': ['active'], 'microphone-awaited': ['active']},
  'active, denied': {
    ...talking,
    retry: ['active', 'open-microphone'],
    'set aside': ['active'],
    'microphone-awaited': ['active'],
  },
  'active, denied and aside': {
    ...talking,
    retry: ['active', 'open-microphone'],
    'open again': ['active'],
    'microphone-awaited': ['active', 'use-microphone'],
  },
  'active, silent, denied and awaited': {
    ...cutOff,
    'lost, silent': undefined,
    back: ['active'],
    retry: ['reconnecting', 'open-microphone'],
    'set aside': ['reconnecting', 'use-microphone'],
    'microphone-awaited': ['reconnecting'],
    'too long: media': ['ended', 'hang-up', ...letGo],
  },
  'active, with an assistant': talking,
  'active, echo likely': talking,
  'active, sound blocked': {
    ...talking,
    'sound blocked': undefined,
    'sound heard': ['active'],
    hear: ['active', 'hear'],
  },
  'active, silent': {
    ...cutOff,
    'lost, silent': undefined,
    back: ['active'],
    'too long: media': ['ended', 'hang-up', ...letGo],
  },
  'active, cut': {...cutOff, 'lost, cut': undefined, back: ['active']},
  incoming: {
    ...coming,
    answer: ['permission', 'open-microphone'],
    'answer, allowed': ['connecting', 'open-microphone'],
  },
  'incoming, cut': {
    ...coming,
    'hang-up': ['reconnecting', ...leave],
    devices: ['reconnecting'],
    'dismiss-hint': ['reconnecting'],
    conversation: ['reconnecting'],
    'sound blocked': ['reconnecting'],
    'lost, cut': undefined,
    back: ['incoming'],
  },
  'incoming, prompt up': answering('permission'),
  'incoming, no prompt': answering('connecting'),
  'incoming, prompt unanswered': {
    ...answering('permission'),
    'set aside': ['connecting', 'answer-call', 'use-microphone'],
  },
  'incoming, answer given': {
    ...inCall('connecting'),
    early: undefined,
    answered: ['active'],
    'obstacle, asking': ['permission'],
    'obstacle, denied': ['permission'],
    'too long: invite': ['failed', 'hang-up', ...letGo],
  },
  'incoming, denied': answeredWithout('permission'),
  'incoming, denied and awaited': {
    ...answeredWithout('permission'),
    'set aside': ['connecting', 'use-microphone'],
  },
  'incoming, denied and aside': {
    ...answeredWithout('connecting'),
    'set aside': undefined,
    'open again': ['permission'],
    'microphone-awaited': ['connecting', 'use-microphone'],
    retry: ['connecting', 'open-microphone'],
  },
  'active, of a caller': {...talking, early: undefined},
  'incoming, leaving': leaving,
  'incoming, prompt up, leaving': leaving,
  'placed, leaving': leaving,
  'ringing, leaving': leaving,
  'active, leaving': leaving,
  'active and held, leaving': leaving,
  'active, all at once, leaving': {...leaving, hear: ['reconnecting', 'hear']},
  ended: over,
  failed: over,
  'failed, call lost': over,
};

/** What each event means in each state. What is not named here means nothing. A call that comes in second is declined. */
export const table = Object.fromEntries(
  Object.entries(states).map(([name, state]) => [
    name,
    {...rows[name as StateName], ...(isLive(state) && {invited: [state.phase, 'decline'] as const})},
  ]),
) as Record<StateName, Row>;
