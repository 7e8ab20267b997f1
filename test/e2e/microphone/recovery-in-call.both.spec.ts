import {en} from '../../../src/locales/en.js';
import {MICROPHONE_HZ} from '../support/browser.js';
import {microphoneOf} from '../support/microphone-faults.js';
import {microphoneIsOff} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

for (const [state, code] of [
  ['denied', 'microphone-revoked'],
  ['missing', 'microphone-unplugged'],
] as const) {
  test(`microphone ${state} in a call: the call goes on, and so does the microphone once it is back`, async ({
    visitor,
    gateway,
  }) => {
    const dialog = visitor.page.getByRole('dialog', {name: en.dialog.title[code]});
    const microphone = await microphoneOf(visitor.page, visitor.shop.url);
    await visitor.open(visitor.tag('echo'));
    await visitor.call();
    await microphone.is(state);
    await expect(dialog).toBeVisible();
    expect(await visitor.state()).toBe('active');
    expect(gateway.state().legs).toHaveLength(1);
    await microphoneIsOff(visitor);
    await microphone.is('granted');
    await expect(dialog).toHaveCount(0);
    await expectTone(visitor.page, MICROPHONE_HZ);
    await visitor.hangUp();
    await visitor.isClean();
  });
}
