import {microphoneIsOff, nextCallWorks, shorten} from '../support/outage.js';
import {expect, test} from '../support/visitor.js';

const SDK = /\.sdk-[^/]*\.js/;
const HELP = /\.help-[^/]*\.js/;

/** The browser's own line for a file that has not come. Firefox writes none. */
const notLoaded = (browserName: string): RegExp[] =>
  browserName === 'chromium' ? [/Failed to load resource/] : [];

test('the SDK’s file is gone: off, said in words, and another try works once it is back', async ({
  visitor,
  browserName,
}) => {
  await visitor.page.route(SDK, (route) => route.abort());
  await visitor.open(visitor.tag('tone'));
  for (const name of ['Call us', 'Try again']) {
    await visitor.place.getByRole('button', {name}).click();
    await visitor.reaches('failed');
    await microphoneIsOff(visitor);
    await expect(visitor.panel).toContainText(
      'Part of this page didn’t load. Check your connection and try again.',
    );
    await expect(visitor.link).toBeVisible();
  }
  expect(await visitor.told('error')).toMatchObject([{code: 'load-failed'}, {code: 'load-failed'}]);
  const complaints = [...notLoaded(browserName), /load-failed/];
  await visitor.isClean(...complaints);
  await visitor.page.unroute(SDK);
  await nextCallWorks(visitor, ...complaints);
});

test('the recovery dialog’s file is gone: the panel says what is wrong; once it is back another try shows it', async ({
  visitor,
  microphone,
  browserName,
}) => {
  // Second tries that have failed. Firefox asks only once for the first ones.
  const failed: string[] = [];
  visitor.page.on('requestfailed', (request) => {
    if (/\?\d+$/.test(request.url())) failed.push(request.url());
  });
  await visitor.page.route(HELP, (route) => route.abort());
  // Each step asks for the file again: with all else at hand there are two, the question and its answer.
  await shorten(visitor, {5_000: 60_000});
  await microphone.is('pending');
  await visitor.open(visitor.tag('tone'));
  await visitor.warmUp();
  await visitor.button().click();
  await expect.poll(() => failed).toHaveLength(1);
  await microphone.is('denied');
  await expect.poll(() => failed).toHaveLength(2);
  await expect(visitor.panel).toContainText('Allow it for this page, then try again.');
  await expect(visitor.link).toBeVisible();
  await visitor.page.unroute(HELP);
  await visitor.control('Try again').click();
  await expect(visitor.place.getByRole('dialog', {name: 'Your microphone is blocked'})).toBeVisible();
  await microphone.is('granted');
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.isClean(...notLoaded(browserName));
});
