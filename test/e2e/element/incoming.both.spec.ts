import {mintToken} from '../../../demo/gateway/index.js';
import {en} from '../../../src/locales/en.js';
import {MICROPHONE_HZ} from '../support/browser.js';
import {nearlyExpired, runOut} from '../support/outage.js';
import {leftovers} from '../support/probe.js';
import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

/** Whoever the gateway knows the visitor by. */
function userOf({gateway}: Visitor): string {
  return gateway.state().clients.find(({connected}) => connected)?.user ?? '';
}

/** A page whose button can be called. */
async function registered(visitor: Visitor, more = ''): Promise<void> {
  await visitor.open(visitor.tag('echo', `receive warm-up="load" ${more}`));
  await visitor.isReady();
  await expect.poll(() => userOf(visitor)).not.toBe('');
}

/** Somebody calls, and it rings. */
async function ring(visitor: Visitor, more: Record<string, unknown> = {}): Promise<void> {
  visitor.gateway.control('call', {
    user: userOf(visitor),
    number: 'echo',
    name: 'Ada Byron',
    from: '+442079460958',
    ...more,
  });
  await visitor.reaches('incoming');
}

/** The button is not wanted any more: all that it held is let go. */
async function removed(visitor: Visitor): Promise<void> {
  await visitor.element().evaluate((element) => element.remove());
  await visitor.isClean();
}

test('a call comes in: the panel says who, nothing is opened, and it is answered with sound both ways', async ({
  visitor,
  gateway,
}) => {
  await registered(visitor);
  await ring(visitor);
  await expect(visitor.panel).toContainText('Ada Byron');
  await expect(visitor.panel).toContainText('+442079460958');
  await expect(visitor.place.getByRole('status')).toContainText('Incoming call');
  expect(await leftovers(visitor.place)).toMatchObject({microphones: 0, peers: 0});
  expect(await visitor.told('request')).toMatchObject([{source: 'incoming'}]);

  await visitor.control(en.answer).click();
  await visitor.reaches('active');
  await expectTone(visitor.page, MICROPHONE_HZ);
  expect(gateway.state().legs).toHaveLength(1);
  await visitor.hangUp();
  expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
  // It can be called again.
  await ring(visitor);
  await visitor.control(en.decline).click();
  await visitor.reaches('ended');
  await removed(visitor);
});

test('a call comes in and is declined: the caller hears busy, and the visitor sees nothing more of it', async ({
  visitor,
  gateway,
}) => {
  await registered(visitor);
  await ring(visitor);
  await visitor.control(en.decline).click();
  await visitor.reaches('ended');
  expect(await visitor.told('end')).toMatchObject([
    {reason: 'declined', initiator: 'local', cause: 'USER_BUSY'},
  ]);
  await expect(visitor.panel).toHaveCount(0);
  await expect.poll(() => gateway.state().legs).toEqual([]);
  expect(await leftovers(visitor.place)).toMatchObject({microphones: 0, peers: 0});
  await removed(visitor);
});

test('a caller gives up: the visitor reads that a call was missed', async ({visitor, gateway}) => {
  await registered(visitor);
  await ring(visitor);
  gateway.control('hang-up');
  await visitor.reaches('ended');
  expect(await visitor.told('end')).toMatchObject([{reason: 'missed', initiator: 'remote'}]);
  await expect(visitor.panel).toContainText(en.ended.missed);
  await removed(visitor);
});

test('a second call comes in while one is up: declined as busy, and the first goes on', async ({
  visitor,
  gateway,
}) => {
  await registered(visitor);
  await ring(visitor);
  await visitor.control(en.answer).click();
  await visitor.reaches('active');
  gateway.control('call', {user: userOf(visitor), number: 'tone'});
  await expect.poll(() => gateway.state().frames.received['telnyx_rtc.bye']).toBe(1);
  await expect.poll(() => gateway.state().legs.length).toBe(1);
  expect(await visitor.state()).toBe('active');
  await expectTone(visitor.page, MICROPHONE_HZ);
  await visitor.hangUp();
  await removed(visitor);
});

