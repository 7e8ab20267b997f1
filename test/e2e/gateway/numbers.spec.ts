import {MICROPHONE_HZ} from '../support/browser.js';
import {expect, test} from '../support/fixtures.js';
import {expectTone} from '../support/sound.js';

test('the tone is heard, in the order of the real service', async ({sdk}) => {
  await sdk.login();
  await sdk.call('+15550100003');
  expect(await sdk.states()).toEqual(['new', 'requesting', 'trying', 'active']);
  await expectTone(sdk.page, 440);
  await sdk.hangUp();
  await sdk.waitFor('destroy');
});

test('the echo plays back the microphone', async ({sdk}) => {
  await sdk.login();
  await sdk.call('echo');
  await expectTone(sdk.page, MICROPHONE_HZ);
});
