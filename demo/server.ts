import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {previews} from '../src/preview.js';
import {createTokenEndpoint, localMinter, telnyxMinter} from '../src/token-endpoint/index.js';
import {answerWith, type FetchHandler} from './fetch-bridge.js';
import {AGENT, ROBOTS} from './gateway/numbers.js';
import {readStatic} from './static-files.js';

/** The account to use instead of the local gateway. */
export interface TelnyxAccount {
  apiKey: string;
  connectionId: string;
  /** Whom the visitor page calls: an E.164 number or a SIP URI of the account. */
  destination?: string;
}

/** Options of {@link startSite}. */
export interface SiteOptions {
  /** TCP port on 127.0.0.1. Default 0: any free one. */
  port?: number;
  /** The local gateway: its WebSocket URL, its HTTP URL and the secret it checks tokens with. */
  gateway: {url: string; http: string; secret: Uint8Array};
  /** When given, the visitor page calls through Telnyx itself. */
  telnyx?: TelnyxAccount;
}

/** A running demo site. */
export interface Site {
  /** `http://127.0.0.1:<port>`, a secure context. */
  url: string;
  close(): Promise<void>;
}

/** How long an agent can stay on duty without a reload, in seconds. */
const WORKING_DAY = 12 * 3600;

/** Starts the demo site: the pages, the built element, the SDK for the agent page, and the token endpoints. */
export async function startSite({port = 0, gateway, telnyx}: SiteOptions): Promise<Site> {
  const endpoints: Record<string, FetchHandler> = {
    '/api/telnyx-token': createTokenEndpoint(
      telnyx
        ? {mint: telnyxMinter(telnyx), destination: telnyx.destination}
        : {mint: localMinter({secret: gateway.secret})},
    ),
    '/api/agent-token': createTokenEndpoint({
      mint: localMinter({secret: gateway.secret, user: 'agent', lifetime: WORKING_DAY}),
    }),
  };
  const config = JSON.stringify({
    signalingUrl: gateway.url,
    controlUrl: `${gateway.http}/control`,
    telnyx: Boolean(telnyx),
    numbers: [AGENT, ...ROBOTS].map(({name, number, title}) => ({name, number, title})),
  });
  const fillIn = placeholders(gateway.url, telnyx);

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`Demo site: ${error instanceof Error ? error.message : 'request failed'}`);
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain', 'Something went wrong.');
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Only our own names: a foreign name that resolves to this machine must not get tokens.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) {
      return send(response, 403, 'text/plain', 'This site is for this machine only.');
    }
    const pathname = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const endpoint = endpoints[pathname];
    if (endpoint) return answerWith(endpoint, request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 405, 'text/plain', 'GET only.', {allow: 'GET, HEAD'});
    if (pathname === '/previews.json')
      return send(response, 200, 'application/json', JSON.stringify(previews));
    if (pathname === '/config.json') return send(response, 200, 'application/json', config);
    if (pathname === '/favicon.ico') return send(response, 204, 'text/plain', '');
    const file = await readStatic(pathname);
    if (!file) return send(response, 404, 'text/plain', 'Not found.');
    const page = file.contentType.startsWith('text/html');
    send(response, 200, file.contentType, page ? fillIn(file.content.toString()) : file.content);
  }

  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Buffer,
  more?: Record<string, string>,
): void {
  // Never cached: the next reload shows the next build.
  response.writeHead(status, {
    'content-type': contentType,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...more,
  });
  response.end(body);
}

/** Fills the pages' `{{…}}` in. With Telnyx the tag has no `signaling-url` at all, as on a real page. */
function placeholders(signalingUrl: string, telnyx?: TelnyxAccount): (html: string) => string {
  const destination = telnyx ? (telnyx.destination ?? '') : 'agent';
  return (html) =>
    html
      .replace(
        /\s+signaling-url="\{\{signaling-url\}\}"/g,
        telnyx ? '' : ` signaling-url="${escapeAttribute(signalingUrl)}"`,
      )
      .replace(/\{\{destination\}\}/g, () => escapeAttribute(destination))
      .replace(/\{\{service\}\}/g, telnyx ? 'telnyx' : 'local');
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
