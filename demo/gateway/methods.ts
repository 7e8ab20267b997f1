import type {Calls} from './calls.js';
import type {Faults} from './faults.js';
import {FrameError, INVALID_PARAMS, LOGIN_INCORRECT, textAt, type Json} from './frames.js';
import type {Sessions} from './login.js';
import {REASONS, type Reason} from './numbers.js';
import type {Session} from './session.js';
import type {Socket} from './socket.js';

/** What the methods work on. */
export interface Rooms {
  sessions: Sessions;
  calls: Calls;
  faults: Faults;
}

type Reply = (result: Json) => void;
type Method = (rooms: Rooms, session: Session, params: Json, reply: Reply) => Promise<void> | void;

const need = (params: Json, key: string): string => {
  const value = textAt(params, key);
  if (!value) throw new FrameError(INVALID_PARAMS, 'Invalid params');
  return value;
};

let reports = 0;

const gatewayState: Method = ({faults}, {sessid}, _params, reply) => {
  const state = faults.gatewayStates.shift() ?? 'REGED';
  reports += 1;
  reply({params: {state, call_report_id: `cr-${reports}`, dc: 'local', region: 'local'}, sessid});
};

const invite: Method = ({calls}, session, params, reply) => {
  const {leg, start} = calls.create(session, params);
  reply({callID: leg.info.callID, message: 'CALL CREATED', sessid: session.sessid});
  start();
};

const answer: Method = async ({calls}, session, params, reply) => {
  const leg = calls.named(session, params);
  await leg.accepted(need(params, 'sdp'));
  reply({callID: leg.info.callID, message: 'CALL ANSWERED', sessid: session.sessid});
};

const attach: Method = async ({calls}, session, params, reply) => {
  const leg = calls.named(session, params);
  await leg.attached(need(params, 'sdp'));
  reply({callID: leg.info.callID, message: 'CALL ATTACHED', sessid: session.sessid});
};

const bye: Method = ({calls}, session, params, reply) => {
  const leg = calls.named(session, params);
  reply({callID: leg.info.callID, message: 'CALL ENDED', sessid: session.sessid});
  leg.end(byeReason(leg.phase === 'active', leg.info.direction), false);
};

/** What the far end is told: a client says USER_BUSY for whatever it ends before the answer. */
const byeReason = (active: boolean, direction: 'outbound' | 'inbound'): Reason => {
  if (active) return REASONS.normal;
  return direction === 'outbound' ? REASONS.cancelled : REASONS.busy;
};

const modify: Method = async ({calls}, session, params, reply) => {
  const leg = calls.named(session, params);
  const action = need(params, 'action');
  const {callID} = leg.info;
  if (action === 'updateMedia') {
    const sdp = await leg.restart(need(params, 'sdp'));
    return reply({callID, action, sdp, sessid: session.sessid});
  }
  if (!['hold', 'unhold', 'toggleHold'].includes(action))
    throw new FrameError(INVALID_PARAMS, 'Invalid params');
  leg.hold(action === 'toggleHold' ? !leg.held : action === 'hold');
  reply({callID, action, holdState: leg.held ? 'held' : 'active', sessid: session.sessid});
};

const info: Method = ({calls}, session, params, reply) => {
  const leg = calls.named(session, params);
  const digits = textAt(params, 'dtmf');
  if (digits) leg.press(digits.slice(0, 64));
  reply({callID: leg.info.callID, message: 'SENT', sessid: session.sessid});
};

/** Media is ICE lite on loopback: the client's own candidates are not needed. */
const candidate: Method = ({calls}, session, params, reply) => {
  reply({callID: calls.named(session, params).info.callID, message: 'OK', sessid: session.sessid});
};

const talk: Method = (_rooms, session, params, reply) => {
  session.talk?.item(params);
  reply({message: 'OK'});
};

const acknowledge: Method = (_rooms, _session, _params, reply) => reply({message: 'OK'});

export const METHODS: ReadonlyMap<string, Method> = new Map([
  ['telnyx_rtc.gatewayState', gatewayState],
  ['telnyx_rtc.ping', acknowledge],
  ['telnyx_rtc.invite', invite],
  ['telnyx_rtc.answer', answer],
  ['telnyx_rtc.attach', attach],
  ['telnyx_rtc.bye', bye],
  ['telnyx_rtc.modify', modify],
  ['telnyx_rtc.info', info],
  ['telnyx_rtc.candidate', candidate],
  ['telnyx_rtc.endOfCandidates', candidate],
  ['ai_conversation', talk],
  ['debug_report_start', acknowledge],
  ['debug_report_data', acknowledge],
  ['debug_report_stop', acknowledge],
]);

/** Serves a client's request; throws a FrameError that becomes the error answer. */
export function serve(
  rooms: Rooms,
  socket: Socket,
  method: string,
  params: Json,
  reply: Reply,
): Promise<void> | void {
  if (method === 'login' || method === 'anonymous_login')
    return rooms.sessions.login(socket, method, params, rooms.calls, reply);
  const handler = METHODS.get(method);
  if (!handler) throw new FrameError(-32601, 'Method not found');
  if (!socket.session) throw new FrameError(LOGIN_INCORRECT, 'Authentication Required');
  return handler(rooms, socket.session, params, reply);
}
