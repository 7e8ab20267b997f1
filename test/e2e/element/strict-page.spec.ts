import {runOut} from '../support/outage.js';
import {expect, SCRIPT, test} from '../support/visitor.js';

test('a page whose policy forbids the signaling server: said in words, with the way out', async ({
  visitor,
}) => {
  const policy = `default-src 'none'; script-src 'self'; connect-src 'self'`;
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  await visitor.open(visitor.tag('tone'), meta + SCRIPT);
  await visitor.button().click();
  await expect.poll(() => visitor.complaints.join()).toMatch(/connect-src/);
  // The SDK tries again and again: the button's patience has an end.
  await runOut(visitor, 15_000);
  await visitor.reaches('failed');
  await expect(visitor.panel).toContainText('We couldn’t reach the phone service.');
  await expect(visitor.link).toBeVisible();
  expect(await visitor.told('error')).toMatchObject([{code: 'connection-failed', retryable: true}]);
  await visitor.isClean(/connection-failed/, /connect-src/);
});
