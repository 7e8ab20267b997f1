import type {TelnyxCallRequestEvent} from '../../../src/events.js';
import {expectSound, expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

/** A UUID (RFC 9562). */
const ID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) as unknown;

test('every event of a call, with all that it carries', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('+1 (555) 010-0003', 'id="sales"'));
  await visitor.warmUp();
  await visitor.call();
  const callId = gateway.state().legs[0]?.callID;
  expect(await visitor.element().evaluate((element) => Reflect.get(element, 'callId') as unknown)).toBe(
    callId,
  );
  await visitor.hangUp();
  const {duration} = (await visitor.told('end'))[0] ?? {};
  expect(await visitor.diary()).toEqual([
    {type: 'request', on: 'sales', destination: '+15550100003', source: 'user'},
    {type: 'state', on: 'sales', state: 'preparing', previous: 'idle', callId: ''},
    {type: 'state', on: 'sales', state: 'connecting', previous: 'preparing', callId: ''},
    {type: 'state', on: 'sales', state: 'ringing', previous: 'connecting', callId},
    {type: 'state', on: 'sales', state: 'active', previous: 'ringing', callId},
    {type: 'state', on: 'sales', state: 'ended', previous: 'active', callId},
    {
      type: 'end',
      on: 'sales',
      callId,
      reason: 'ended',
      initiator: 'local',
      cause: 'NORMAL_CLEARING',
      sipCode: undefined,
      duration: expect.any(Number) as unknown,
    },
  ]);
  expect(duration).toBe(await visitor.element().evaluate((element) => Reflect.get(element, 'duration')));
  await visitor.isClean();
});

const MISSED = [
  {to: 'busy', reason: 'busy', cause: 'USER_BUSY', sipCode: 486, text: 'The line is busy'},
  {to: 'declined', reason: 'declined', cause: 'CALL_REJECTED', sipCode: 603, text: 'The call was declined'},
  {
    to: 'unallocated',
    reason: 'unreachable',
    cause: 'UNALLOCATED_NUMBER',
    sipCode: 404,
    text: 'This number can’t be reached',
  },
  {to: 'agent', reason: 'no-answer', cause: 'SUBSCRIBER_ABSENT', sipCode: 480, text: 'Nobody could answer'},
];

for (const {to, text, ...end} of MISSED)
  test(`${to}: said in words, with the way out and another try`, async ({visitor}) => {
    await visitor.open(visitor.tag(to));
    await visitor.button().click();
    await visitor.reaches('ended');
    await expect(visitor.panel).toContainText(text);
    await expect(visitor.link).toBeVisible();
    await expect(visitor.control('Try again')).toBeVisible();
    expect(await visitor.told('end')).toEqual([
      {type: 'end', on: '', callId: ID, initiator: 'remote', duration: 0, ...end},
    ]);
    expect(await visitor.told('error')).toEqual([]);
    await visitor.isClean();
  });

test('never answered: it rings until the visitor cancels', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('ringing'));
  await visitor.button().click();
  await visitor.reaches('ringing');
  await expect(visitor.panel).toContainText('Ringing…');
  await visitor.control('Cancel').click();
  await visitor.reaches('ended');
  await expect(visitor.panel).toBeHidden();
  expect(await visitor.told('end')).toEqual([
    {
      type: 'end',
      on: '',
      callId: ID,
      reason: 'cancelled',
      initiator: 'local',
      cause: 'ORIGINATOR_CANCEL',
      sipCode: undefined,
      duration: 0,
    },
  ]);
  await visitor.isClean();
  expect(gateway.state().frames.received['telnyx_rtc.bye']).toBe(1);
});

test('an announcement is heard before the answer, while it rings', async ({visitor, gateway}) => {
  gateway.control('withhold', {methods: ['answer']});
  await visitor.open(visitor.tag('announcement'));
  await visitor.button().click();
  await expectSound(visitor.page);
  expect(await visitor.state()).toBe('ringing');
  expect(gateway.state().frames.sent).not.toHaveProperty('telnyx_rtc.answer');
  visitor.sendAnswer();
  await visitor.reaches('active');
  expect((await visitor.states()).slice(-2)).toEqual(['ringing', 'active']);
  await visitor.hangUp();
  await visitor.isClean();
});

test('the far end hangs up after a talk: its length is told', async ({visitor}) => {
  await visitor.open(visitor.tag('short'));
  await visitor.call();
  await expect(visitor.panel.getByRole('timer')).toHaveText('0:02');
  await visitor.reaches('ended');
  const [end] = await visitor.told('end');
  expect(end).toMatchObject({reason: 'ended', initiator: 'remote', cause: 'NORMAL_CLEARING'});
  expect(end?.duration).toBeGreaterThanOrEqual(2);
  await expect(visitor.panel).toContainText(`${String(end?.duration)} s`);
  await visitor.isClean();
});

test('a page can forbid a call, and hold it back until it is ready', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.page.evaluate(() => {
    addEventListener('telnyx-call-request', (event) => event.preventDefault(), {once: true});
  });
  await visitor.warmUp();
  await visitor.button().click();
  expect(await visitor.diary()).toMatchObject([{type: 'request'}]);
  await visitor.page.evaluate(() => {
    addEventListener(
      'telnyx-call-request',
      (event) =>
        (event as TelnyxCallRequestEvent).waitUntil(new Promise((resolve) => (window.consent = resolve))),
      {once: true},
    );
  });
  await visitor.button().click();
  await expect(visitor.button()).toHaveAttribute('aria-busy', 'true');
  expect(gateway.state().legs).toEqual([]);
  expect(await visitor.state()).toBe('idle');
  await visitor.page.evaluate(() => window.consent());
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
});

declare global {
  interface Window {
    consent: (value?: unknown) => void;
  }
}
