import {nextCallWorks, shorten} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('pitfall 18: the SDK’s wait for a ping runs out in a call: a new socket, the same call, no error of the page', async ({
  visitor,
  gateway,
}) => {
  // As long as the SDK waits for an answer.
  await shorten(visitor, {10_000: 1500});
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('silence', {methods: ['ping']});
  await expect.poll(() => gateway.state().logins).toBeGreaterThan(1);
  gateway.control('silence', {methods: []});
  await expect.poll(() => gateway.state().legs).toMatchObject([{phase: 'active'}]);
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
  await nextCallWorks(visitor);
});
