import {MICROPHONE_HZ} from '../support/browser.js';
import {expectSilence, expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('mute silences the far end, unmute brings the voice back', async ({visitor, far}) => {
  await far.login('agent');
  await far.autoAnswer();
  await visitor.open(visitor.tag('agent'));
  await visitor.call();
  const muted = () => visitor.element().evaluate((element) => Reflect.get(element, 'muted') as boolean);
  const button = visitor.panel.getByRole('button', {name: /^Muted?$/});
  await expectTone(far.page, MICROPHONE_HZ);
  await expect(button).toHaveAttribute('aria-pressed', 'false');

  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(await muted()).toBe(true);
  await expectSilence(far.page);

  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  expect(await muted()).toBe(false);
  await expectTone(far.page, MICROPHONE_HZ);
  await visitor.hangUp();
  await visitor.isClean();
});

test('the page itself can mute, and the button follows', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.element().evaluate((element) => (element as HTMLTelnyxCallButton).mute());
  await expect(visitor.control('Muted')).toHaveAttribute('aria-pressed', 'true');
  await visitor.element().evaluate((element) => (element as HTMLTelnyxCallButton).mute(false));
  await expect(visitor.control('Mute')).toHaveAttribute('aria-pressed', 'false');
  await visitor.hangUp();
  await visitor.isClean();
});

test('a new call begins unmuted', async ({visitor}) => {
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  await visitor.control('Mute').click();
  await expectSilence(visitor.page);
  await visitor.hangUp();
  await visitor.control('Call again').click();
  await visitor.reaches('active');
  await expect(visitor.control('Mute')).toHaveAttribute('aria-pressed', 'false');
  await expectTone(visitor.page, MICROPHONE_HZ);
  await visitor.hangUp();
  await visitor.isClean();
});

test('somebody who talks into the muted microphone is told, and unmutes there', async ({visitor, far}) => {
  await far.login('agent');
  await far.autoAnswer();
  await visitor.open(visitor.tag('agent'));
  await visitor.call();
  await expectTone(far.page, MICROPHONE_HZ);
  const told = visitor.panel.getByText('You’re muted. They can’t hear you.');
  await expect(told).toHaveCount(0);

  await visitor.element().evaluate((element) => (element as HTMLTelnyxCallButton).mute());
  await expect(told).toBeVisible();
  await expectSilence(far.page);

  await visitor.control('Unmute').first().click();
  await expect(told).toHaveCount(0);
  await expectTone(far.page, MICROPHONE_HZ);
  await visitor.hangUp();
  await visitor.isClean();
});

type HTMLTelnyxCallButton = HTMLElementTagNameMap['telnyx-call-button'];
