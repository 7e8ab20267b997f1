import {CUT_OFF, isLost, nextCallWorks, retryAfter} from '../support/outage.js';
import {test} from '../support/visitor.js';

// Chromium alone: Firefox itself waits longer before each socket to a server that has refused the last one.
test('no socket after all the tries: given up in words, off at once, and the next call works', async ({
  visitor,
  gateway,
  link,
}) => {
  await retryAfter(visitor, 50);
  await visitor.open(visitor.tag('tone', '', link.url));
  await visitor.call();
  link.refuse(true);
  link.cut();
  await isLost(visitor);
  // The tries take minutes in a visitor's life: the server has given the call up long before.
  gateway.control('kill-leg');
  link.refuse(false);
  await visitor.isClean(CUT_OFF);
  await nextCallWorks(visitor, CUT_OFF);
});
