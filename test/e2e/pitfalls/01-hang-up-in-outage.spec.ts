import {goOffline, microphoneIsOff, nextCallWorks, runOut} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

const NAME = 'pitfall 1: hang up during an outage';

test(`${NAME}, the socket stalls and the goodbye is lost: the far end is freed all the same`, async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  gateway.control('freeze');
  await visitor.hangUp();
  await microphoneIsOff(visitor);
  expect(visitor.sent('telnyx_rtc.bye')).toHaveLength(1);
  gateway.control('drop');
  expect(gateway.state().legs).toHaveLength(1);

  gateway.control('thaw');
  await visitor.isClean();
  await nextCallWorks(visitor);
});

test(`${NAME}, the socket stalls for a while: the goodbye is said on it when it is back`, async ({
  visitor,
  gateway,
  link,
}) => {
  await visitor.open(visitor.tag('echo', '', link.url));
  await visitor.call();
  // The SDK never finds out.
  await visitor.page.evaluate(() => dispatchEvent(new Event('offline')));
  link.stall();
  await visitor.passes('reconnecting');
  await visitor.hangUp();
  await microphoneIsOff(visitor);
  expect(gateway.state().legs).toHaveLength(1);

  link.resume();
  await expect.poll(() => gateway.state().legs).toEqual([]);
  await visitor.isClean();
  expect(gateway.state().logins).toBe(1);
  await nextCallWorks(visitor);
});

test(`${NAME}, the socket stalls for good: a new one is opened to free the far end`, async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  // New sockets are served.
  gateway.control('freeze', {user: gateway.state().clients[0]?.user});
  await visitor.passes('reconnecting');
  await visitor.hangUp();
  await microphoneIsOff(visitor);
  expect(gateway.state().legs).toHaveLength(1);
  // The SDK gives a stalled socket up when what it has asked 10 s ago is not answered.
  await runOut(visitor, 10_000);
  await expect.poll(() => gateway.state().legs).toEqual([]);
  // The old socket can't even be closed before.
  gateway.control('thaw');
  await visitor.isClean();
  await nextCallWorks(visitor);
});

test(`${NAME}, and call again before it is over: one call, with sound, and the old one is freed`, async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  goOffline(gateway);
  await visitor.passes('reconnecting');
  await visitor.hangUp();
  const [old] = gateway.state().legs;
  await visitor.control('Call again').click();
  await visitor.reaches('connecting');

  gateway.control('thaw');
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await expect.poll(() => gateway.state().legs.map(({callID}) => callID !== old?.callID)).toEqual([true]);
  await visitor.hangUp();
  await visitor.isClean();
});

test(`${NAME}, and another button calls as soon as it is over: the far end is freed before`, async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('echo') + visitor.tag('tone'));
  const button = (index: number) => visitor.element(index).locator('[part=button]');
  await button(0).click();
  await visitor.reaches('active');
  goOffline(gateway);
  await visitor.passes('reconnecting');
  await visitor.element().evaluate((element) => element.remove());
  await microphoneIsOff(visitor);
  expect(gateway.state().legs).toMatchObject([{peer: 'echo'}]);

  gateway.control('thaw');
  await button(0).click();
  await visitor.reaches('active');
  expect(gateway.state().legs).toMatchObject([{peer: 'tone'}]);
  await visitor.hangUp();
  await visitor.isClean();
});

test(`${NAME} while it rings: cancelled for the visitor, and at the far end later`, async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('ringing'));
  await visitor.button().click();
  await visitor.reaches('ringing');
  goOffline(gateway);
  await visitor.passes('reconnecting');
  await visitor.control('Cancel').click();
  await visitor.reaches('ended');
  await microphoneIsOff(visitor);
  expect(await visitor.told('end')).toMatchObject([{reason: 'cancelled', initiator: 'local'}]);
  expect(gateway.state().legs).toHaveLength(1);

  gateway.control('thaw');
  await visitor.isClean();
});
