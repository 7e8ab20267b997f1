import {mintToken} from '../../../demo/gateway/index.js';
import {expect, test} from '../support/fixtures.js';

test('a token registers its user', async ({sdk, gateway}) => {
  await sdk.login('agent');
  expect(gateway.state()).toMatchObject({
    clients: [{user: 'agent', connected: true, anonymous: false}],
    logins: 1,
  });
});

test('login and password register the login name', async ({sdk, gateway}) => {
  await sdk.connect({login: 'desk', password: 'demo'});
  await sdk.ready();
  expect(gateway.state().clients).toMatchObject([{user: 'desk'}]);
});

test('an anonymous client is ready without a token', async ({sdk, gateway}) => {
  await sdk.connect({anonymous_login: {target_type: 'ai_assistant', target_id: 'assistant-1'}});
  await sdk.ready();
  expect(gateway.state().clients).toMatchObject([{anonymous: true}]);
});

test('pings go both ways', async ({sdk, gateway}) => {
  await sdk.login();
  await expect.poll(() => gateway.state().frames.received['telnyx_rtc.ping']).toBeGreaterThan(0);
  expect(await sdk.events()).toEqual(['ready']);
});

const refused = {
  'a wrong password': () => ({login: 'desk', password: 'wrong'}),
  'a token of another secret': async () => ({
    login_token: await mintToken(new Uint8Array(32), {user: 'visitor-1', expiresIn: 60}),
  }),
  'something that is no token': () => ({login_token: 'nonsense'}),
};
for (const [what, options] of Object.entries(refused))
  test(`${what} is refused`, async ({sdk, gateway}) => {
    await sdk.connect(await options());
    await expect.poll(() => sdk.events()).toEqual(['error 46001']);
    expect(gateway.state()).toMatchObject({clients: [], logins: 0});
  });

test('an expired token is refused', async ({sdk, gateway}) => {
  const login_token = await mintToken(gateway.secret, {user: 'visitor-1', expiresIn: -60});
  await sdk.connect({login_token});
  await expect.poll(() => sdk.events()).toContain('error 46001');
});

test('expire-tokens refuses a token that was good before, and takes a new one', async ({
  sdk,
  far,
  gateway,
}) => {
  const login_token = await mintToken(gateway.secret, {user: 'visitor-1', expiresIn: 3600});
  await sdk.connect({login_token});
  await sdk.ready();
  gateway.control('expire-tokens');
  await far.connect({login_token});
  await expect.poll(() => far.events()).toContain('error 46001');
  await far.login('visitor-2');
});

test('refuse-next-login refuses one login with the given code', async ({sdk, gateway}) => {
  gateway.control('refuse-next-login', {code: -32003, message: 'Gateway timeout'});
  const login_token = await mintToken(gateway.secret, {user: 'visitor-1', expiresIn: 3600});
  await sdk.connect({login_token});
  await expect.poll(() => sdk.events()).toContain('error 46001');
  await sdk.login();
});

test('refuse-next-login with -32000: the SDK logs in again and again', async ({sdk, gateway}) => {
  gateway.control('refuse-next-login', {code: -32000, times: 50});
  await sdk.login();
  expect(gateway.state()).toMatchObject({logins: 1, frames: {received: {login: 51}}});
});

for (const [what, user, events] of [
  ['a token that expires soon is warned of', 'visitor-1', ['warning 34001', 'ready']],
  ['unless its payload has a - or a _', 'visitor->>>???', ['ready']],
] as const)
  test(what, async ({sdk, gateway}) => {
    const login_token = await mintToken(gateway.secret, {user, expiresIn: 60});
    expect(/[-_]/.test(login_token.split('.')[1] ?? '')).toBe(user !== 'visitor-1');
    await sdk.connect({login_token});
    await sdk.ready();
    expect((await sdk.events()).toSorted().toReversed()).toEqual(events);
  });

test('gateway-state: a registration that is late is asked for again', async ({sdk, gateway}) => {
  gateway.control('gateway-state', {states: ['NOREG']});
  await sdk.login();
  expect(gateway.state().frames.received['telnyx_rtc.gatewayState']).toBe(2);
});

test('gateway-state: a registration that fails is reported, and the client connects anew', async ({
  sdk,
  gateway,
}) => {
  gateway.control('gateway-state', {states: ['FAILED']});
  await sdk.login();
  expect(await sdk.events()).toEqual(['error 45004', 'close', 'ready']);
  expect(gateway.state().logins).toBe(2);
});
