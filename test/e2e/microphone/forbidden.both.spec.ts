import {en} from '../../../src/locales/en.js';
import {expect, test, type Visitor} from '../support/visitor.js';

/** Chromium's own remarks on the policy; Firefox has none. */
const remarks = (browserName: string) => (browserName === 'chromium' ? [/permissions policy/i] : []);

/** The dialog says what is wrong and has another way out; closed, the attempt is over. */
async function isToldAndLeaves(visitor: Visitor, code: 'microphone-blocked' | 'microphone-frame') {
  const dialog = visitor.place.getByRole('dialog', {name: en.dialog.title[code]});
  await expect(dialog).toBeVisible();
  await expect(visitor.link).toBeVisible();
  expect(await visitor.told('error')).toMatchObject([{code}]);
  // The page's owner reads what to change.
  expect(visitor.complaints.join('\n')).toContain(`${code}.`);
  await expect(dialog.getByRole('button', {name: en.tryAgain})).toHaveCount(0);
  return dialog;
}

test('the page’s policy forbids the microphone: said so, with the way out', async ({
  visitor,
  browserName,
}) => {
  visitor.shop.headers = {'permissions-policy': 'microphone=()'};
  await visitor.open(visitor.tag('tone'));
  await visitor.button().click();
  if (browserName === 'firefox') {
    // It knows no such header: the call is not in danger there.
    await visitor.reaches('active');
    await visitor.hangUp();
    return visitor.isClean();
  }
  const dialog = await isToldAndLeaves(visitor, 'microphone-blocked');
  await expect(dialog).toContainText(en.dialog.ownerOnly);
  await visitor.isReady();
  await dialog.getByRole('button', {name: en.close}).click();
  await visitor.reaches('ended');
  await visitor.isClean(/microphone-blocked/, ...remarks(browserName));
});

test('a frame of another origin without allow="microphone": said so, with a way out of the frame', async ({
  visitor,
  browserName,
}) => {
  await visitor.openFramed(visitor.tag('tone'));
  await visitor.button().click();
  const dialog = await isToldAndLeaves(visitor, 'microphone-frame');
  const alone = dialog.getByRole('link', {name: en.dialog.openAlone});
  await expect(alone).toHaveAttribute('href', /\/frame\.html$/);
  await expect(alone).toHaveAttribute('target', '_blank');
  await visitor.isReady();
  await dialog.getByRole('button', {name: en.close}).click();
  await visitor.reaches('ended');
  await visitor.isClean(/microphone-frame/, ...remarks(browserName));
});

test('a browser without WebRTC: the way out stands in the button’s place, and a script that calls is told', async ({
  visitor,
}) => {
  await visitor.page.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'));
  await visitor.open(visitor.tag('tone'));
  await expect(visitor.link).toBeVisible();
  await expect(visitor.button()).toHaveCount(0);
  await visitor.element().evaluate((tag) => void (tag as HTMLElement & {call(): unknown}).call());
  const dialog = visitor.page.getByRole('dialog', {name: en.dialog.title.unsupported});
  await expect(dialog).toBeVisible();
  expect(await visitor.told('error')).toMatchObject([{code: 'unsupported'}]);
  await dialog.getByRole('button', {name: en.close}).click();
  await expect(dialog).toHaveCount(0);
  await expect(visitor.link).toBeVisible();
  await visitor.isClean(/unsupported/);
});
