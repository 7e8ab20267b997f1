import {goOffline, hasFailed, nextCallWorks} from '../support/outage.js';
import {leftovers} from '../support/probe.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('pitfall 2: what is sent without a socket is lost: a call waits until there is one', async ({
  visitor,
  gateway,
}) => {
  // The visitor looks at the browser's question while the line is lost.
  await visitor.page.addInitScript(() => {
    const {mediaDevices} = navigator;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    const allowed = new Promise((resolve) => addEventListener('allow', resolve, {once: true}));
    mediaDevices.getUserMedia = (constraints) => allowed.then(() => ask(constraints));
  });
  await visitor.open(visitor.tag('tone'));
  await visitor.warmUp();
  await visitor.button().click();
  goOffline(gateway);
  await expect.poll(() => gateway.state().clients.map(({connected}) => connected)).toEqual([false]);
  await visitor.page.evaluate(() => dispatchEvent(new Event('allow')));
  await visitor.reaches('connecting');
  gateway.control('thaw');
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  expect(visitor.sent('telnyx_rtc.invite')).toHaveLength(1);
  await visitor.hangUp();
  await visitor.isClean();
  await nextCallWorks(visitor);
});

test('pitfall 3: the server asks for a login again and again: given up after a few, and said in words', async ({
  visitor,
  gateway,
}) => {
  let logins = 0;
  let down = true;
  await visitor.page.routeWebSocket(`${gateway.url}/**`, (socket) => {
    if (!down) return void socket.connectToServer();
    socket.onMessage((text) => {
      const {id, method} = JSON.parse(String(text)) as {id: string; method?: string};
      if (method !== 'login') return;
      logins += 1;
      socket.send(JSON.stringify({jsonrpc: '2.0', id, error: {code: -32000, message: 'GATEWAY_DOWN'}}));
    });
  });
  await visitor.open(visitor.tag('tone'));
  await visitor.button().click();
  await hasFailed(visitor, 'login-refused', 'Calling isn’t available at the moment.');
  await visitor.isClean(/login-refused/);
  expect(logins).toBeLessThan(10);

  down = false;
  await nextCallWorks(visitor, /login-refused/);
});

test('pitfall 3: one such refusal, after which the SDK logs in again: the call is made', async ({
  visitor,
  gateway,
}) => {
  gateway.control('refuse-next-login', {code: -32000});
  await visitor.open(visitor.tag('tone'));
  await visitor.button().click();
  // The SDK logs in a second time, and only then reports the first as failed.
  await visitor.reaches('active');
  expect(visitor.sent('login')).toHaveLength(2);
  await visitor.hangUp();
  await visitor.isClean();
  await nextCallWorks(visitor);
});

test('pitfall 5: the same client is never ready twice: each call has a line that is', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
  await nextCallWorks(visitor);
  await nextCallWorks(visitor);
  expect(gateway.state().logins).toBe(3);
});

test('pitfall 5: a line that was told to go before the click: the click has one that is ready', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.warmUp();
  gateway.control('punt');
  await expect.poll(async () => (await leftovers(visitor.page)).sockets).toBe(0);
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
  await nextCallWorks(visitor);
});
