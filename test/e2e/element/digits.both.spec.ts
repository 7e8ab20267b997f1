import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

const send = (visitor: Visitor, digits: string): Promise<void> =>
  visitor
    .element()
    .evaluate(
      (element, digits) => (element as HTMLElementTagNameMap['telnyx-call-button']).sendDigits(digits),
      digits,
    );

test('digits arrive at the far end one by one, in order, and nothing but digits', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await send(visitor, '12 (3)');
  await send(visitor, '#a*x');
  await expect.poll(() => gateway.state().legs[0]?.dtmf).toBe('123#A*');
  expect(gateway.state().frames.received['telnyx_rtc.info']).toBe(6);
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
});

test('digits before the answer and after the call are sent to nobody', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('ringing'));
  await send(visitor, '1');
  await visitor.button().click();
  await visitor.reaches('ringing');
  await send(visitor, '2');
  await visitor.control('Cancel').click();
  await visitor.reaches('ended');
  await send(visitor, '3');
  await visitor.isClean();
  expect(gateway.state().frames.received['telnyx_rtc.info']).toBe(undefined);
});

test('digits that are not taken are no error of the page, and the next ones arrive', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('silence', {methods: ['info']});
  await send(visitor, '12');
  await expect.poll(() => gateway.state().frames.received['telnyx_rtc.info']).toBe(2);
  gateway.control('silence', {methods: []});
  await send(visitor, '3');
  await expect.poll(() => gateway.state().legs[0]?.dtmf).toMatch(/3$/);
  // The gateway does not know the call any more, and says so.
  gateway.control('kill-leg', {silent: true});
  await send(visitor, '4');
  await expect.poll(() => gateway.state().frames.received['telnyx_rtc.info']).toBe(4);
  await visitor.hangUp();
  await visitor.isClean();
});
