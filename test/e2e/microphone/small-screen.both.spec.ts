import {en} from '../../../src/locales/en.js';
import {microphoneOf} from '../support/microphone-faults.js';
import {expect, test} from '../support/visitor.js';

test('on a phone the card covers the panel, and hangs up in its stead', async ({visitor, gateway}) => {
  const card = visitor.page.getByRole('dialog', {name: en.dialog.title['microphone-revoked']});
  await visitor.page.setViewportSize({width: 360, height: 740});
  const microphone = await microphoneOf(visitor.page, visitor.shop.url);
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  await microphone.is('denied');
  await card.getByRole('button', {name: en.hangUp}).click();
  await expect(card).toHaveCount(0);
  await visitor.reaches('ended');
  await expect.poll(() => gateway.state().legs).toEqual([]);
  await visitor.isClean();
});

test('beside the panel the card leaves hanging up to it', async ({visitor}) => {
  const card = visitor.page.getByRole('dialog', {name: en.dialog.title['microphone-unplugged']});
  const microphone = await microphoneOf(visitor.page, visitor.shop.url);
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  await microphone.is('missing');
  await expect(card).toBeVisible();
  await expect(card.getByRole('button', {name: en.hangUp})).toHaveCount(0);
  await expect(visitor.element()).not.toContainText(en.notHeard);
  await card.getByRole('button', {name: en.dialog.goOnWithout}).click();
  await expect(visitor.element()).toContainText(en.notHeard);
  await visitor.hangUp();
  await visitor.isClean();
});
