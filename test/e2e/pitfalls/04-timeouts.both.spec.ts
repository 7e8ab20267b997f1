import {microphoneIsOff, nextCallWorks, runOut} from '../support/outage.js';
import {expect, test} from '../support/visitor.js';

test('pitfall 4: the SDK waits for ever for sound in a call: kept a while, then hung up at both ends', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('cut-media');
  await visitor.passes('reconnecting');
  await expect(visitor.panel).toContainText('Your call is kept.');
  await runOut(visitor, 45_000);
  await visitor.reaches('ended');
  await microphoneIsOff(visitor);
  await expect(visitor.panel).toContainText('The connection was lost and did not come back.');
  await visitor.isClean();

  gateway.control('restore-media');
  await nextCallWorks(visitor);
});
