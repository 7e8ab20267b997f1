import type {Gateway} from '../../../demo/gateway/index.js';
import {en} from '../../../src/locales/en.js';
import type {FaultyLink} from '../support/faulty-link.js';
import {CUT_OFF, retryAfter, seconds, shorten} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

interface World {
  readonly visitor: Visitor;
  readonly gateway: Gateway;
  readonly link: FaultyLink;
}

interface Outage {
  lose(world: World): unknown;
  mend(world: World): unknown;
  /** What the browser remarks on it. */
  remarks?: RegExp[];
}

/** What the browser tells the page. */
const tell = ({page}: Visitor, event: 'online' | 'offline' | 'visibilitychange'): Promise<void> =>
  page.evaluate(
    (event) => void (event === 'visibilitychange' ? document : window).dispatchEvent(new Event(event)),
    event,
  );

/** The link is cut and lets nobody in until the browser has tried. */
async function cutOff({visitor, link}: World): Promise<void> {
  link.refuse(true);
  link.cut();
  await expect.poll(() => visitor.complaints).not.toEqual([]);
}

const OUTAGES: Record<string, Outage> = {
  'the link is cut and refuses for a while': {
    lose: cutOff,
    mend: ({link}) => link.refuse(false),
    remarks: [CUT_OFF],
  },
  'the socket stalls without closing': {lose: ({link}) => link.stall(), mend: ({link}) => link.resume()},
  'the device says that it is offline, and online again': {
    lose: ({visitor, link}) => {
      link.stall();
      return tell(visitor, 'offline');
    },
    mend: ({visitor, link}) => {
      link.resume();
      return tell(visitor, 'online');
    },
  },
  'the media connection is lost': {
    lose: ({gateway}) => gateway.control('cut-media', {way: 'ice'}),
    mend: ({gateway}) => gateway.control('restore-media'),
  },
};

for (const [what, {lose, mend, remarks = []}] of Object.entries(OUTAGES))
  test(`${what}: said so, the call is kept, and the banner goes once it is heard again`, async ({
    visitor,
    gateway,
    link,
  }) => {
    const world = {visitor, gateway, link};
    await visitor.open(visitor.tag('tone', '', link.url));
    await visitor.call();
    const [leg] = gateway.state().legs;
    await visitor.control('Hang up').focus();

    await lose(world);
    await visitor.passes('reconnecting');
    await expect(visitor.panel.locator('[aria-live=polite]').getByText(en.connectionLost)).toBeVisible();
    await expect(visitor.panel).toContainText(/Your call is kept\. \d+ s/);
    await expect.poll(() => seconds(visitor)).toBeGreaterThan(0);
    const before = await seconds(visitor);

    await mend(world);
    await visitor.reaches('active');
    await expect(visitor.panel.getByText(en.connectionLost)).toHaveCount(0);
    expect(await seconds(visitor)).toBeGreaterThanOrEqual(before);
    await expect(visitor.control('Hang up')).toBeFocused();
    await expectTone(visitor.page, 440);
    expect((await visitor.states()).slice(-3)).toEqual(['active', 'reconnecting', 'active']);
    expect(gateway.state().legs).toMatchObject([{callID: leg?.callID}]);
    await visitor.hangUp();
    expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
    await visitor.isClean(...remarks);
  });

test('the tab wakes up with a socket that is dead but not closed: another one is opened', async ({
  visitor,
  gateway,
}) => {
  // The SDK's own limit for an answer to a ping: it finds nothing out by itself.
  await shorten(visitor, {10_000: 3_600_000});
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  // New sockets are served.
  gateway.control('freeze', {user: gateway.state().clients[0]?.user});
  await tell(visitor, 'visibilitychange');
  await visitor.passes('reconnecting');
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  gateway.control('thaw');
  await visitor.isGone();
});

for (const [what, event] of [
  ['the device is online again', 'online'],
  ['the visitor comes back to the tab', 'visibilitychange'],
] as const)
  test(`${what}: tried at once, without a wait for the next try`, async ({visitor, gateway, link}) => {
    await retryAfter(visitor, 3_600_000);
    await visitor.open(visitor.tag('tone', '', link.url));
    await visitor.call();
    link.cut();
    await visitor.passes('reconnecting');
    await expect.poll(() => gateway.state().sockets).toBe(0);

    await tell(visitor, event);
    await visitor.reaches('active');
    await expectTone(visitor.page, 440);
    expect(gateway.state().legs).toMatchObject([{attaches: 1}]);
    await visitor.hangUp();
    await visitor.isClean();
  });
