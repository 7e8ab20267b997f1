import {expect, test} from '../support/visitor.js';

interface Refusal {
  /** What the endpoint answers. */
  respond: () => Response;
  code: string;
  retryable: boolean;
  /** What the visitor reads. */
  text: string;
  /** How often the endpoint is asked. */
  asked: number;
  /** What the browser itself writes into the console. */
  browser?: RegExp;
}

const final = {retryable: false, asked: 1};
const again = {retryable: true, asked: 1};
const NOT_HERE = 'Calling isn’t available here.';
const NOT_NOW = 'Calling isn’t available at the moment.';
const BUSY = 'All lines are busy at the moment.';
const page = '<!doctype html><title>Log in</title><p>Please log in';

/** An answer of this status, and what the browser says of it. */
const answer = (status: number, retryAfter?: string) => ({
  respond: () => new Response('', {status, headers: {...(retryAfter && {'retry-after': retryAfter})}}),
  browser: new RegExp(`status of ${status}`),
});

const REFUSALS: Record<string, Refusal> = {
  '401': {...final, code: 'token-refused', text: NOT_HERE, ...answer(401)},
  '403': {...final, code: 'token-refused', text: NOT_HERE, ...answer(403)},
  '404': {...final, code: 'token-invalid', text: NOT_NOW, ...answer(404)},
  '429 with Retry-After': {
    ...again,
    code: 'token-busy',
    text: `${BUSY} Please try again in 30 seconds.`,
    ...answer(429, '30'),
  },
  '503 with Retry-After': {
    ...again,
    code: 'token-busy',
    text: `${BUSY} Please try again in 10 minutes.`,
    ...answer(503, '600'),
  },
  '503 without Retry-After': {...again, code: 'token-busy', text: BUSY, ...answer(503)},
  '500, always': {...again, code: 'token-unavailable', text: NOT_NOW, asked: 3, ...answer(500)},
  'an HTML page': {...final, code: 'token-invalid', text: NOT_NOW, respond: () => new Response(page)},
  'an empty body': {...final, code: 'token-invalid', text: NOT_NOW, respond: () => new Response('')},
  'JSON without a token': {
    ...final,
    code: 'token-invalid',
    text: NOT_NOW,
    respond: () => Response.json({error: 'no'}),
  },
};

for (const [answer, {respond, code, retryable, text, asked, browser}] of Object.entries(REFUSALS))
  test(`${answer}: said in words, with the way out`, async ({visitor, shop, gateway}) => {
    let requests = 0;
    shop.token = async () => {
      requests += 1;
      return respond();
    };
    await visitor.open(visitor.tag('tone', 'warm-up="none"'));
    await visitor.button().click();
    await visitor.reaches('failed');
    await expect(visitor.panel).toContainText(text);
    await expect(visitor.link).toBeVisible();
    await expect(visitor.control('Try again')).toHaveCount(retryable ? 1 : 0);
    expect(await visitor.told('error')).toMatchObject([{code, retryable}]);
    expect(await visitor.told('end')).toEqual([]);
    expect(requests).toBe(asked);
    expect(gateway.state().logins).toBe(0);

    await visitor.control('Close').click();
    // Where another try is pointless the page's own link takes the button's place.
    await expect(visitor.button()).toHaveCount(retryable ? 1 : 0);
    await expect(visitor.link).toHaveCount(retryable ? 0 : 1);
    await visitor.isClean(new RegExp(`<telnyx-call-button>: ${code}`), ...(browser ? [browser] : []));
  });

test('no answer: given up after 8 s each, three times, then said in words', async ({visitor, shop}) => {
  let requests = 0;
  shop.token = () => {
    requests += 1;
    void visitor.page.evaluate(() => window.giveUp());
    return new Promise(() => undefined);
  };
  // The test does not wait for real seconds: the first three limits are over when the request has arrived.
  await visitor.page.addInitScript(() => {
    window.limits = [];
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => {
      if (window.limits.push(ms) > 3) return timeout(ms);
      const limit = new AbortController();
      window.giveUp = () => limit.abort(new DOMException('', 'TimeoutError'));
      return limit.signal;
    };
  });
  await visitor.open(visitor.tag('tone', 'warm-up="none"'));
  await visitor.button().click();
  await visitor.reaches('failed');
  await expect(visitor.panel).toContainText(NOT_NOW);
  await expect(visitor.link).toBeVisible();
  expect(await visitor.told('error')).toMatchObject([{code: 'token-unavailable', retryable: true}]);
  expect(await visitor.page.evaluate(() => window.limits)).toEqual([8000, 8000, 8000]);
  expect(requests).toBe(3);

  shop.token = shop.mint;
  await visitor.control('Try again').click();
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.isClean(/token-unavailable/);
});

test('an endpoint that can not be reached: another try works once it is back', async ({visitor}) => {
  await visitor.page.route('**/api/telnyx-token', (route) => route.abort());
  await visitor.open(visitor.tag('tone', 'warm-up="none"'));
  await visitor.button().click();
  await visitor.reaches('failed');
  await expect(visitor.panel).toContainText(NOT_NOW);
  await expect(visitor.link).toBeVisible();
  await visitor.page.unroute('**/api/telnyx-token');
  await visitor.control('Try again').click();
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.isClean(/token-unavailable/, /ERR_FAILED/);
});

declare global {
  interface Window {
    limits: number[];
    /** The time of the request that is under way is over. */
    giveUp(): void;
  }
}
