import type {Gateway} from '../../../demo/gateway/index.js';
import {hasFailed, microphoneIsOff, nextCallWorks, runOut} from '../support/outage.js';
import {expect, test} from '../support/visitor.js';

const NAME = 'pitfall 4: the SDK waits for ever';

const received = (gateway: Gateway, method: string): number | undefined =>
  gateway.state().frames.received[method];

for (const [name, method] of [
  ['login', 'login'],
  ['gatewayState', 'telnyx_rtc.gatewayState'],
] as const)
  test(`${NAME} for an answer to ${name}: given up, and said in words`, async ({visitor, gateway}) => {
    gateway.control('silence', {methods: [name]});
    await visitor.open(visitor.tag('tone'));
    await visitor.button().click();
    await expect.poll(() => received(gateway, method)).toBe(1);
    await runOut(visitor, 15_000);
    await hasFailed(visitor, 'connection-failed', 'We couldn’t reach the phone service.');
    await visitor.isClean(/connection-failed/);

    gateway.control('silence', {methods: []});
    await nextCallWorks(visitor, /connection-failed/);
  });

test(`${NAME} for a call to be taken: given up, and said in words`, async ({visitor, gateway}) => {
  gateway.control('silence', {methods: ['invite']});
  await visitor.open(visitor.tag('tone'));
  await visitor.button().click();
  await expect.poll(() => received(gateway, 'telnyx_rtc.invite')).toBe(1);
  await runOut(visitor, 20_000);
  await hasFailed(visitor, 'call-failed', 'Something went wrong while setting up the call.');
  await visitor.isClean(/call-failed/);

  gateway.control('silence', {methods: []});
  await nextCallWorks(visitor, /call-failed/);
});

test(`${NAME} for the far end to answer: hung up there, and said in words`, async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('ringing'));
  await visitor.button().click();
  await visitor.reaches('ringing');
  expect(gateway.state().legs).toHaveLength(1);
  await runOut(visitor, 60_000);
  await visitor.reaches('ended');
  await microphoneIsOff(visitor);
  await expect(visitor.panel).toContainText('Nobody could answer. Please try again later.');
  expect(await visitor.told('end')).toMatchObject([{reason: 'no-answer', initiator: 'local'}]);
  await visitor.isClean();

  await visitor.element().evaluate((tag) => tag.setAttribute('destination', 'tone'));
  await nextCallWorks(visitor);
});

test(`${NAME} for the answer to a goodbye: over at once, and said again`, async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('silence', {methods: ['bye']});
  await visitor.hangUp();
  await microphoneIsOff(visitor);
  await expect(visitor.panel).toContainText('Call ended');
  await expect.poll(() => received(gateway, 'telnyx_rtc.bye')).toBe(1);
  // The SDK takes the unanswered request for a broken socket after 10 s, and opens another.
  await runOut(visitor, 10_000);
  await expect.poll(() => gateway.state().logins).toBe(2);
  gateway.control('silence', {methods: []});
  await expect.poll(() => gateway.state().legs).toEqual([]);
  await visitor.isClean();
  await nextCallWorks(visitor);
});
