import {expect, test} from '../support/visitor.js';

// Chromium alone: Firefox without a loudspeaker measures nothing.
test('a try of the microphone hears the visitor, says so, and tells the page', async ({visitor}) => {
  await visitor.open(visitor.tag('echo', 'warm-up="none"'));
  const report = visitor.page.evaluate(() => document.querySelector('telnyx-call-button')!.checkMicrophone());
  const panel = visitor.place.getByRole('dialog', {name: 'Check your microphone'});
  await expect(panel).toContainText('We can hear you.');
  expect(await report).toMatchObject({verdict: 'heard'});
  await panel.getByRole('button', {name: 'Close'}).click();
  await visitor.isClean();
});
