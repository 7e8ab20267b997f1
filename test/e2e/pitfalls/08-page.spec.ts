import {hasFailed, nextCallWorks} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test, Visitor} from '../support/visitor.js';

test('pitfall 8: a call that can’t be set up, of which the client never hears: said in words, off at once', async ({
  visitor,
}) => {
  await visitor.page.addInitScript(() => {
    const {createOffer} = RTCPeerConnection.prototype;
    RTCPeerConnection.prototype.createOffer = function () {
      RTCPeerConnection.prototype.createOffer = createOffer;
      return Promise.reject(new Error('no offer'));
    } as unknown as typeof createOffer;
  });
  await visitor.open(visitor.tag('tone'));
  await visitor.button().click();
  await hasFailed(visitor, 'call-failed', 'Something went wrong while setting up the call.');
  await visitor.isClean(/call-failed/);
  await nextCallWorks(visitor, /call-failed/);
});

test('pitfall 11: a tab that was copied in a call has the storage of the first: two calls, each its own', async ({
  visitor,
  shop,
  gateway,
  context,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const opened = context.waitForEvent('page');
  await visitor.page.evaluate(() => void window.open(location.href));
  const copy = new Visitor(await opened, shop, gateway);
  await copy.page.bringToFront();
  await copy.button().click();
  await copy.reaches('active');
  await expectTone(copy.page, 440);
  expect(gateway.state().legs).toHaveLength(2);
  expect(gateway.state().clients).toHaveLength(2);
  await copy.hangUp();
  await visitor.page.bringToFront();
  expect(await visitor.state()).toBe('active');
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
});

test('pitfall 12: the page’s own listeners throw: the call is answered, taken up again and hung up', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.page.evaluate(() =>
    addEventListener('telnyx-call-state', () => {
      throw new Error('a mistake of the page');
    }),
  );
  await visitor.call();
  gateway.control('drop');
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean(/a mistake of the page/);
  await nextCallWorks(visitor, /a mistake of the page/);
});

test('pitfall 15: a second call would take the sound of the first: not made, and the first is still heard', async ({
  visitor,
  gateway,
}) => {
  await visitor.page.addInitScript(() => {
    const players: HTMLAudioElement[] = [];
    Object.assign(window, {players});
    window.Audio = class extends Audio {
      constructor() {
        super();
        players.push(this);
      }
    };
  });
  const tag = visitor.tag('tone', 'label="One"') + visitor.tag('tone', 'label="Two"');
  await visitor.open(`<main style="display: flex; justify-content: space-between">${tag}</main>`);
  await visitor.button('One').click();
  await visitor.reaches('active', 0);
  await visitor.button('Two').click();
  await visitor.reaches('failed', 1);
  expect(await visitor.told('error')).toMatchObject([{code: 'another-call'}]);
  const playing = await visitor.page.evaluate(() =>
    (window as unknown as {players: HTMLAudioElement[]}).players
      .filter(({srcObject}) => srcObject)
      .map(({paused}) => !paused),
  );
  expect(playing).toEqual([true]);
  expect(gateway.state().legs).toHaveLength(1);
  await visitor.element(0).evaluate((tag) => (tag as HTMLElement & {hangUp(): void}).hangUp());
  await visitor.reaches('ended', 0);
  await visitor.isClean();

  await visitor.button('Two').click();
  await visitor.reaches('active', 1);
  await visitor.element(1).evaluate((tag) => (tag as HTMLElement & {hangUp(): void}).hangUp());
  await visitor.isClean();
});
