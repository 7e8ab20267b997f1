import assert from 'node:assert/strict';
import {test} from 'node:test';
import {jwtVerify} from 'jose';
import {localMinter} from '../../src/token-endpoint/index.js';

const secret = new TextEncoder().encode('a secret of at least thirty-two bytes');

test('each visitor gets a name of their own and an hour', async () => {
  const mint = localMinter({secret});
  const [one, other] = [await mint(), await mint()];
  const {payload, protectedHeader} = await jwtVerify(one.token, secret);
  assert.equal(protectedHeader.alg, 'HS256');
  assert.match(payload.sub ?? '', /^visitor-[0-9a-f-]{36}$/);
  assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 3600);
  assert.equal(one.expiresAt, new Date((payload.exp ?? 0) * 1000).toISOString());
  assert.notEqual((await jwtVerify(other.token, secret)).payload.sub, payload.sub);
});

test('a renewal is for the same visitor; one that was not written here is for another', async () => {
  const mint = localMinter({secret});
  const who = async (renewal?: string) => (await jwtVerify((await mint(renewal)).token, secret)).payload.sub;
  const {token, renewal = ''} = await mint();
  const {sub} = (await jwtVerify(token, secret)).payload;
  assert.equal(await who(renewal), sub);
  const [name, signature] = renewal.split('.');
  const forged = ['', '.', name, `${name}.`, `agent.${signature}`, `${renewal}0`, renewal.replace(/.$/, '!')];
  for (const other of forged) assert.notEqual(await who(other), sub, other);
  assert.notEqual(await who(`agent.${signature}`), 'agent');
});

test('a fixed user and lifetime can be given', async () => {
  const {token} = await localMinter({secret, user: 'agent', lifetime: 60})();
  const {payload} = await jwtVerify(token, secret);
  assert.equal(payload.sub, 'agent');
  assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 60);
});
