import type {Gateway} from '../../../demo/gateway/index.js';
import {goOffline, seconds} from '../support/outage.js';
import {expectSilence, expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

/** The page asks for it, as the panel does. */
const ask = (visitor: Visitor, on?: boolean): Promise<void> =>
  visitor
    .element()
    .evaluate((element, on) => (element as HTMLElementTagNameMap['telnyx-call-button']).hold(on), on);

const isHeld = (gateway: Gateway, held: boolean): Promise<void> =>
  expect.poll(() => gateway.state().legs[0]?.held, {message: 'held at the gateway'}).toBe(held);

/** A call on hold with a tone at the other end. */
async function onHold(visitor: Visitor, gateway: Gateway, destination = 'tone', url = gateway.url) {
  await visitor.open(visitor.tag(destination, '', url));
  await visitor.call();
  await expect.poll(() => seconds(visitor)).toBeGreaterThan(0);
  await ask(visitor);
  await visitor.reaches('held');
}

/** The call is taken back, goes on as it was, and leaves nothing. */
async function takenBack(visitor: Visitor, gateway: Gateway): Promise<void> {
  const before = await seconds(visitor);
  await ask(visitor);
  await visitor.reaches('active');
  await isHeld(gateway, false);
  expect(await seconds(visitor)).toBeGreaterThanOrEqual(before);
  await visitor.hangUp();
  expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
  await visitor.isClean();
}

test('on hold nothing is heard; taken back both hear each other, and the clock has gone on', async ({
  visitor,
  gateway,
}) => {
  await onHold(visitor, gateway);
  await isHeld(gateway, true);
  await expectSilence(visitor.page);
  await ask(visitor, false);
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await ask(visitor, true);
  await visitor.reaches('held');
  await expectSilence(visitor.page);
  expect((await visitor.states()).slice(-4)).toEqual(['active', 'held', 'active', 'held']);
  await takenBack(visitor, gateway);
});

test('the silence of a call on hold is no outage, however long it lasts', async ({visitor, gateway}) => {
  await visitor.page.addInitScript(() => {
    window.looks = 0;
    const {getStats} = RTCPeerConnection.prototype;
    RTCPeerConnection.prototype.getStats = function (...args) {
      window.looks++;
      return getStats.apply(this, args);
    };
  });
  await onHold(visitor, gateway);
  const looks = () => visitor.page.evaluate(() => window.looks);
  const before = await looks();
  // Two a second: the SDK looks as often as the button, which gives a call up for lost after four.
  await expect.poll(looks, {timeout: 15_000}).toBeGreaterThan(before + 14);
  expect((await visitor.states()).at(-1)).toBe('held');
  await takenBack(visitor, gateway);
});

test('a server that refuses: the call is not held, and can be hung up', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  // The client is not told, and the gateway does not know the call any more.
  gateway.control('kill-leg', {silent: true});
  await ask(visitor);
  await expect.poll(() => gateway.state().frames.received['telnyx_rtc.modify'] ?? 0).toBeGreaterThan(0);
  // Nobody tells the button that the call is lost.
  goOffline(gateway);
  await visitor.passes('reconnecting');
  await visitor.hangUp();
  expect(await visitor.states()).not.toContain('held');
  gateway.control('thaw');
  await visitor.isClean();
});

test('a server that refuses, as it has lost the call: not held, and over', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('kill-leg', {silent: true});
  await ask(visitor);
  await visitor.reaches('ended');
  expect(gateway.state().frames.received['telnyx_rtc.modify']).toBeGreaterThan(0);
  expect((await visitor.states()).slice(-3)).toEqual(['active', 'reconnecting', 'ended']);
  expect(await visitor.told('end')).toMatchObject([{reason: 'lost', initiator: 'network'}]);
  await visitor.isClean();
});

test('the socket drops while it is held: taken up again, still on hold', async ({visitor, gateway, link}) => {
  await onHold(visitor, gateway, 'tone', link.url);
  const modified = gateway.state().frames.received['telnyx_rtc.modify'] ?? 0;
  link.cut();
  await visitor.passes('reconnecting');
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await visitor.reaches('held');
  expect((await visitor.states()).slice(-2)).toEqual(['reconnecting', 'held']);
  // The server may have forgotten it: it is told again.
  await expect
    .poll(() => gateway.state().frames.received['telnyx_rtc.modify'] ?? 0)
    .toBeGreaterThan(modified);
  await isHeld(gateway, true);
  await expectSilence(visitor.page);
  await takenBack(visitor, gateway);
});

for (const destination of ['tone', 'announcement'])
  test(`the media connection is lost while it is held (${destination}): on hold again once it is back`, async ({
    visitor,
    gateway,
  }) => {
    await onHold(visitor, gateway, destination);
    test.slow();
    gateway.control('cut-media', {way: 'ice'});
    // On hold only the browser's own look at the connection says so; Firefox takes its time.
    await visitor.passes('reconnecting', 40_000);
    gateway.control('restore-media');
    await visitor.reaches('held');
    await isHeld(gateway, true);
    await expectSilence(visitor.page);
    await takenBack(visitor, gateway);
  });

test('held and taken back again and again: nobody is left who listens for devices', async ({
  visitor,
  gateway,
}) => {
  await visitor.page.addInitScript(() => {
    const listeners = (window.deviceListeners = new Set<unknown>());
    window.listened = 0;
    // Absent in the empty page before.
    const mediaDevices = navigator.mediaDevices as MediaDevices | undefined;
    if (!mediaDevices) return;
    const {addEventListener, removeEventListener} = mediaDevices;
    mediaDevices.addEventListener = function (...args: [string, never]) {
      if (args[0] === 'devicechange') {
        listeners.add(args[1]);
        window.listened++;
      }
      return addEventListener.apply(this, args);
    };
    mediaDevices.removeEventListener = function (...args: [string, never]) {
      listeners.delete(args[1]);
      return removeEventListener.apply(this, args);
    };
  });
  const listeners = () => visitor.page.evaluate(() => window.deviceListeners.size);
  await onHold(visitor, gateway);
  await expect.poll(listeners).toBeGreaterThan(0);
  const before = await listeners();
  const listened = () => visitor.page.evaluate(() => window.listened);
  const soFar = await listened();
  for (const state of ['active', 'held', 'active', 'held']) {
    await ask(visitor);
    await visitor.reaches(state);
  }
  // Each time it is taken back the SDK looks for the devices first, and listens then.
  await expect.poll(listened).toBe(soFar + 2);
  await expect.poll(listeners).toBe(before);
  await takenBack(visitor, gateway);
  await expect.poll(listeners).toBe(0);
});

declare global {
  interface Window {
    looks: number;
    deviceListeners: Set<unknown>;
    /** How often one was added. */
    listened: number;
  }
}
