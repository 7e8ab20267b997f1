/** Why a call ended, as it stands in a `telnyx_rtc.bye` frame. `sipCode` is null where no SIP response was involved. */
export interface Reason {
  cause: string;
  causeCode: number;
  sipCode: number | null;
  sipReason: string | null;
}

export const REASONS = {
  normal: {cause: 'NORMAL_CLEARING', causeCode: 16, sipCode: null, sipReason: null},
  busy: {cause: 'USER_BUSY', causeCode: 17, sipCode: 486, sipReason: 'Busy Here'},
  declined: {cause: 'CALL_REJECTED', causeCode: 21, sipCode: 603, sipReason: 'Decline'},
  unallocated: {cause: 'UNALLOCATED_NUMBER', causeCode: 1, sipCode: 404, sipReason: 'Not Found'},
  absent: {cause: 'SUBSCRIBER_ABSENT', causeCode: 20, sipCode: 480, sipReason: 'Temporarily Unavailable'},
  incompatible: {
    cause: 'INCOMPATIBLE_DESTINATION',
    causeCode: 88,
    sipCode: 488,
    sipReason: 'Not Acceptable Here',
  },
  cancelled: {cause: 'ORIGINATOR_CANCEL', causeCode: 487, sipCode: 487, sipReason: 'Request Terminated'},
} satisfies Record<string, Reason>;

/** What the far end plays while it is connected; `echo` plays back what it hears. */
export type Sound = 'echo' | 'tone' | 'music' | 'silence';

/** A number that a machine answers (or does not). */
export interface Robot {
  /** E.164, from the range that is kept for examples, but for the number that the SDK's own tests dial. */
  number: string;
  /** Short name: dialled as it is or as `sip:<name>@…`. */
  name: string;
  /** One line for people. */
  title: string;
  /** `answer`: rings a little, then answers. `early`: sound before the answer. `reject`: ends with `reason`. `ring`: rings for ever. `nothing`: not even that. */
  reaction: 'answer' | 'early' | 'reject' | 'ring' | 'nothing';
  sound: Sound;
  reason?: Reason;
  /** Hangs up this long after it has answered, in ms; default never. */
  hangUpAfter?: number;
}

/** The person at the demo's agent page. Nobody registered: rings a little, then 480. */
export const AGENT = {number: '+15550100001', name: 'agent', title: 'the agent page, if somebody is on duty'};

export const ROBOTS: readonly Robot[] = [
  {number: '+15550100002', name: 'echo', title: 'plays back what you say', reaction: 'answer', sound: 'echo'},
  {number: '+15550100003', name: 'tone', title: 'a 440 Hz tone', reaction: 'answer', sound: 'tone'},
  {
    number: '+15550100004',
    name: 'announcement',
    title: 'a melody as early media, answered after 3 s',
    reaction: 'early',
    sound: 'music',
  },
  {
    number: '+15550100005',
    name: 'busy',
    title: 'busy (486)',
    reaction: 'reject',
    sound: 'silence',
    reason: REASONS.busy,
  },
  {
    number: '+15550100006',
    name: 'declined',
    title: 'declines (603)',
    reaction: 'reject',
    sound: 'silence',
    reason: REASONS.declined,
  },
  {
    number: '+15550100007',
    name: 'unallocated',
    title: 'does not exist (404)',
    reaction: 'reject',
    sound: 'silence',
    reason: REASONS.unallocated,
  },
  {
    number: '+15550100008',
    name: 'ringing',
    title: 'rings and never answers',
    reaction: 'ring',
    sound: 'silence',
  },
  {
    number: '+15550100009',
    name: 'short',
    title: 'answers and hangs up after 5 s',
    reaction: 'answer',
    sound: 'music',
    hangUpAfter: 5000,
  },
  {
    number: '+15550100010',
    name: 'silence',
    title: 'answers and says nothing',
    reaction: 'answer',
    sound: 'silence',
  },
  {
    number: '+15550100011',
    name: 'trying',
    title: 'takes the call and never even rings',
    reaction: 'nothing',
    sound: 'silence',
  },
  {
    number: '+18722315806',
    name: 'diagnosis',
    title: 'what the tests of the SDK call',
    reaction: 'answer',
    sound: 'tone',
  },
];

/** What anonymous logins talk to, whatever they dial. */
export const ASSISTANT: Robot = {
  number: '',
  name: 'assistant',
  title: 'an AI assistant',
  reaction: 'answer',
  sound: 'music',
};

/**
 * The short name behind dialled digits or a SIP URI: `echo` for `+1 (555) 010-0002`, `5550100002`, `echo` and
 * `sip:echo@example.test`. Anything else comes back as the user part that was dialled.
 */
export function nameOf(destination: string): string {
  const user = destination
    .trim()
    .replace(/^(sips?|tel):/i, '')
    .replace(/[@;?].*$/, '');
  const digits = user.replace(/[^\d]/g, '');
  if (digits.length >= 10 && /^[\d\s()+.-]+$/.test(user)) {
    const known = [AGENT, ...ROBOTS].find(({number}) => number.slice(1).endsWith(digits));
    return known?.name ?? user;
  }
  const lower = user.toLowerCase();
  return lower === AGENT.name || robotNamed(lower) ? lower : user;
}

export const robotNamed = (name: string): Robot | undefined => ROBOTS.find((robot) => robot.name === name);
