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
  await visitor.reaches('active');
  expect((await visitor.states()).slice(-3)).toEqual(['active', 'reconnecting', 'active']);
  await visitor.control('Mute').click();
  await expect(visitor.control('Muted')).toHaveAttribute('aria-pressed', 'true');
  await visitor.hangUp();
  expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
  await visitor.isClean();
  expect(gateway.state().frames.received['telnyx_rtc.bye']).toBe(1);
});

test('the call is muted when the socket drops: it stays muted, until the visitor says so', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  await visitor.control('Mute').click();
  gateway.control('drop');
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await visitor.reaches('active');
  await expectSilence(visitor.page);
  await expect(visitor.control('Muted')).toHaveAttribute('aria-pressed', 'true');
  await visitor.control('Muted').click();
  await expectTone(visitor.page, MICROPHONE_HZ);
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
