import {gate} from '../support/gate.js';
import {goOffline, microphoneIsOff, nextCallWorks} from '../support/outage.js';
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
  await visitor.reaches('failed');
  await microphoneIsOff(visitor);
  await expect(visitor.panel).toContainText('Something went wrong while setting up the call.');
  expect(await visitor.told('error')).toMatchObject([{code: 'call-failed', retryable: true}]);
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
});

test('pitfall 16: hung up without a socket: the connection for the sound is closed, and nothing is sent for debugging', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  goOffline(gateway);
  await visitor.reaches('reconnecting');
  await visitor.hangUp();
  gateway.control('thaw');
  // No peer connection is left.
  await visitor.isClean();
  expect(Object.keys(gateway.state().frames.received).filter((name) => /debug|other/.test(name))).toEqual([]);
  await nextCallWorks(visitor);
});

test('pitfall 17: the last call’s report is not taken: the next call does not wait for it', async ({
  visitor,
  gateway,
}) => {
  const taken = gate();
  await visitor.page.route('**/call_report', async (route) => {
    await taken.opened;
    await route.continue();
  });
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await microphoneIsOff(visitor);
  await expect.poll(() => gateway.state().legs).toEqual([]);
  await visitor.control('Call again').click();
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  taken.open();
  await visitor.hangUp();
  await visitor.isClean();
});

test('pitfall 18: requests that nobody answers while the line is lost: no error of the page', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('silence', {methods: ['ping', 'bye']});
  await expect.poll(() => visitor.sent('telnyx_rtc.ping').length).toBeGreaterThan(1);
  await visitor.hangUp();
  gateway.control('drop');
  gateway.control('silence', {methods: []});
  await visitor.isClean();
  await nextCallWorks(visitor);
});

test('pitfall 18: the page may not use its storage: said in words, no error of the page', async ({
  visitor,
}) => {
  await visitor.page.addInitScript(() =>
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('Access is denied', 'SecurityError');
      },
    }),
  );
  await visitor.open(visitor.tag('tone'));
  await visitor.button().click();
  await visitor.reaches('failed');
  await microphoneIsOff(visitor);
  await expect(visitor.link).toBeVisible();
  expect(await visitor.told('error')).toMatchObject([{code: 'storage-blocked'}]);
  await visitor.isClean(/storage-blocked/);
});

// It matters with incoming calls, which come later. A call out puts all it has into its first message.
test('pitfall 19: the way to the page is in the call’s first message, not behind it', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const [invite] = visitor.sent('telnyx_rtc.invite');
  expect(invite?.params.sdp).toContain('a=candidate');
  expect(visitor.sent('telnyx_rtc.candidate')).toEqual([]);
  await visitor.hangUp();
  await visitor.isClean();
});

// Typed text comes with the conversation of an assistant.
test('pitfall 20: a call without typed text sends nothing of a conversation', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  expect(visitor.sent('ai_conversation')).toEqual([]);
  await visitor.isClean();
});

test('pitfall 21: the call’s report does not know why the socket closed: the page is told by its states', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('drop');
  await expect.poll(() => visitor.states()).toContain('reconnecting');
  await visitor.reaches('active');
  await visitor.hangUp();
  await expect.poll(() => gateway.state().reports.length).toBeGreaterThan(0);
  await visitor.isClean();
});

test('pitfall 22: a page that is not secure: said so, and nothing is asked of anybody', async ({
  visitor,
  shop,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'), undefined, shop.insecure);
  // The way out stands in the button's place; a script of the page can call all the same.
  await expect(visitor.link).toBeVisible();
  await expect(visitor.button()).toHaveCount(0);
  await visitor.element().evaluate((tag) => (tag as HTMLElement & {call(): unknown}).call());
  await expect.poll(async () => (await visitor.told('error')).length).toBe(1);
  expect(await visitor.told('error')).toMatchObject([{code: 'insecure-page'}]);
  expect(gateway.state().logins).toBe(0);
  await visitor.isClean(/insecure-page/);

  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean(/insecure-page/);
});