test('the microphone is denied at the answer: the call waits for it, and goes on with it', async ({
  visitor,
  microphone,
}) => {
  await registered(visitor);
  await microphone.is('denied');
  await ring(visitor);
  await visitor.control(en.answer).click();
  const dialog = visitor.page.getByRole('dialog', {name: en.dialog.title['microphone-denied']});
  await expect(dialog).toContainText(/Your call waits for it: \d+ s/);
  await microphone.is('granted');
  await visitor.reaches('active');
  await expectTone(visitor.page, MICROPHONE_HZ);
  await visitor.hangUp();
  await removed(visitor);
});

test('the microphone is denied at the answer, and none comes: missed at the deadline', async ({
  visitor,
  microphone,
}) => {
  await registered(visitor);
  await microphone.is('denied');
  await ring(visitor);
  await visitor.control(en.answer).click();
  const dialog = visitor.page.getByRole('dialog', {name: en.dialog.title['microphone-denied']});
  await expect(dialog).toContainText(/Your call waits for it/);
  // The SDK's patience, and that alone.
  await runOut(visitor, 20_000);
  await visitor.reaches('ended');
  expect(await visitor.told('end')).toMatchObject([{reason: 'missed'}]);
  await removed(visitor);
});

test('the microphone is denied at the answer, and the visitor declines: over at once', async ({
  visitor,
  microphone,
}) => {
  await registered(visitor);
  await microphone.is('denied');
  await ring(visitor);
  await visitor.control(en.answer).click();
  const dialog = visitor.page.getByRole('dialog', {name: en.dialog.title['microphone-denied']});
  await expect(dialog).toContainText(/Your call waits for it/);
  await visitor.element().evaluate((element) => (element as HTMLElement & {hangUp(): void}).hangUp());
  await visitor.reaches('ended');
  expect(await visitor.told('end')).toMatchObject([{reason: 'declined', initiator: 'local'}]);
  await removed(visitor);
});

test('the socket of a button that can be called is lost: it can be called again', async ({
  visitor,
  gateway,
}) => {
  await registered(visitor);
  const asked = () => gateway.state().frames.received['telnyx_rtc.gatewayState'] ?? 0;
  const before = asked();
  gateway.control('drop');
  await expect.poll(asked).toBeGreaterThan(before);
  await expect.poll(() => userOf(visitor)).not.toBe('');
  await ring(visitor);
  await visitor.control(en.decline).click();
  await visitor.reaches('ended');
  await removed(visitor);
});

test('the visitor of a button that can be called calls, and it can be called afterwards', async ({
  visitor,
}) => {
  await registered(visitor);
  await visitor.call();
  await expectTone(visitor.page, MICROPHONE_HZ);
  await visitor.hangUp();
  await visitor.control(en.close).click();
  await ring(visitor);
  await visitor.control(en.decline).click();
  await visitor.reaches('ended');
  await removed(visitor);
});

test('a token is about to expire: a new one is used before, and it can be called', async ({
  visitor,
  gateway,
  shop,
}) => {
  shop.token = async () =>
    Response.json({token: await mintToken(gateway.secret, {user: 'visitor-1', expiresIn: 3600})});
  await registered(visitor);
  shop.token = shop.mint;
  await nearlyExpired(visitor, 60_000);
  await expect.poll(() => userOf(visitor)).not.toMatch(/^(visitor-1)?$/);
  await ring(visitor);
  await visitor.control(en.decline).click();
  await visitor.reaches('ended');
  await removed(visitor);
});

test('the page keeps a caller out: declined without a sound', async ({visitor, gateway}) => {
  await registered(visitor);
  await visitor.place.evaluate(() =>
    addEventListener('telnyx-call-request', (event) => event.preventDefault(), {once: true}),
  );
  gateway.control('call', {user: userOf(visitor)});
  await expect.poll(() => gateway.state().frames.received['telnyx_rtc.bye']).toBe(1);
  expect(await visitor.states()).toEqual([]);
  await removed(visitor);
});

test('a button that can be called registers with the first intent, and not before', async ({visitor}) => {
  await visitor.open(visitor.tag('echo', 'receive'));
  await expect(visitor.button()).toBeVisible();
  expect(visitor.requests.filter((url) => /token|kit|^ws/.test(url))).toEqual([]);
  await visitor.warmUp();
  await ring(visitor);
  await visitor.control(en.decline).click();
  await visitor.reaches('ended');
  await removed(visitor);
});
