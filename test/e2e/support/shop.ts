import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Gateway} from '../../../demo/gateway/index.js';
import {answerWith, type FetchHandler} from '../../../demo/fetch-bridge.js';
import {readStatic} from '../../../demo/static-files.js';
import {createTokenEndpoint, localMinter} from '../../../src/token-endpoint/index.js';
import {INSECURE_HOST} from './browser.js';

const HTML = 'text/html; charset=utf-8';

/** A site whose one page and whose token endpoint a test writes. `/api/quality` takes what it gets. */
export interface Shop {
  /** `http://127.0.0.1:PORT`, a secure context. */
  readonly url: string;
  /** The same pages on another port: another origin of the same site. */
  readonly elsewhere: string;
  /** The same pages under another name: another site, a secure context. */
  readonly foreign: string;
  /** The same pages under a name that makes it no secure context. */
  readonly insecure: string;
  /** What `/page.html` is: the whole document. */
  html: string;
  /** What `/frame.html` is: the whole document. */
  frame: string;
  /** Further response headers of `/page.html`. */
  headers: Record<string, string>;
  /** Further response headers of `/frame.html`. */
  frameHeaders: Record<string, string>;
  /** What was sent to `/quality`, of each of its names: the type, and the text. */
  reports: Array<{type: string | undefined; text: string}>;
  /** What `/api/telnyx-token` does. */
  token: FetchHandler;
  /** Whom the tokens are for: a handler to put into `token` again. */
  readonly mint: FetchHandler;
  close(): Promise<void>;
}

/** Starts a site with the built element; tokens are good for this gateway. */
export async function startShop(gateway: Gateway): Promise<Shop> {
  const mint = createTokenEndpoint({mint: localMinter({secret: gateway.secret})});
  const answer: RequestListener = (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/page.html') {
      response.writeHead(200, {'content-type': HTML, ...shop.headers}).end(shop.html);
    } else if (path === '/frame.html') {
      response.writeHead(200, {'content-type': HTML, ...shop.frameHeaders}).end(shop.frame);
    } else if (path === '/favicon.ico' || path === '/api/quality') {
      response.writeHead(204).end();
    } else if (path === '/quality') {
      // No CORS header: none is needed.
      let text = '';
      request.on('data', (piece: Buffer) => (text += piece.toString()));
      request.on('end', () => {
        shop.reports.push({type: request.headers['content-type'], text});
        response.writeHead(204).end();
      });
    } else if (path === '/api/telnyx-token') {
      void answerWith(shop.token, request, response);
    } else {
      void readStatic(path).then((file) => {
        response.writeHead(file ? 200 : 404, {'content-type': file?.contentType ?? 'text/plain'});
        response.end(file?.content);
      });
    }
  };
  const servers = [createServer(answer), createServer(answer)];
  const [port, otherPort] = await Promise.all(servers.map(listen));
  const shop: Shop = {
    url: `http://127.0.0.1:${port}`,
    elsewhere: `http://127.0.0.1:${otherPort}`,
    foreign: `http://localhost:${port}`,
    insecure: `http://${INSECURE_HOST}:${port}`,
    html: '',
    frame: '',
    headers: {},
    frameHeaders: {},
    reports: [],
    token: mint,
    mint,
    close: async () => {
      await Promise.all(servers.map(stop));
    },
  };
  return shop;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

const stop = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
