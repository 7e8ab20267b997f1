import {leftovers} from '../support/probe.js';
import {expect, test, type Visitor} from '../support/visitor.js';

/** A line that is opened by the way would be more than the microphone. */
const open = (visitor: Visitor) =>
  visitor.open(
    visitor.tag('echo', 'id="call" warm-up="none"') +
      '<button commandfor="call" command="--check-microphone">Try it</button>',
  );

/** The panel while the microphone is tried out. */
const panel = ({place}: Visitor) => place.getByRole('dialog', {name: 'Check your microphone'});

/** A browser without a loudspeaker, as Firefox is here, measures nothing. */
const LISTENS = /Say something…|We can hear you\./;

test('the microphone is tried out before a call, which takes it over', async ({visitor}) => {
  await open(visitor);
  await visitor.button('Try it').click();
  await expect(panel(visitor)).toContainText(LISTENS);
  expect(await leftovers(visitor.page)).toMatchObject({microphones: 1, peers: 0, sockets: 0});
  expect(await visitor.diary()).toEqual([]);
  await visitor.button('Start the call').click();
  await visitor.reaches('active');
  // The browser was asked once: what the call has is a copy.
  expect(await visitor.page.evaluate(() => window.probe.tracks.length)).toBe(1);
  await visitor.hangUp();
  await visitor.isClean();
});

test('a try that is closed turns the microphone off, and places no call', async ({visitor}) => {
  await open(visitor);
  await visitor.button('Try it').click();
  await expect(panel(visitor)).toContainText(LISTENS);
  await visitor.page.keyboard.press('Escape');
  await expect(panel(visitor)).toBeHidden();
  expect(await visitor.diary()).toEqual([]);
  await visitor.isClean();
});

test('a try with the microphone denied: the dialog says so, no call begins, and the try goes on once it is allowed', async ({
  visitor,
  microphone,
}) => {
  await microphone.is('denied');
  await open(visitor);
  await visitor.button('Try it').click();
  await expect(visitor.place.getByRole('dialog', {name: 'Your microphone is blocked'})).toBeVisible();
  await microphone.is('granted');
  await expect(panel(visitor)).toContainText(LISTENS);
  await panel(visitor).getByRole('button', {name: 'Close'}).click();
  expect(await visitor.diary()).toEqual([]);
  await visitor.isClean();
});
