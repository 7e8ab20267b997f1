import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';

const SDK = fileURLToPath(new URL('../../../node_modules/@telnyx/webrtc/lib/bundle.mjs', import.meta.url));

export interface BlankSite {
  /** `http://127.0.0.1:PORT`, a secure context. */
  url: string;
  close(): Promise<void>;
}

/** An empty page on any path, and the unmodified SDK at `/sdk.mjs`. */
export async function startBlankSite(): Promise<BlankSite> {
  const sdk = await readFile(SDK);
  const server = createServer((request, response) => {
    if (request.url === '/sdk.mjs') response.writeHead(200, {'content-type': 'text/javascript'}).end(sdk);
    else if (request.url === '/favicon.ico') response.writeHead(204).end();
    else
      response
        .writeHead(200, {'content-type': 'text/html; charset=utf-8'})
        .end('<!doctype html><html lang="en"><title>Blank</title><body></body></html>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
