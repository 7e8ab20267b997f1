import {runOut} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, SCRIPT, test} from '../support/visitor.js';

test('a page with a strict policy and Trusted Types: a call, and no violation', async ({
  visitor,
  gateway,
}) => {
  const policy = [
    `default-src 'none'`,
    `script-src 'self'`,
    // Calls, and the reports that the SDK sends to the same server.
    `connect-src 'self' ${gateway.url} ${gateway.http}`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
  ].join('; ');
  await visitor.page.addInitScript(() => {
    window.violations = [];
    addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
      window.violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  await visitor.open(visitor.tag('tone'), meta + SCRIPT);
  await visitor.call();
  await expectTone(visitor.page, 440);
  await expect(visitor.panel).toHaveCSS('position', 'fixed');
  await expect(visitor.panel).toHaveCSS('border-radius', '16px');
  await visitor.hangUp();
  await visitor.isClean();
  expect(gateway.state().reports).toHaveLength(1);
  expect(await visitor.page.evaluate(() => window.violations)).toEqual([]);
});

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

declare global {
  interface Window {
    violations: string[];
  }
}
