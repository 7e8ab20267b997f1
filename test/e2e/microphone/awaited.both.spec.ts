import {en} from '../../../src/locales/en.js';
import {MICROPHONE_HZ} from '../support/browser.js';
import {microphoneOf} from '../support/microphone-faults.js';
import {runOut} from '../support/outage.js';
import {leftovers} from '../support/probe.js';
import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

// To the SDK a call that is taken up again is one to be answered: it asks for a microphone, as for an incoming one.

const card = ({page}: Visitor) => page.getByRole('dialog', {name: en.dialog.title['microphone-revoked']});

/** A call whose microphone is revoked, and which is taken up again then: it can't be without one. */
async function takenUpWithout(visitor: Visitor, destination = 'echo') {
  const microphone = await microphoneOf(visitor.page, visitor.shop.url);
  await visitor.open(visitor.tag(destination));
  await visitor.call();
  await microphone.is('denied');
  await expect(card(visitor)).toBeVisible();
  visitor.gateway.control('drop');
  await expect(card(visitor)).toContainText(/Your call waits for it: \d+ s/);
  expect(await visitor.state()).toBe('reconnecting');
  return microphone;
}

test('a call is taken up again without a microphone: it waits for one, and goes on with it', async ({
  visitor,
  gateway,
}) => {
  const microphone = await takenUpWithout(visitor);
  await microphone.is('granted');
  await visitor.reaches('active');
  await expect(card(visitor)).toHaveCount(0);
  await expectTone(visitor.page, MICROPHONE_HZ);
  expect(gateway.state().legs).toHaveLength(1);
  await visitor.hangUp();
  await visitor.isClean();
});

test('a call is taken up again without a microphone, and none is wanted: it goes on in silence, and with one later', async ({
  visitor,
  gateway,
}) => {
  const microphone = await takenUpWithout(visitor, 'tone');
  await card(visitor).getByRole('button', {name: en.dialog.goOnWithout}).click();
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await expect(visitor.panel).toContainText(en.notHeard);
  // A second time nothing is asked: the visitor has said so.
  gateway.control('drop');
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(2);
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);

  expect((await leftovers(visitor.page)).microphones).toBe(0);
  await microphone.is('granted');
  await expect.poll(async () => (await leftovers(visitor.page)).microphones).toBeGreaterThan(0);
  await expect(visitor.panel).not.toContainText(en.notHeard);
  await visitor.hangUp();
  await visitor.isClean();
});

test('a call is taken up again without a microphone, and hung up: over at once, at the far end, too', async ({
  visitor,
}) => {
  await takenUpWithout(visitor);
  await visitor.element().evaluate((element) => (element as HTMLElement & {hangUp(): void}).hangUp());
  await visitor.reaches('ended');
  expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
  await visitor.isClean();
});

test('a call is taken up again without a microphone, and none comes: lost, in words', async ({visitor}) => {
  await takenUpWithout(visitor);
  // The SDK's patience, and that alone.
  await runOut(visitor, 20_000);
  await visitor.reaches('ended');
  await expect(visitor.panel).toContainText('The connection was lost and did not come back.');
  await visitor.isClean();
});
