import {nextCallWorks} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('pitfall 10: told to move with its call: the call lives on a new socket', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  // The SDK keeps no call whose media is not connected yet.
  await expectTone(visitor.page, 440);
  gateway.control('punt', {withCallId: true});
  await expect.poll(() => gateway.state().logins).toBe(2);
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  expect(await visitor.told('end')).toMatchObject([{reason: 'ended', initiator: 'local'}]);
  await visitor.isClean();
  await nextCallWorks(visitor);
});
