import {en} from '../../../src/locales/en.js';
import {microphoneOf, type MicrophoneState} from '../support/microphone-faults.js';
import {expect, test, type Visitor} from '../support/visitor.js';

const title: Record<string, string> = en.dialog.title;

/** A page whose microphone is like that, and the click on its button. */
async function click(visitor: Visitor, state: MicrophoneState) {
  const microphone = await microphoneOf(visitor.page, visitor.shop.url);
  await microphone.is(state);
  await visitor.open(visitor.tag('echo'));
  await visitor.button().click();
  return microphone;
}

const dialog = (visitor: Visitor, code: string) =>
  visitor.page.getByRole('dialog', {name: title[code]!, exact: true});

const byItself: Array<[MicrophoneState, string]> = [
  ['denied', 'microphone-denied'],
  ['missing', 'microphone-missing'],
  ['pending', 'microphone-prompt'],
];

for (const [state, code] of byItself) {
  test(`microphone ${state}: the dialog says so, and the call goes on by itself once it is there`, async ({
    visitor,
  }) => {
    const microphone = await click(visitor, state);
    await expect(dialog(visitor, code)).toBeVisible();
    expect(await visitor.state()).toBe('permission');
    await expect(visitor.link).toBeVisible();
    await microphone.is('granted');
    await visitor.reaches('active');
    await expect(visitor.page.getByRole('dialog', {name: title[code]!})).toHaveCount(0);
    await visitor.hangUp();
    await visitor.isClean();
  });
}

for (const [state, code] of [
  ['dismissed', 'microphone-dismissed'],
  ['system', 'microphone-system'],
  ['busy', 'microphone-busy'],
] as const) {
  test(`microphone ${state}: the dialog says so, and "Try again" goes on with the call`, async ({
    visitor,
  }) => {
    const microphone = await click(visitor, state);
    await expect(dialog(visitor, code)).toBeVisible();
    expect(await visitor.told('error')).toMatchObject([{code, retryable: true}]);
    await microphone.is('granted');
    const again = dialog(visitor, code).getByRole('button', {name: en.tryAgain});
    // The browser tells of that one change, and the call goes on by itself.
    if (state !== 'dismissed') await again.click();
    await visitor.reaches('active');
    await visitor.hangUp();
    await visitor.isClean();
  });
}

for (const state of ['denied', 'dismissed', 'pending', 'missing', 'busy'] as const) {
  test(`microphone ${state}, and Escape: the attempt is over, nothing is left, the button has the focus`, async ({
    visitor,
  }) => {
    await click(visitor, state);
    await expect(visitor.page.getByRole('dialog').getByRole('heading')).toBeVisible();
    // The line is open by then: closed before, the browser's console would say so.
    await visitor.isReady();
    await visitor.page.keyboard.press('Escape');
    await visitor.reaches('ended');
    expect(await visitor.told('end')).toMatchObject([{reason: 'cancelled', initiator: 'local'}]);
    await expect(visitor.page.getByRole('dialog')).toHaveCount(0);
    await expect(visitor.button()).toBeFocused();
    await visitor.isClean();
  });
}
