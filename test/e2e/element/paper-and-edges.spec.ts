import {edges} from '../support/places.js';
import {expect, test, type Visitor} from '../support/visitor.js';

const SIZE = {width: 390, height: 700};
const INSETS = {top: 47, left: 44, right: 44, bottom: 34};
const OFFSET = 20;

/** A screen with round corners, a notch and a bar to swipe on. */
async function onSuchAScreen(visitor: Visitor, size = SIZE): Promise<void> {
  await visitor.page.setViewportSize(size);
  const session = await visitor.page.context().newCDPSession(visitor.page);
  await session.send('Emulation.setSafeAreaInsetsOverride', {insets: INSETS});
}

test('paper: neither a floating button nor the panel is printed, and they are there again after it', async ({
  visitor,
}) => {
  await visitor.open(
    visitor.tag('tone', 'layout="floating" preview="active"') +
      '<telnyx-call-button layout="floating" position="top-start" token-url="/x">Another</telnyx-call-button>',
  );
  const button = visitor.button('Another');
  await expect(visitor.panel).toBeVisible();
  await expect(button).toBeVisible();
  await visitor.page.emulateMedia({media: 'print'});
  await expect(visitor.panel).toBeHidden();
  await expect(button).toBeHidden();
  await visitor.page.emulateMedia({media: 'screen'});
  await expect(visitor.panel).toBeVisible();
  await expect(button).toBeVisible();
});

test('paper: the dialog that leads back to the microphone is not printed', async ({visitor}) => {
  await visitor.open(visitor.tag('tone', 'preview="microphone-denied"'));
  const dialog = visitor.element().locator('[part=dialog]');
  await expect(dialog).toBeVisible();
  await visitor.page.emulateMedia({media: 'print'});
  await expect(dialog).toBeHidden();
});

test('edges of the screen: a floating button keeps off them in every corner', async ({visitor}) => {
  await onSuchAScreen(visitor);
  await visitor.open(visitor.tag('tone', 'layout="floating" warm-up="none"'));
  for (const position of ['bottom-end', 'bottom-start', 'top-end', 'top-start']) {
    await visitor.element().evaluate((element, at) => element.setAttribute('position', at), position);
    const [block = '', side] = position.split('-');
    await expect
      .poll(() => edges(visitor.button()), {message: position})
      .toMatchObject({
        [block]: OFFSET + INSETS[block as 'top' | 'bottom'],
        [side === 'end' ? 'right' : 'left']: OFFSET + INSETS.left,
      });
  }
});

test('edges of the screen: what can be pressed in the bottom sheet stands above the bar, the sheet goes down to the edge', async ({
  visitor,
}) => {
  await onSuchAScreen(visitor);
  await visitor.open(visitor.tag('tone', 'preview="active"'));
  const hangUp = visitor.control('Hang up');
  await expect(hangUp).toBeVisible();
  await expect.poll(async () => (await edges(visitor.panel)).bottom).toBe(0);
  expect((await edges(hangUp)).bottom).toBe(INSETS.bottom);
});

for (const side of ['left', 'right'] as const)
  test(`edges of the screen: on a phone on its side the panel keeps off the ${side} one`, async ({
    visitor,
  }) => {
    await onSuchAScreen(visitor, {width: 740, height: 390});
    await visitor.open(`<div style="text-align: ${side}">${visitor.tag('tone', 'preview="active"')}</div>`);
    await expect(visitor.panel).toBeVisible();
    expect((await edges(visitor.panel))[side]).toBe(INSETS[side]);
  });
