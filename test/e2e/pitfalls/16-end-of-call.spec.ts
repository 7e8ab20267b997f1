import {en} from '../../../src/locales/en.js';
import {gate} from '../support/gate.js';
import {goOffline, microphoneIsOff, nextCallWorks} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('pitfall 16: hung up without a socket: the connection for the sound is closed, and nothing is sent for debugging', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  goOffline(gateway);
  await visitor.passes('reconnecting');
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
  await nextCallWorks(visitor);
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
  await expect(visitor.panel).toContainText(en.failed['storage-blocked']);
  await expect(visitor.link).toBeVisible();
  expect(await visitor.told('error')).toMatchObject([{code: 'storage-blocked'}]);
  await visitor.isClean(/storage-blocked/);
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
  await nextCallWorks(visitor);
});
