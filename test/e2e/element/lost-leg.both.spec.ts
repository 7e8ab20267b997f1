import {isLost, nextCallWorks} from '../support/outage.js';
import {expect, test} from '../support/visitor.js';

test('the server’s half of the call goes without a word: told, off at once, and the next call works', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('kill-leg', {silent: true});
  await isLost(visitor);
  expect(await visitor.states()).toContain('reconnecting');
  await visitor.isClean();
  await nextCallWorks(visitor);
});
