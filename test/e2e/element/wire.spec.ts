import {ICE_URLS} from '../../../scripts/docs/network.js';
import {expect, test} from '../support/visitor.js';

test('the login is by token alone', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const logins = visitor.sent('login');
  expect(logins).toHaveLength(1);
  const {login, passwd, login_token: token} = logins[0]?.params ?? {};
  expect({login, passwd}).toEqual({login: undefined, passwd: undefined});
  expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(visitor.sent('anonymous_login')).toEqual([]);
  await visitor.hangUp();
  await visitor.isClean();
});

test('who calls and whom, and that the call outlives its socket, stands in the invite', async ({
  visitor,
  gateway,
}) => {
  const caller = 'caller-name="Ada, from the shop" caller-number="+1 (555) 010-0077"';
  await visitor.open(visitor.tag('+1 555 010 0003', caller));
  await visitor.call();
  expect(visitor.sent('telnyx_rtc.invite').map(({params}) => params.dialogParams)).toMatchObject([
    {
      destination_number: '+15550100003',
      caller_id_name: 'Ada, from the shop',
      caller_id_number: '+15550100077',
      keepConnectionAliveOnSocketClose: true,
    },
  ]);
  expect(gateway.state().legs).toMatchObject([
    {callerName: 'Ada, from the shop', callerNumber: '+15550100077', destination: '+15550100003'},
  ]);
  await visitor.hangUp();
  await visitor.isClean();
});

test('one call report arrives for each call', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const first = gateway.state().legs[0]?.callID;
  await visitor.hangUp();
  await visitor.isClean();
  await visitor.control('Call again').click();
  await visitor.reaches('active');
  const second = gateway.state().legs[0]?.callID;
  await visitor.hangUp();
  await visitor.isClean();
  await expect.poll(() => gateway.state().reports.map(({callID}) => callID)).toEqual([first, second]);
});

test('the microphone is asked for once, with echo, noise and level taken care of', async ({visitor}) => {
  await visitor.page.addInitScript(() => {
    window.asked = [];
    const devices = navigator.mediaDevices;
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = (constraints) => {
      window.asked.push(constraints);
      return ask(constraints);
    };
  });
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const audio = {echoCancellation: true, noiseSuppression: true, autoGainControl: true};
  expect(await visitor.page.evaluate(() => window.asked)).toEqual([{audio}]);
  const settings = await visitor.page.evaluate(() =>
    window.probe.peers.flatMap((peer) => peer.getSenders()).map(({track}) => track?.getSettings()),
  );
  expect(settings).toMatchObject([audio]);
  await visitor.hangUp();
  await visitor.isClean();
});

test('the way of the sound is free: no forced relay, Telnyx’s own servers', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const configurations = await visitor.page.evaluate(() =>
    window.probe.peers.map((peer) => {
      const {iceTransportPolicy, iceServers = []} = peer.getConfiguration();
      return {iceTransportPolicy, servers: iceServers.flatMap(({urls}) => urls)};
    }),
  );
  // Those that docs/network.md names, and no other.
  const servers = expect.arrayContaining([...ICE_URLS]) as unknown;
  expect(configurations).toEqual([{iceTransportPolicy: 'all', servers}]);
  expect(configurations[0]?.servers).toHaveLength(ICE_URLS.length);
  await visitor.hangUp();
  await visitor.isClean();
});

test('no debug stream, and nothing is sent before the call but login and state', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
  const methods = visitor.frames.map(({method}) => method).filter((method) => method !== 'telnyx_rtc.ping');
  expect(methods).toEqual(['login', 'telnyx_rtc.gatewayState', 'telnyx_rtc.invite', 'telnyx_rtc.bye']);
});

declare global {
  interface Window {
    asked: unknown[];
  }
}
