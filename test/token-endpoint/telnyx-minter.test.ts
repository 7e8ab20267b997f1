import assert from 'node:assert/strict';
import {after, beforeEach, test} from 'node:test';
import {MintError, telnyxMinter} from '../../src/token-endpoint/index.js';
import {startFakeTelnyx, type FakeTelnyx} from './fake-telnyx.js';

const CREATE = 'POST /telephony_credentials';
const TOKEN = 'POST /telephony_credentials/cred-1/token';
const UPDATE = 'PATCH /telephony_credentials/cred-1';
const DELETE = 'DELETE /telephony_credentials/cred-1';
let telnyx: FakeTelnyx;

beforeEach(async () => {
  await telnyx?.close();
  telnyx = await startFakeTelnyx();
});
after(() => telnyx.close());

const mint = (renewal?: string): ReturnType<ReturnType<typeof telnyxMinter>> =>
  telnyxMinter({apiKey: 'KEY-secret', connectionId: '1234567890', baseURL: telnyx.baseURL})(renewal);

async function failure(renewal?: string): Promise<MintError> {
  const error: unknown = await mint(renewal).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof MintError);
  assert.doesNotMatch(error.message, /KEY-secret|leak/);
  return error;
}

test('makes one credential that expires, then its token', async () => {
  const before = Date.now();
  const {token, expiresAt} = await mint();
  assert.equal(token, 'header.payload.signature');
  assert.deepEqual(
    telnyx.seen.map(({line}) => line),
    [CREATE, TOKEN],
  );
  assert.equal(telnyx.seen[0]?.authorization, 'Bearer KEY-secret');
  const credential = JSON.parse(telnyx.seen[0]?.body ?? '') as Record<string, string>;
  assert.equal(credential.connection_id, '1234567890');
  assert.match(credential.name ?? '', /^visitor-[0-9a-f-]{36}$/);
  assert.equal(credential.expires_at, expiresAt);
  assert.ok(Date.parse(expiresAt ?? '') >= before + 3600_000);
});

for (const status of [401, 403, 404, 422]) {
  test(`Telnyx's ${status} is our wrong set-up, tried once`, async () => {
    telnyx.answer(CREATE, {status, body: '{"errors":[{"detail":"leak"}]}'});
    assert.equal((await failure()).status, 500);
    assert.equal(telnyx.seen.length, 1);
  });
}

for (const status of [500, 502, 504]) {
  test(`Telnyx's ${status} is worth another try by the browser`, async () => {
    telnyx.answer(CREATE, {status, body: '{}'});
    assert.equal((await failure()).status, 502);
    assert.equal(telnyx.seen.length, 1);
  });
}

for (const status of [429, 503]) {
  test(`Telnyx's ${status} means busy, for as long as Telnyx says`, async () => {
    telnyx.answer(CREATE, {status, body: '{}', headers: {'retry-after': '7'}});
    const error = await failure();
    assert.deepEqual([error.status, error.retryAfter], [503, '7']);
    telnyx.answer(CREATE, {status, body: '{}'});
    assert.equal((await failure()).retryAfter, '30');
  });
}

test('an unreachable Telnyx is worth another try', async () => {
  await telnyx.close();
  assert.equal((await failure()).status, 502);
});

test('a credential that gets no token is deleted', async () => {
  telnyx.answer(TOKEN, {status: 500, body: '{}'});
  telnyx.answer(DELETE, {status: 500, body: '{}'});
  assert.equal((await failure()).status, 502);
  assert.equal(telnyx.seen.at(-1)?.line, DELETE);
});

test('answers without a credential or a token are no success', async () => {
  telnyx.answer(TOKEN, {status: 201, body: '', headers: {'content-type': 'text/plain'}});
  assert.equal((await failure()).status, 502);
  telnyx.answer(CREATE, {status: 201, body: '{}'});
  assert.equal((await failure()).status, 502);
});

/** A renewal of the one credential; what was asked for it is forgotten. */
async function renewal(): Promise<string> {
  const {renewal = ''} = await mint();
  assert.doesNotMatch(renewal, /KEY-secret/);
  telnyx.seen.length = 0;
  return renewal;
}

const lines = (): string[] => telnyx.seen.map(({line}) => line);

test('a renewal is a token of the same credential, which lives longer', async () => {
  const {expiresAt} = await mint(await renewal());
  assert.deepEqual(lines(), [UPDATE, TOKEN]);
  assert.deepEqual(JSON.parse(telnyx.seen[0]?.body ?? ''), {expires_at: expiresAt});
});

test('a credential that is gone is not renewed: another one is made', async () => {
  const known = await renewal();
  telnyx.answer(UPDATE, {status: 404, body: '{}'});
  assert.equal((await mint(known)).token, 'header.payload.signature');
  assert.deepEqual(lines(), [UPDATE, CREATE, TOKEN]);
});

test('a renewal that was not written here asks for no credential by its name', async () => {
  await mint('cred-1.0000');
  assert.deepEqual(lines(), [CREATE, TOKEN]);
});

test('a renewal that Telnyx has no time for is tried later; the credential, which is in use, stays', async () => {
  const known = await renewal();
  telnyx.answer(UPDATE, {status: 429, body: '{}'});
  assert.equal((await failure(known)).status, 503);
  telnyx.answer(UPDATE, {status: 200, body: '{}'});
  telnyx.answer(TOKEN, {status: 500, body: '{}'});
  assert.equal((await failure(known)).status, 502);
  assert.equal(lines().includes(DELETE), false);
});
