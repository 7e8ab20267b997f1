import {mintToken, type Gateway} from '../../../demo/gateway/index.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

const fresh = (gateway: Gateway): Promise<string> =>
  mintToken(gateway.secret, {user: 'visitor-1', expiresIn: 3600});

/** Answers with a token that lead to a call. */
const GOOD: Record<string, (token: string) => Response> = {
  'JSON with `token`': (token) => Response.json({token}),
  'JSON with `login_token`': (token) => Response.json({login_token: token}),
  'JSON with `data`, as Telnyx’s own API answers': (token) => Response.json({data: token}),
  'a bare JWT as text': (token) => new Response(token, {headers: {'content-type': 'text/plain'}}),
  'a bare JWT with a line end': (token) => new Response(`${token}\n`),
};

for (const [answer, respond] of Object.entries(GOOD))
  test(`${answer}: the call is made`, async ({visitor, shop, gateway}) => {
    shop.token = async () => respond(await fresh(gateway));
    await visitor.open(visitor.tag('tone'));
    await visitor.call();
    expect(gateway.state().legs).toMatchObject([{user: 'visitor-1', peer: 'tone'}]);
    await visitor.hangUp();
    await visitor.isClean();
  });

test('what the endpoint is asked: whom the visitor calls and from which page, with no query', async ({
  visitor,
  shop,
}) => {
  const asked: unknown[] = [];
  shop.token = async (request) => {
    asked.push({method: request.method, body: await request.clone().json()});
    return shop.mint(request);
  };
  await visitor.open(visitor.tag('+1 555 010 0003'));
  await visitor.page.goto(`${shop.url}/page.html?email=me@example.test#private`);
  await visitor.call();
  expect(asked).toEqual([
    {method: 'POST', body: {destination: '+15550100003', page: `${shop.url}/page.html`}},
  ]);
  await visitor.hangUp();
  await visitor.isClean();
});

test('destination and caller in the answer win over the attributes', async ({visitor, shop, gateway}) => {
  shop.token = async () =>
    Response.json({
      token: await fresh(gateway),
      destination: 'echo',
      callerName: 'From the server',
      callerNumber: '+15550100088',
    });
  await visitor.open(visitor.tag('tone', 'caller-name="From the page" caller-number="+15550100077"'));
  await visitor.call();
  expect(gateway.state().legs).toMatchObject([
    {peer: 'echo', callerName: 'From the server', callerNumber: '+15550100088'},
  ]);
  await visitor.hangUp();
  await visitor.isClean();
});

test('two server errors, then a token: the visitor only waits', async ({visitor, shop}) => {
  let answers = 0;
  shop.token = async (request) => {
    answers += 1;
    return answers < 3 ? new Response('oops', {status: 500}) : shop.mint(request);
  };
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  expect(answers).toBe(3);
  expect(await visitor.told('error')).toEqual([]);
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean(/status of 500/);
});

test('an expired token: the login is refused, the visitor can try again with a new one', async ({
  visitor,
  shop,
  gateway,
}) => {
  shop.token = async () =>
    Response.json({token: await mintToken(gateway.secret, {user: 'visitor-1', expiresIn: -60})});
  await visitor.open(visitor.tag('tone'));
  await visitor.button().click();
  await visitor.reaches('failed');
  await expect(visitor.panel).toContainText('Calling isn’t available at the moment.');
  await expect(visitor.link).toBeVisible();
  expect(await visitor.told('error')).toMatchObject([{code: 'login-refused', retryable: true}]);
  shop.token = shop.mint;
  await visitor.control('Try again').click();
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.isClean(/login-refused/);
});

test('a kept token that the server no longer takes: the call asks for a new one by itself', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
  gateway.control('expire-tokens');
  await visitor.control('Call again').click();
  await visitor.reaches('active');
  expect(await visitor.told('error')).toEqual([]);
  await visitor.hangUp();
  await visitor.isClean();
});
