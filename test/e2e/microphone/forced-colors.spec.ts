import {en} from '../../../src/locales/en.js';
import {microphoneOf} from '../support/microphone-faults.js';
import {expect, test} from '../support/visitor.js';

// Chromium alone: Firefox’s driver can’t force colours.
test('in the visitor’s own colours the loudest button has the strongest border', async ({visitor}) => {
  const borderOf = (name: string) =>
    visitor
      .element()
      .getByRole('button', {name, exact: true})
      .evaluate((button) => {
        const {borderTopWidth, borderTopColor, backgroundColor} = getComputedStyle(button);
        return {width: borderTopWidth, seen: borderTopColor !== backgroundColor};
      });
  await visitor.page.emulateMedia({forcedColors: 'active'});
  const microphone = await microphoneOf(visitor.page, visitor.shop.url);
  await microphone.is('denied');
  await visitor.open(visitor.tag('echo'));
  await visitor.button().click();
  await expect(visitor.element().getByRole('heading')).toBeVisible();
  expect(await borderOf(en.tryAgain)).toEqual({width: '3px', seen: true});
  expect(await borderOf(en.cancel)).toEqual({width: '1px', seen: true});
  await visitor.isReady();
  await visitor.element().getByRole('button', {name: en.cancel}).click();
  await visitor.isClean();
});
