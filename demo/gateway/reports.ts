import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Reports} from './faults.js';

/** Largest report that is read, in bytes. */
const MAX_REPORT = 5 * 1024 * 1024;

/** A call report that arrived: what it says about itself, never its body. */
export interface Report {
  callID: string;
  reportID: string;
  /** bytes */
  size: number;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'content-type, x-call-id, x-call-report-id, x-voice-sdk-id',
  'access-control-max-age': '600',
};

const header = (request: IncomingMessage, name: string): string =>
  String(request.headers[name] ?? '').slice(0, 128);

/** `/call_report`: takes a report from any origin, as the real service does, and notes that it came. */
export async function takeReport(
  request: IncomingMessage,
  response: ServerResponse,
  mode: Reports,
  note: (report: Report) => void,
): Promise<void> {
  if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
  if (mode === 'hang') return;
  if (mode === 'refuse') return void response.writeHead(500, CORS).end();
  if (request.method !== 'POST') return void response.writeHead(405, {allow: 'POST, OPTIONS'}).end();
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_REPORT) return void response.writeHead(413, {...CORS, connection: 'close'}).end();
  }
  note({callID: header(request, 'x-call-id'), reportID: header(request, 'x-call-report-id'), size});
  response.writeHead(200, {...CORS, 'content-type': 'application/json'}).end('{"status":"ok"}');
}
