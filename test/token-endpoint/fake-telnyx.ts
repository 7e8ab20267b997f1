import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What the fake answers to one kind of request. */
export interface FakeAnswer {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

/** One request that the fake has seen. */
export interface SeenRequest {
  line: string;
  authorization?: string;
  body: string;
}

/** A stand-in for the Telnyx API on loopback: knows the four requests that a minter makes. */
export interface FakeTelnyx {
  baseURL: string;
  seen: SeenRequest[];
  /** Changes what a request (`METHOD /path`) is answered from now on. */
  answer(line: string, answer: FakeAnswer): void;
  close(): Promise<void>;
}

export async function startFakeTelnyx(): Promise<FakeTelnyx> {
  const seen: SeenRequest[] = [];
  const answers = new Map<string, FakeAnswer>([
    [
      'POST /telephony_credentials',
      {status: 201, body: JSON.stringify({data: {id: 'cred-1', sip_password: 'hidden'}})},
    ],
    [
      'POST /telephony_credentials/cred-1/token',
      {status: 201, body: 'header.payload.signature\n', headers: {'content-type': 'text/plain'}},
    ],
    ['PATCH /telephony_credentials/cred-1', {status: 200, body: '{"data":{"id":"cred-1"}}'}],
    ['DELETE /telephony_credentials/cred-1', {status: 200, body: '{}'}],
  ]);
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const line = `${request.method} ${request.url}`;
      seen.push({line, authorization: request.headers.authorization, body});
      const answer = answers.get(line) ?? {status: 404, body: '{}'};
      response.writeHead(answer.status, {'content-type': 'application/json', ...answer.headers});
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answer: (line, answer) => answers.set(line, answer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
