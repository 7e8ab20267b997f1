import type {Exchange} from './exchange.js';
import type {MediaCut, Reattach, Reports} from './faults.js';
import {isObject, objectAt, textAt, type Json} from './frames.js';
import type {Leg} from './leg.js';
import {REASONS, nameOf, robotNamed, type Reason} from './numbers.js';
import {UNIMPAIRED} from './path.js';
import type {Session} from './session.js';
import type {Socket} from './socket.js';

/** A control request that can not be served: answered with 400. */
export class ControlError extends Error {}

const REATTACH: readonly Reattach[] = ['attach', 'listed', 'without-call', 'absent'];
const CUTS: readonly MediaCut[] = ['both', 'to-client', 'from-client', 'ice'];
const REPORTS: readonly Reports[] = ['take', 'refuse', 'hang'];
/** The longest that anything is held back, in ms. */
const MAX_DELAY = 60_000;

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** One of a few words. */
const oneOf = <Word extends string>(words: readonly Word[], body: Json, key: string): Word => {
  const word = words.find((known) => known === body[key]);
  if (!word) throw new ControlError(`${key}: one of ${words.join(', ')}`);
  return word;
};

const number = (value: unknown, fallback: number): number => (typeof value === 'number' ? value : fallback);

/** Method names may be given without `telnyx_rtc.`: both forms are meant. */
const methods = (value: unknown): Set<string> =>
  new Set(texts(value).flatMap((name) => [name, name.replace(/^(?!telnyx_rtc\.)/, 'telnyx_rtc.')]));

const sessionsOf = (exchange: Exchange, body: Json): Session[] => {
  const user = textAt(body, 'user');
  return exchange.sessions.all.filter((session) => user === undefined || session.user === user);
};

const socketsOf = (exchange: Exchange, body: Json): Socket[] =>
  body.user === undefined
    ? [...exchange.sockets]
    : sessionsOf(exchange, body).flatMap((session) => session.socket ?? []);

const legsOf = (exchange: Exchange, body: Json): Leg[] => {
  const callID = textAt(body, 'callID');
  const sessions = sessionsOf(exchange, body);
  return exchange.calls.legs.filter(
    ({info}) => sessions.includes(info.session) && (callID === undefined || info.callID === callID),
  );
};

const reasonOf = (body: Json): Reason => ({
  cause: textAt(body, 'cause') ?? REASONS.normal.cause,
  causeCode: number(body.causeCode, REASONS.normal.causeCode),
  sipCode: typeof body.sipCode === 'number' ? body.sipCode : null,
  sipReason: textAt(body, 'sipReason') ?? null,
});

type Verb = (exchange: Exchange, body: Json) => unknown;

/** Bodies: see the README's table. */
export const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['drop', (exchange, body) => socketsOf(exchange, body).forEach((socket) => socket.drop())],
  [
    'freeze',
    (exchange, body) => {
      exchange.faults.freezeNew = body.user === undefined;
      for (const socket of socketsOf(exchange, body)) socket.freeze();
    },
  ],
  [
    'thaw',
    (exchange) => {
      exchange.faults.freezeNew = false;
      for (const socket of exchange.sockets) socket.thaw();
    },
  ],
  [
    'refuse-next-login',
    ({faults}, body) => {
      faults.refuseLogin = {
        code: number(body.code, -32001),
        message: textAt(body, 'message') ?? 'Login Incorrect',
        times: number(body.times, 1),
      };
    },
  ],
  ['silence', ({faults}, body) => void (faults.silenced = methods(body.methods))],
  [
    'delay',
    ({faults}, body) => {
      const ms = Math.min(Math.max(number(body.ms, 0), 0), MAX_DELAY);
      faults.delay = {ms, methods: body.methods === undefined ? null : methods(body.methods)};
    },
  ],
  [
    'withhold',
    ({faults}, body) => {
      const ms = typeof body.ms === 'number' ? Math.min(Math.max(body.ms, 0), MAX_DELAY) : null;
      faults.withheld = {ms, methods: methods(body.methods)};
    },
  ],
  [
    'send',
    (exchange, body) => {
      const method = textAt(body, 'method');
      if (!method) throw new ControlError('method: missing');
      for (const socket of socketsOf(exchange, body)) socket.tell(method, objectAt(body, 'params'));
    },
  ],
  ['punt', (exchange, body) => exchange.punt(sessionsOf(exchange, body), body.withCallId === true)],
  [
    'reattach',
    ({faults}, body) => {
      faults.reattach = oneOf(REATTACH, body, 'mode');
    },
  ],
  [
    'attach',
    (exchange, body) => {
      for (const leg of legsOf(exchange, body)) if (leg.phase === 'active') void leg.attach();
    },
  ],
  ['expire-tokens', ({tokens}) => tokens.expireAll()],
  [
    'cut-media',
    ({faults}, body) => {
      faults.mediaCut = oneOf(CUTS, {way: 'both', ...body}, 'way');
    },
  ],
  ['lose-packets', ({faults}, body) => void (faults.loseOneIn = Math.max(number(body.oneIn, 0), 0))],
  [
    'impair',
    ({faults}, body) => {
      const upTo = (most: number, value: unknown) => Math.min(Math.max(number(value, 0), 0), most);
      faults.impairment = {
        delay: upTo(MAX_DELAY, body.delay),
        jitter: upTo(MAX_DELAY, body.jitter),
        loss: upTo(100, body.loss),
      };
    },
  ],
  [
    'restore-media',
    ({faults}) => {
      faults.impairment = UNIMPAIRED;
      faults.mediaCut = null;
      faults.loseOneIn = 0;
    },
  ],
  [
    'reports',
    ({faults}, body) => {
      faults.reports = oneOf(REPORTS, body, 'mode');
    },
  ],
  [
    'kill-leg',
    (exchange, body) => {
      for (const leg of legsOf(exchange, body)) leg.end(REASONS.normal, body.silent !== true);
    },
  ],
  ['gateway-state', ({faults}, body) => void (faults.gatewayStates = texts(body.states))],
  [
    'hang-up',
    (exchange, body) => {
      for (const leg of legsOf(exchange, body)) leg.end(reasonOf(body), true);
    },
  ],
  [
    'call',
    (exchange, body) => {
      const session = exchange.sessions.named(textAt(body, 'user') ?? '');
      const robot = robotNamed(nameOf(textAt(body, 'number') ?? 'tone'));
      if (!session) throw new ControlError('user: nobody of that name is connected');
      if (!robot) throw new ControlError('number: no such machine');
      return exchange.calls.fromRobot(session, robot, {
        number: textAt(body, 'from') ?? robot.number,
        name: textAt(body, 'name') ?? robot.name,
        headers: Array.isArray(body.headers) ? body.headers.filter(isObject) : [],
      });
    },
  ],
  ['reset', (exchange) => exchange.reset()],
]);
