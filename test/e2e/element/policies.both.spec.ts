import {ALLOW, contentPolicy, permissionsPolicy, TRUSTED_TYPES} from '../../../scripts/docs/network.js';
import {expectTone} from '../support/sound.js';
import {violationsIn, watchPolicies} from '../support/violations.js';
import {expect, test, type Visitor} from '../support/visitor.js';

// The policies of docs/network.md, with this machine's gateway in the place of Telnyx's server.
const policyFor = ({gateway}: Visitor): string =>
  `${contentPolicy({files: `'self'`, endpoints: [`'self'`], signaling: gateway.url})}; ${TRUSTED_TYPES}`;

/** A tag that sends what it measures to its page's server. */
const tagOf = (visitor: Visitor): string => visitor.tag('tone', 'quality-url="/api/quality"');

/** A call with sound from where the button stands, hung up and reported to both, with nothing against a policy. */
async function callsWithoutViolation(visitor: Visitor): Promise<void> {
  await visitor.call();
  await expectTone(visitor.place, 440);
  await expect(visitor.panel).toHaveCSS('border-radius', '16px');
  await visitor.hangUp();
  await visitor.isClean();
  expect(visitor.gateway.state().reports).toHaveLength(1);
  // Alerts on a slow machine send some more.
  const sent = (): boolean => visitor.requests.some((url) => url.endsWith('/api/quality'));
  await expect.poll(sent, {message: 'the summary for the page’s owner'}).toBe(true);
  expect(await violationsIn(visitor.page)).toEqual([]);
}

test('a page with the policies of the docs: a call, its report, and no violation', async ({visitor}) => {
  visitor.shop.headers = {
    // Firefox asks for the page's own icon.
    'content-security-policy': `${policyFor(visitor)}; img-src ${visitor.shop.url}/favicon.ico`,
    'permissions-policy': permissionsPolicy(),
  };
  await watchPolicies(visitor.page);
  await visitor.open(tagOf(visitor));
  await callsWithoutViolation(visitor);
});

test('a frame of another origin with the policies of the docs: a call, its report, and no violation', async ({
  visitor,
  shop,
}) => {
  shop.headers = {
    'content-security-policy': `frame-src ${shop.elsewhere}`,
    'permissions-policy': permissionsPolicy(shop.elsewhere),
  };
  shop.frameHeaders = {'content-security-policy': policyFor(visitor)};
  await watchPolicies(visitor.page);
  await visitor.openFramed(tagOf(visitor), `allow="${ALLOW}"`);
  await callsWithoutViolation(visitor);
});
