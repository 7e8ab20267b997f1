import {nextCallWorks, seconds} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('pitfall 13: the sound is cut and comes back: said so meanwhile, and the clock does not restart', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await expect.poll(() => seconds(visitor)).toBeGreaterThan(0);
  const before = await seconds(visitor);
  gateway.control('cut-media');
  await visitor.passes('reconnecting');
  await expect(visitor.panel.getByText('Connection lost. Reconnecting…')).toBeVisible();
  // The SDK looks for another way, and says `active` again.
  await expect.poll(() => gateway.state().frames.received['telnyx_rtc.modify'] ?? 0).toBeGreaterThan(0);
  gateway.control('restore-media');
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  expect(await seconds(visitor)).toBeGreaterThan(before);
  expect((await visitor.states()).slice(-3)).toEqual(['active', 'reconnecting', 'active']);
  await visitor.hangUp();
  await visitor.isClean();
  await nextCallWorks(visitor);
});
