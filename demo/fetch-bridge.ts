import type {IncomingMessage, ServerResponse} from 'node:http';
import {Readable} from 'node:stream';

/** A Fetch API handler, as the token endpoint is one. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** Lets a Fetch API handler answer a request of Node's http server. */
export async function answerWith(
  handler: FetchHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const response = await handler(toRequest(incoming));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(await response.text());
}

function toRequest(incoming: IncomingMessage): Request {
  const {method = 'GET', url = '/', headers} = incoming;
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  const body =
    method === 'GET' || method === 'HEAD'
      ? undefined
      : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
  return new Request(new URL(url, `http://${headers.host}`), {
    method,
    headers: pairs,
    body,
    duplex: 'half',
  } as RequestInit);
}
