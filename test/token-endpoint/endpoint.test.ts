import assert from 'node:assert/strict';
import {afterEach, beforeEach, mock, test} from 'node:test';
import {createTokenEndpoint, MintError, type TokenEndpointOptions} from '../../src/token-endpoint/index.js';

const URL_HERE = 'https://shop.example/api/telnyx-token';
let logged: string[];

beforeEach(() => {
  logged = [];
  mock.method(console, 'error', (...parts: unknown[]) => logged.push(parts.join(' ')));
});
afterEach(() => mock.restoreAll());

function ask(
  init: RequestInit & {duplex?: 'half'} = {},
  options: Partial<TokenEndpointOptions> = {},
): Promise<Response> {
  const endpoint = createTokenEndpoint({mint: async () => ({token: 'a.b.c'}), ...options});
  return endpoint(new Request(URL_HERE, {method: 'POST', ...init}));
}
const from = (origin: string, more?: Record<string, string>): RequestInit => ({headers: {origin, ...more}});

test('answers a POST with a token and nothing that was not set', async () => {
  const response = await ask({body: '{"destination":"+12345678900","page":"https://shop.example/"}'});
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.match(response.headers.get('content-type') ?? '', /^application\/json/);
  assert.deepEqual(await response.json(), {token: 'a.b.c'});
});

test('names destination, caller and expiry when they are set', async () => {
  const caller = {destination: '+15550100', callerName: 'Website', callerNumber: '+15550101'};
  const expiresAt = '2030-01-01T00:00:00.000Z';
  const response = await ask({}, {...caller, mint: async () => ({token: 'a.b.c', expiresAt})});
  assert.deepEqual(await response.json(), {token: 'a.b.c', expiresAt, ...caller});
});

test('hands a renewal to the minter and back', async () => {
  const mint = async (renewal = 'none') => ({token: 'a.b.c', renewal: `after ${renewal}`});
  assert.deepEqual(await (await ask({}, {mint})).json(), {token: 'a.b.c', renewal: 'after none'});
  const body = '{"renewal":"cred-1.signed"}';
  const answer: unknown = await (await ask({body}, {mint})).json();
  assert.deepEqual(answer, {token: 'a.b.c', renewal: 'after cred-1.signed'});
});

test('takes POST only', async () => {
  for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
    const response = await ask({method});
    assert.equal(response.status, 405, method);
    assert.equal(response.headers.get('allow'), 'POST');
  }
});

test('refuses nonsense without minting', async () => {
  const mint = mock.fn(async () => ({token: 'a.b.c'}));
  for (const body of [
    '{',
    '[]',
    '"text"',
    'null',
    '7',
    '{"destination":1}',
    '{"page":{}}',
    '{"renewal":[]}',
    `{"renewal":"${'1'.repeat(513)}"}`,
    `{"destination":"${'1'.repeat(257)}"}`,
  ]) {
    assert.equal((await ask({body}, {mint})).status, 400, body.slice(0, 40));
  }
  assert.equal((await ask({body: `{"page":"${'x'.repeat(4096)}"}`}, {mint})).status, 413);
  assert.equal(mint.mock.callCount(), 0);
});

test('stops reading a body that never ends', async () => {
  const body = new ReadableStream({pull: (controller) => controller.enqueue(new Uint8Array(1024))});
  assert.equal((await ask({body, duplex: 'half'})).status, 413);
});

test('an empty body and unknown fields are fine', async () => {
  for (const body of ['', '  ', '{}', '{"new":true}']) assert.equal((await ask({body})).status, 200, body);
});

test('pages of the same site may ask, others may not', async () => {
  assert.equal((await ask(from('https://shop.example'))).status, 200);
  assert.equal((await ask(from('http://shop.example'))).status, 200, 'TLS ends at a proxy');
  assert.equal(
    (await ask(from('https://www.shop.example', {'sec-fetch-site': 'same-origin'}))).status,
    200,
    'host rewritten by a proxy',
  );
  for (const origin of ['https://other.example', 'https://shop.example.other.example', 'null', 'nonsense']) {
    const response = await ask(from(origin));
    assert.equal(response.status, 403, origin);
    assert.equal(response.headers.get('access-control-allow-origin'), null);
  }
});

test('a listed origin may ask with cookies, after a preflight', async () => {
  const options = {allowedOrigins: ['https://other.example']};
  const preflight = await ask({method: 'OPTIONS', ...from('https://other.example')}, options);
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-methods'), 'POST');
  assert.equal(preflight.headers.get('access-control-allow-headers'), 'content-type');
  for (const response of [preflight, await ask(from('https://other.example'), options)]) {
    assert.equal(response.headers.get('access-control-allow-origin'), 'https://other.example');
    assert.equal(response.headers.get('access-control-allow-credentials'), 'true');
    assert.equal(response.headers.get('vary'), 'origin');
  }
  assert.equal((await ask({method: 'OPTIONS', ...from('https://third.example')}, options)).status, 403);
});

test('says busy with the time to come back', async () => {
  const mint = async (): Promise<never> => {
    throw new MintError('Telnyx answered 429', 503, '12');
  };
  const response = await ask({}, {mint});
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '12');
  assert.deepEqual(await response.json(), {error: 'busy'});
  assert.deepEqual(logged, ['Token endpoint: Telnyx answered 429.']);
});

test('an unknown failure tells neither the browser nor the log what it holds', async () => {
  const mint = async (): Promise<never> => {
    throw new TypeError('KEY-secret');
  };
  const response = await ask({}, {mint});
  assert.equal(response.status, 500);
  assert.deepEqual(await response.json(), {error: 'misconfigured'});
  assert.deepEqual(logged, ['Token endpoint: the minter failed (TypeError).']);
});
