import {MICROPHONE_HZ} from '../support/browser.js';
import {expectSilence, expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('a call to the echo: the microphone goes out and comes back, and nothing is left', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('echo'));
  await visitor.call();
  await expect(visitor.panel).toContainText('In call');
  await expectTone(visitor.page, MICROPHONE_HZ);
  gateway.control('cut-media');
  await expectSilence(visitor.page);
  await visitor.hangUp();
  await expect(visitor.panel).toContainText('Call ended');
  expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
  await visitor.isClean();
});
