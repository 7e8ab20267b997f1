import {mintToken} from '../../../demo/gateway/index.js';
import {goOffline, nearlyExpired, nextCallWorks, shorten} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('pitfall 7: a token that runs out in a call is renewed without a login on the line that works', async ({
  visitor,
  shop,
  gateway,
}) => {
  const tokens: string[] = [];
  shop.token = async () => {
    // Two of the same second would be the same.
    const expiresIn = 3600 - tokens.length;
    const token = await mintToken(gateway.secret, {user: 'visitor-1', expiresIn});
    tokens.push(token);
    return Response.json({token});
  };
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  // The SDK warns.
  await nearlyExpired(visitor, 120_000);
  await expect.poll(() => tokens.length).toBe(2);
  await expectTone(visitor.page, 440);
  expect(gateway.state().logins).toBe(1);

  gateway.control('drop');
  await expect.poll(() => gateway.state().legs[0]?.attaches).toBe(1);
  await visitor.reaches('active');
  await expectTone(visitor.page, 440);
  expect(visitor.sent('login').map(({params}) => params.login_token)).toEqual(tokens);
  await visitor.hangUp();
  await visitor.isClean();
  await nextCallWorks(visitor);
});

for (const [what, refusals] of [
  ['the call lives on with another', 0],
  ['there is none for a moment, and the call lives on with the next', 4],
] as const)
  test(`pitfall 7: a token that is no longer good when the socket is back: ${what}`, async ({
    visitor,
    shop,
    gateway,
  }) => {
    // The page does not wait for real seconds between its tries.
    await shorten(visitor, {5_000: 500});
    let asked = 0;
    shop.token = async () => {
      asked += 1;
      if (asked > 1 && asked <= 1 + refusals) return new Response(null, {status: 403});
      const token = await mintToken(gateway.secret, {user: 'visitor-1', expiresIn: 3600 + asked});
      return Response.json({token});
    };
    await visitor.open(visitor.tag('tone'));
    await visitor.call();
    goOffline(gateway);
    gateway.control('refuse-next-login');
    await visitor.passes('reconnecting');
    gateway.control('thaw');
    await visitor.reaches('active');
    await expectTone(visitor.page, 440);
    const tokens = visitor.sent('login').map(({params}) => params.login_token);
    expect(new Set(tokens).size).toBe(2);
    await visitor.hangUp();
    const remarks = refusals ? [/status of 403/] : [];
    await visitor.isClean(...remarks);
    await nextCallWorks(visitor, ...remarks);
  });
