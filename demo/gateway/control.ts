import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Exchange} from './exchange.js';
import {isObject, type Json} from './frames.js';
import {ControlError, VERBS} from './verbs.js';

const MAX_BODY = 64 * 1024;

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
