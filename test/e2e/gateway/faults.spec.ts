import {request} from 'node:http';
import {expect, test} from '../support/fixtures.js';
import {expectSilence, expectTone} from '../support/sound.js';

test('freeze: nothing is answered and the socket stays open, until the thaw', async ({sdk, gateway}) => {
  await sdk.login();
  gateway.control('freeze');
  await sdk.dial('tone');
  await sdk.waitFor('requesting');
  expect(gateway.state()).toMatchObject({sockets: 1, legs: []});
  gateway.control('thaw');
  await sdk.waitFor('active');
  expect(await sdk.events()).not.toContain('close');
});

test('freeze holds new sockets too', async ({sdk, gateway}) => {
  gateway.control('freeze');
  const login = sdk.login();
  await expect.poll(() => gateway.state().sockets).toBe(1);
  expect(gateway.state().logins).toBe(0);
  gateway.control('thaw');
  await login;
});

test('silence: the named methods are left unanswered', async ({sdk, gateway}) => {
  await sdk.login();
  gateway.control('silence', {methods: ['invite']});
  await sdk.dial('tone');
  await expect.poll(() => gateway.state().frames.received['telnyx_rtc.invite']).toBe(1);
  expect(await sdk.state()).toBe('requesting');
  expect(gateway.state().legs).toEqual([]);
});

test('delay: answers come late', async ({sdk, gateway}) => {
  await sdk.login();
  gateway.control('delay', {ms: 5000, methods: ['telnyx_rtc.invite']});
  await sdk.dial('tone');
  await expect.poll(() => gateway.state().frames.received['telnyx_rtc.invite']).toBe(1);
  expect(gateway.state().legs).toEqual([]);
  await sdk.waitFor('active');
});

test('cut-media and restore-media', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('tone');
  await expectTone(sdk.page, 440);
  gateway.control('cut-media');
  await expectSilence(sdk.page);
  gateway.control('restore-media');
  await expectTone(sdk.page, 440);
});

test('kill-leg with a bye ends the call', async ({sdk, gateway}) => {
  await sdk.login();
  await sdk.call('tone');
  gateway.control('kill-leg');
  await sdk.waitFor('destroy');
});

test('kill-leg in silence: the client does not notice, and its next request fails', async ({
  sdk,
  gateway,
}) => {
  await sdk.login();
  await sdk.call('tone');
  gateway.control('kill-leg', {user: 'visitor-1', silent: true});
  expect(gateway.state().legs).toEqual([]);
  expect(await sdk.hold()).toBe(false);
  expect(await sdk.state()).toBe('active');
  expect(await sdk.events()).toContain('error 44001');
});

test('the controls over HTTP', async ({sdk, gateway}) => {
  await sdk.login();
  const post = async (verb: string, body: string, origin = 'http://localhost:8080'): Promise<unknown[]> => {
    const response = await fetch(`${gateway.http}/control/${verb}`, {
      method: 'POST',
      body,
      headers: {origin, 'content-type': 'application/json'},
    });
    return [response.status, response.headers.get('access-control-allow-origin')];
  };
  expect(await post('reattach', '{"mode":"listed"}')).toEqual([200, 'http://localhost:8080']);
  expect(await post('reattach', '{"mode":"other"}')).toEqual([400, 'http://localhost:8080']);
  expect(await post('nonsense', '{}')).toEqual([400, 'http://localhost:8080']);
  expect(await post('drop', 'not JSON')).toEqual([400, 'http://localhost:8080']);
  expect(await post('drop', '[]')).toEqual([400, 'http://localhost:8080']);
  expect(await post('call', '{"user":"nobody"}')).toEqual([400, 'http://localhost:8080']);
  expect(await post('drop', '{}', 'https://example.test')).toEqual([403, null]);
  const state = await fetch(`${gateway.http}/control/state`);
  expect(await state.json()).toMatchObject({sockets: 1, clients: [{user: 'visitor-1'}], legs: []});
});

test('a name that leads to this machine is refused', async ({gateway}) => {
  const status = await new Promise((done) => {
    request(`${gateway.http}/control/state`, {headers: {host: 'example.test'}}, ({statusCode}) =>
      done(statusCode),
    ).end();
  });
  expect(status).toBe(403);
});

test('call reports are taken from any origin, and what they say is not kept', async ({gateway}) => {
  const preflight = await fetch(`${gateway.http}/call_report`, {
    method: 'OPTIONS',
    headers: {origin: 'https://example.test', 'access-control-request-headers': 'x-call-id'},
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toBe(
    'content-type, x-call-id, x-call-report-id, x-voice-sdk-id',
  );
  await fetch(`${gateway.http}/call_report`, {
    method: 'POST',
    body: '{"logs":["private"]}',
    headers: {'x-call-id': 'call-1', 'x-call-report-id': 'cr-1'},
  });
  expect(gateway.state().reports).toEqual([{callID: 'call-1', reportID: 'cr-1', size: 20}]);
});
