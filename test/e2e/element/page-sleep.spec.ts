import {expect, freeze, lookElsewhere, sleep, test} from '../support/real-tab.js';
import {microphoneIsOff, nextCallWorks} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import type {Visitor} from '../support/visitor.js';

/** The SDK's own next try to connect never comes: 1 s, a quarter more or less. The other timers of 1 s are exact. */
const withoutBackoff = ({page}: Visitor): Promise<void> =>
  page.evaluate(() => {
    const {setTimeout} = window;
    window.setTimeout = ((handler: () => void, delay = 0) =>
      delay >= 750 && delay <= 1250 && delay !== 1000 ? 0 : setTimeout(handler, delay)) as typeof setTimeout;
  });

/** When the call was answered, by the page's clock. */
const answeredAt = ({page}: Visitor): Promise<number> =>
  page.evaluate(() => {
    const {duration} = document.querySelector('telnyx-call-button')!;
    return Date.now() - duration * 1000;
  });

/** The call is up again, is heard, and its time has gone on. */
async function isUp(visitor: Visitor, since: number): Promise<void> {
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  // Both are cut to whole seconds.
  expect(Math.abs((await answeredAt(visitor)) - since)).toBeLessThan(1500);
}

const hangUpWorks = async (visitor: Visitor, ...complaints: RegExp[]): Promise<void> => {
  await visitor.hangUp();
  await visitor.isClean(...complaints);
  expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
};

/** Chromium's own line for the socket of a frozen page. */
const CUT = /Page entered Back-Forward Cache/;

test('another tab is in front: the call goes on, is taken up again there, and its time has not restarted', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const since = await answeredAt(visitor);
  await lookElsewhere(visitor.page);
  await expectTone(visitor.page, 440);
  expect(await visitor.states()).not.toContain('reconnecting');
  gateway.control('drop');
  await expect.poll(() => gateway.state().legs).toMatchObject([{phase: 'active', attaches: 1}]);
  await visitor.page.bringToFront();
  await isUp(visitor, since);
  await hangUpWorks(visitor);
});

for (const dropped of [false, true])
  test(`frozen in a call${dropped ? ', dropped by the server' : ''} and thawed: taken up again at once, its time goes on`, async ({
    visitor,
    gateway,
  }) => {
    await visitor.open(visitor.tag('tone'));
    await visitor.call();
    const since = await answeredAt(visitor);
    await withoutBackoff(visitor);
    await lookElsewhere(visitor.page);
    await freeze(visitor.page, true);
    if (dropped) gateway.control('drop');
    await freeze(visitor.page, false);
    await visitor.passes('reconnecting');
    await expect(visitor.panel).toContainText('Your call is kept.');
    // Nobody else tries than the button, when the visitor looks at the page again.
    await visitor.page.bringToFront();
    await isUp(visitor, since);
    expect(gateway.state().legs).toMatchObject([{phase: 'active', attaches: 1}]);
    await hangUpWorks(visitor, CUT);
  });

test('the far end hangs up while the page is frozen: off, and said in words; the next call works', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await lookElsewhere(visitor.page);
  await freeze(visitor.page, true);
  gateway.control('hang-up');
  await freeze(visitor.page, false);
  await visitor.page.bringToFront();
  await visitor.reaches('ended');
  await microphoneIsOff(visitor);
  await expect(visitor.panel).toContainText(/Call ended|The connection was lost/);
  await visitor.isClean(CUT);
  await nextCallWorks(visitor, CUT);
});

test('the laptop is closed while the line is gone: tried at once when it is opened, not when the SDK would', async ({
  visitor,
  gateway,
  link,
}) => {
  await visitor.open(visitor.tag('tone', '', link.url));
  await visitor.call();
  const since = await answeredAt(visitor);
  await withoutBackoff(visitor);
  link.refuse(true);
  link.cut();
  await visitor.passes('reconnecting');
  await sleep(visitor.page, () => link.refuse(false));
  await isUp(visitor, since);
  expect(gateway.state().logins).toBe(2);
  // A report that the SDK sends when it has lost the socket.
  await hangUpWorks(visitor, /net::ERR_(CONNECTION_RESET|SOCKET_NOT_CONNECTED)/);
});

test('the laptop is closed in a call and opened again: the call goes on', async ({visitor}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const since = await answeredAt(visitor);
  await sleep(visitor.page);
  await isUp(visitor, since);
  await hangUpWorks(visitor);
});
