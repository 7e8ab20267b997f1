import {leftovers} from '../support/probe.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('pings that nobody answers do not become errors of the page', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('silence', {methods: ['ping']});
  const pings = visitor.sent('telnyx_rtc.ping').length;
  await expect.poll(() => visitor.sent('telnyx_rtc.ping').length).toBeGreaterThan(pings);
  await visitor.hangUp();
  await visitor.isClean();
});

test('an idle line that is dropped is forgotten: the click opens a new one', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.warmUp();
  gateway.control('drop');
  await expect.poll(async () => (await leftovers(visitor.page)).sockets).toBe(0);
  await visitor.call();
  await expectTone(visitor.page, 440);
  expect(gateway.state()).toMatchObject({sockets: 1, logins: 2});
  await visitor.hangUp();
  await visitor.isClean();
});
