import {en} from '../../../src/locales/en.js';
import {expect, test} from '../support/visitor.js';

test('a whole call by keyboard alone', async ({visitor}) => {
  await visitor.open(`<a href="#before">Before</a>${visitor.tag('tone')}<a href="#after">After</a>`);
  const {page} = visitor;
  const button = visitor.element().locator('[part=button]');
  await expect(button).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(visitor.panel).toBeFocused();
  await visitor.reaches('active');

  await page.keyboard.press('Escape');
  await expect(visitor.panel).toBeHidden();
  await expect(button).toBeFocused();
  await expect(button).toContainText('In call');
  expect(await visitor.state()).toBe('active');
  await page.keyboard.press('Enter');
  await expect(visitor.panel).toBeFocused();

  const walk = [];
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press('Tab');
    walk.push(await visitor.panel.locator(':focus').innerText());
  }
  expect(walk.map((text) => text.trim())).toEqual(['', 'Mute', 'Keypad', 'Hold', 'Audio', 'Hang up']);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect(visitor.control('Muted')).toBeFocused();
  await expect(visitor.control('Muted')).toHaveAttribute('aria-pressed', 'true');

  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await visitor.reaches('ended');
  await expect(visitor.panel).toContainText('Call ended');
  await expect(visitor.panel).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(visitor.panel).toBeHidden();
  await expect(button).toBeFocused();
  await visitor.reaches('idle');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', {name: 'After'})).toBeFocused();
  await visitor.isClean();
});

test('the space bar calls too, and Cancel is one step away', async ({visitor}) => {
  await visitor.open(visitor.tag('ringing'));
  const {page} = visitor;
  await expect(visitor.button()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await visitor.reaches('ringing');
  await expect(visitor.panel).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(visitor.control('Cancel')).toBeFocused();
  await page.keyboard.press('Enter');
  await visitor.reaches('ended');
  await expect(visitor.element().locator('[part=button]')).toBeFocused();
  await visitor.isClean();
});

test('each state is said in a live region, and the button tells what it opens', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  const button = visitor.element().locator('[part=button]');
  const status = visitor.element().getByRole('status');
  await visitor.call();
  await expect(status).toHaveText('In call');
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await visitor.control('Hide the call panel').click();
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await button.click();
  await visitor.hangUp();
  await expect(status).toHaveText('Call ended');
  await visitor.isClean();
});

test('the keypad by keyboard alone: pressed, typed and pasted digits arrive, and Escape leads back step by step', async ({
  visitor,
  gateway,
}) => {
  const sent = () => gateway.state().legs[0]?.dtmf;
  await visitor.open(`${visitor.tag('tone')}<input aria-label="Code" value="45 6">`);
  const {page} = visitor;
  await expect(visitor.button()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await visitor.reaches('active');
  await expect(visitor.panel).toBeFocused();
  await page.keyboard.press('1');
  await expect.poll(sent, {message: 'typed on the first page'}).toBe('1');

  await visitor.control(en.keypad).press('Enter');
  await expect(visitor.control('1')).toBeFocused();
  await expect(visitor.panel.getByRole('log')).toHaveText('1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect.poll(sent, {message: 'the key “2”'}).toBe('12');
  await page.keyboard.press('#');
  await expect(visitor.panel.getByRole('log')).toHaveText('12#');
  await page.getByRole('textbox').press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  await visitor.control('2').press('ControlOrMeta+V');
  await expect.poll(sent, {message: 'pasted'}).toBe('12#456');

  await page.keyboard.press('Escape');
  await expect(visitor.control(en.keypad)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(visitor.panel).toBeHidden();
  expect(await visitor.state()).toBe('active');
  await page.keyboard.press('Enter');
  await visitor.hangUp();
  await visitor.isClean();
});

test('the page’s own button starts the call, loses the focus to the panel, and gets it back', async ({
  visitor,
}) => {
  await visitor.open(`<button data-telnyx-call="">Talk to us</button>${visitor.tag('tone')}`);
  const {page} = visitor;
  const trigger = page.getByRole('button', {name: 'Talk to us'});
  await page.keyboard.press('Tab');
  await expect(trigger).toBeFocused();
  await page.keyboard.press('Enter');
  await visitor.reaches('active');
  await expect(visitor.panel).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(trigger).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(visitor.panel).toBeFocused();
  await visitor.control(en.hangUp).press('Enter');
  await visitor.reaches('ended');
  await expect(visitor.panel).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(trigger).toBeFocused();
  await visitor.isClean();
});

test('a dialog of the page stays open when Escape hides the panel', async ({visitor}) => {
  await visitor.open(`<dialog aria-label="Page">${visitor.tag('tone')}</dialog>`);
  const {page} = visitor;
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await visitor.call();
  await page.keyboard.press('Escape');
  await expect(visitor.panel).toBeHidden();
  await expect(page.getByRole('dialog', {name: 'Page'})).toBeVisible();
  await visitor.element().locator('[part=button]').click();
  await visitor.hangUp();
  await visitor.isClean();
});
