import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Exchange} from './exchange.js';
import type {Reattach} from './faults.js';
import {isObject, textAt, type Json} from './frames.js';
import type {Leg} from './leg.js';
import {REASONS, nameOf, robotNamed, type Reason} from './numbers.js';
import type {Session} from './session.js';
import type {Socket} from './socket.js';

const MAX_BODY = 64 * 1024;
const REATTACH: readonly string[] = ['attach', 'listed', 'without-call', 'absent'];

/** A control request that can not be served: answered with 400. */
export class ControlError extends Error {}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

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
      };
    },
  ],
  ['silence', ({faults}, body) => void (faults.silenced = methods(body.methods))],
  [
    'delay',
    ({faults}, body) => {
      const ms = Math.min(Math.max(number(body.ms, 0), 0), 60_000);
      faults.delay = {ms, methods: body.methods === undefined ? null : methods(body.methods)};
    },
  ],
  ['punt', (exchange, body) => exchange.punt(sessionsOf(exchange, body), body.withCallId === true)],
  [
    'reattach',
    ({faults}, body) => {
      const mode = textAt(body, 'mode') ?? '';
      if (!REATTACH.includes(mode)) throw new ControlError(`mode: one of ${REATTACH.join(', ')}`);
      faults.reattach = mode as Reattach;
    },
  ],
  ['expire-tokens', ({tokens}) => tokens.expireAll()],
  ['cut-media', ({faults}) => void (faults.mediaCut = true)],
  ['restore-media', ({faults}) => void (faults.mediaCut = false)],
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

/** Runs a verb. Throws a ControlError if there is no such verb or its body makes no sense. */
export function control(exchange: Exchange, verb: string, body: Json): unknown {
  const run = VERBS.get(verb);
  if (!run) throw new ControlError(`verb: one of ${[...VERBS.keys()].join(', ')}`);
  return run(exchange, body);
}

async function readJson(request: IncomingMessage): Promise<Json> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString();
    if (text.length > MAX_BODY) throw new ControlError('body: too large');
  }
  if (text === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ControlError('body: not JSON');
  }
  if (!isObject(body)) throw new ControlError('body: not an object');
  return body;
}

const LOOPBACK = /^https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/;

/** `GET /control/state` and `POST /control/<verb>`, for pages of this machine only. */
export async function serveControl(
  exchange: Exchange,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const {origin} = request.headers;
  if (origin !== undefined && !LOOPBACK.test(origin)) return void response.writeHead(403).end();
  const cors = {
    ...(origin && {'access-control-allow-origin': origin}),
    vary: 'origin',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'content-type',
    'cache-control': 'no-store',
  };
  const send = (status: number, body: unknown): void =>
    void response.writeHead(status, {...cors, 'content-type': 'application/json'}).end(JSON.stringify(body));
  if (request.method === 'OPTIONS') return void response.writeHead(204, cors).end();
  if (path === 'state' && request.method === 'GET') return send(200, exchange.state());
  if (request.method !== 'POST') return void response.writeHead(405, {...cors, allow: 'GET, POST'}).end();
  try {
    send(200, {result: (await control(exchange, path, await readJson(request))) ?? null});
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    send(400, {error: error.message});
  }
}
