import {leftovers} from '../support/probe.js';
import {expect, test, type Visitor} from '../support/visitor.js';

const RECORDED = 'consent="We record our calls."';

/** The question before the call. */
const question = ({place}: Visitor) => place.getByRole('dialog', {name: 'Before the call'});

test('a text to agree to: nothing is asked for before, the call is made after, and it is asked once', async ({
  visitor,
}) => {
  await visitor.open(visitor.tag('echo', RECORDED));
  await visitor.button().click();
  await expect(question(visitor)).toContainText('We record our calls.');
  await expect(question(visitor)).toBeFocused();
  expect(await leftovers(visitor.page)).toMatchObject({microphones: 0, peers: 0, sockets: 0, contexts: 0});
  expect(visitor.requests.filter((url) => url.endsWith('/api/telnyx-token'))).toEqual([]);
  await visitor.page.keyboard.press('Tab');
  await visitor.page.keyboard.press('Enter');
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.page.reload();
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
});

test('a text that is not agreed to: the button is as before, and no error is told', async ({visitor}) => {
  const rich = '<p slot="consent">We record. <a href="#privacy">Privacy</a></p>';
  await visitor.open(visitor.tag('echo').replace('</telnyx', `${rich}</telnyx`));
  for (const leave of [
    () => question(visitor).getByRole('button', {name: 'Cancel'}).click(),
    () => visitor.page.keyboard.press('Escape'),
  ]) {
    await visitor.button().click();
    await expect(visitor.place.getByRole('link', {name: 'Privacy'})).toBeVisible();
    await leave();
    await expect(question(visitor)).toBeHidden();
    await expect(visitor.button()).toBeFocused();
  }
  expect((await visitor.diary()).map(({type}) => type)).toEqual(['request', 'request']);
  await visitor.isClean();
});
