import {MICROPHONE_HZ} from '../support/browser.js';
import {expectSilence, expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('the server drops the socket: the call is taken up again, lives and can be hung up', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  await expectTone(visitor.page, MICROPHONE_HZ);
  gateway.control('drop');
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await expectTone(visitor.page, MICROPHONE_HZ);
  expect(await visitor.state()).toBe('active');
  expect((await visitor.states()).slice(-3)).toEqual(['active', 'reconnecting', 'active']);
  await visitor.control('Mute').click();
  await expect(visitor.control('Muted')).toHaveAttribute('aria-pressed', 'true');
  await visitor.hangUp();
  expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
  // The console's own line for a socket that was cut.
  await visitor.isClean();
  expect(visitor.sent('telnyx_rtc.bye')).toHaveLength(1);
});

test('the call is muted when the socket drops: it stays muted', async ({visitor, far, gateway}) => {
  await far.login('agent');
  await far.autoAnswer(700);
  await visitor.open(visitor.tag('agent'));
  await visitor.call();
  await visitor.control('Mute').click();
  await expect(visitor.control('Muted')).toHaveAttribute('aria-pressed', 'true');
  const [user] = gateway.state().clients.filter(({user}) => user !== 'agent');
  gateway.control('drop', {user: user?.user});
  await expect.poll(() => gateway.state().legs.some(({attaches}) => attaches === 1)).toBe(true);
  await expectTone(visitor.page, 700);
  await expectSilence(far.page);
  await expect(visitor.control('Muted')).toHaveAttribute('aria-pressed', 'true');
  await visitor.hangUp();
  await visitor.isClean();
});

test('the server has lost the call: the visitor is told, and can call again', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('reattach', {mode: 'without-call'});
  gateway.control('drop');
  await visitor.reaches('ended');
  await expect(visitor.panel).toContainText('The connection was lost');
  expect(await visitor.told('end')).toMatchObject([{reason: 'lost', initiator: 'network'}]);
  await visitor.control('Call again').click();
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
});

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
  await expect.poll(() => gateway.state().sockets).toBe(0);
  await visitor.call();
  await expectTone(visitor.page, 440);
  expect(gateway.state()).toMatchObject({sockets: 1, logins: 2});
  await visitor.hangUp();
  await visitor.isClean();
});
