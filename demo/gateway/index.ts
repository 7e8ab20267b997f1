import {randomBytes} from 'node:crypto';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {WebSocketServer} from 'ws';
import {control, serveControl} from './control.js';
import {Exchange, type GatewayState} from './exchange.js';
import {MAX_FRAME, type Json} from './frames.js';
import {takeReport} from './reports.js';
import {Socket} from './socket.js';

export type {GatewayState} from './exchange.js';
export {mintToken} from './tokens.js';
export {AGENT, ROBOTS} from './numbers.js';

export interface GatewayOptions {
  /** Port on 127.0.0.1; 0 (default) takes a free one. */
  port?: number;
  /** HS256 secret of the login tokens; default random. */
  secret?: string;
  /** Between two pings of the gateway, in ms; default 15 000. */
  pingInterval?: number;
  /** How long a client without socket and its calls are kept, in ms; default 60 000. */
  grace?: number;
}

export interface Gateway {
  /** `ws://127.0.0.1:PORT`, for the SDK's `host`. */
  url: string;
  /** `http://127.0.0.1:PORT`, for call reports and the controls. */
  http: string;
  secret: Uint8Array;
  state(): GatewayState;
  /** The verbs of `POST /control/<verb>`; throws for an unknown one or a body that makes no sense. */
  control(verb: string, body?: object): unknown;
  close(): Promise<void>;
}

/** A browser that was led here by another site's name sends that name: not served (DNS rebinding). */
const isLoopbackHost = (request: IncomingMessage): boolean =>
  /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');

/** Starts the stand-in for rtc.telnyx.com: signalling, media, call reports and controls, all on loopback. */
export async function startGateway(options: GatewayOptions = {}): Promise<Gateway> {
  const {port = 0, pingInterval = 15_000, grace = 60_000} = options;
  const secret = options.secret === undefined ? new Uint8Array(randomBytes(32)) : Buffer.from(options.secret);
  const exchange = new Exchange(secret, grace);

  const serveHttp = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (!isLoopbackHost(request)) response.writeHead(403).end();
    else if (path === '/call_report')
      await takeReport(request, response, exchange.faults.reports, (report) => exchange.note(report));
    else if (path.startsWith('/control/')) await serveControl(exchange, request, response, path.slice(9));
    else response.writeHead(404).end();
  };
  const server = createServer((request, response) => {
    serveHttp(request, response).catch(() => response.destroy());
  });
  // Before the sockets and the pings: a taken port rejects, and leaves nothing behind.
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  const sockets = new WebSocketServer({
    server,
    maxPayload: MAX_FRAME,
    verifyClient: ({req}: {req: IncomingMessage}) => isLoopbackHost(req),
  });
  sockets.on('connection', (ws, request) => {
    const query = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams;
    const voiceSdkId = query.has('skip_last_voice_sdk_id') ? null : query.get('voice_sdk_id');
    exchange.opened(new Socket(ws, voiceSdkId, exchange));
  });
  const pings = setInterval(() => exchange.ping(), pingInterval);

  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `ws://${address}`,
    http: `http://${address}`,
    secret,
    state: () => exchange.state(),
    control: (verb, body = {}) => control(exchange, verb, body as Json),
    close: async () => {
      clearInterval(pings);
      exchange.reset();
      sockets.close();
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
    },
  };
}
