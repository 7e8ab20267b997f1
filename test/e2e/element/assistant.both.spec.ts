import type {Gateway} from '../../../demo/gateway/index.js';
import {goOffline} from '../support/outage.js';
import {expectSound} from '../support/sound.js';
import {expect, LINK, test, type Visitor} from '../support/visitor.js';

const GREETING = 'Hello, this is the assistant of the local gateway. How can I help?';

/** A tag as a page's owner would paste it: no endpoint, no number. */
const tag = (gateway: Gateway, more = '') =>
  `<telnyx-call-button ai-assistant-id="assistant-1" signaling-url="${gateway.url}" ${more}>${LINK}</telnyx-call-button>`;

/** The page has no function that the greeting asks for, and the assistant was told: nothing more comes of itself. */
const NO_TOOL = 'The page says: {"error":"there is no such tool"}';

const log = (visitor: Visitor) => visitor.panel.getByRole('log', {name: 'Transcript'});

/** What the page was told of the transcript. */
async function note(visitor: Visitor): Promise<void> {
  await visitor.element().evaluate((element) => {
    window.words = [];
    (element as HTMLElement).addEventListener('telnyx-call-transcript', ({role, text, final}) =>
      window.words.push({role, text, final}),
    );
  });
}

const words = ({page}: Visitor) => page.evaluate(() => window.words);

async function write(visitor: Visitor, text: string): Promise<void> {
  const field = visitor.panel.getByRole('textbox', {name: 'Write a message'});
  await field.fill(text);
  await field.press('Enter');
  await expect(field).toHaveValue('');
}

test('without a token endpoint: sound both ways, and every word can be read, partial, final and after the call', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(tag(gateway));
  await note(visitor);
  await visitor.call();
  await expectSound(visitor.page);
  await expect.poll(() => gateway.state().legs[0]?.packetsReceived).toBeGreaterThan(10);
  await expect(log(visitor)).toContainText(GREETING);
  await expect(log(visitor)).toContainText('When are you open?');
  await expect(log(visitor)).toContainText(NO_TOOL);
  await expect.poll(() => words(visitor)).toContainEqual({role: 'assistant', text: GREETING, final: true});
  const told = await words(visitor);
  expect(told).toContainEqual({role: 'assistant', text: 'Hello, ', final: false});
  expect(told).toContainEqual({role: 'user', text: 'When are', final: false});
  expect(told).toContainEqual({role: 'user', text: 'When are you open?', final: true});
  await expect(visitor.panel.locator('[part=status]')).toContainText(/Listening|Thinking…|Speaking/);
  await visitor.hangUp();
  await expect(log(visitor)).toContainText(GREETING);
  await expect(visitor.panel.getByRole('textbox')).toHaveCount(0);
  await visitor.isClean(/tool "get_opening_hours" failed: there is no such tool/);
  expect(visitor.requests.filter((url) => url.includes('token'))).toEqual([]);
});

test('what is typed stands in the transcript once the server has it, and stays through a dropped socket', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(tag(gateway));
  await visitor.call();
  await expect(log(visitor)).toContainText(NO_TOOL);
  gateway.control('silence', {methods: ['ai_conversation']});
  await write(visitor, 'Is anybody there?');
  await expect.poll(() => gateway.state().frames.received['ai_conversation']).toBe(2);
  gateway.control('silence', {methods: []});
  await write(visitor, 'Thank you');
  await expect(log(visitor)).toContainText('You wrote: Thank you');
  // A request is not a report: the server has never had it.
  await expect(log(visitor)).not.toContainText('Is anybody there?');
  goOffline(gateway);
  await visitor.reaches('reconnecting');
  await expect(visitor.control('Send')).toHaveAttribute('aria-disabled', 'true');
  gateway.control('thaw');
  await visitor.reaches('active', 0, 30_000);
  await write(visitor, 'Still there?');
  await expect(log(visitor)).toContainText('You wrote: Still there?');
  await expect(log(visitor)).toContainText('You wrote: Thank you');
  await visitor.hangUp();
  await visitor.isClean(/there is no such tool/);
});

test('the page’s functions run for the assistant, and their errors are told to nobody else', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(tag(gateway));
  await visitor.element().evaluate((element) => {
    (element as HTMLElementTagNameMap['telnyx-call-button']).tools = {
      get_opening_hours: async ({day}) => `nine to five ${String(day)}`,
      fail: () => Promise.reject(new Error('no such order')),
    };
  });
  await visitor.call();
  await expect(log(visitor)).toContainText('The page says: nine to five today');
  await write(visitor, '/use fail');
  await expect(log(visitor)).toContainText('The page says: {"error":"no such order"}');
  await write(visitor, '/use constructor {}');
  await expect(log(visitor)).toContainText(NO_TOOL);
  await visitor.hangUp();
  await visitor.isClean(/"fail" failed: no such order/, /"constructor" failed/);
});

test('text from the far end stays text: no element, no request, and links only by the list', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(tag(gateway));
  await visitor.call();
  await expect(log(visitor)).toContainText(NO_TOOL);
  const hostile =
    '<img src="/stolen.png" onerror="window.hit=1"><script>window.hit=1</script> javascript:alert(1) https://bank.example@evil.example/ https://shop.example/visit';
  const params = (item: object) => ({type: 'conversation.item.created', item});
  for (const broken of [{}, {type: 7}, params([]), {type: 'response.text.delta', delta: {}}])
    gateway.control('send', {method: 'ai_conversation', params: broken});
  gateway.control('send', {
    method: 'ai_conversation',
    params: params({id: 'x', type: 'message', role: 'user', status: 'completed', content: [{text: hostile}]}),
  });
  await expect(log(visitor)).toContainText(hostile);
  await expect(log(visitor).locator('img, script')).toHaveCount(0);
  const link = log(visitor).getByRole('link');
  await expect(link).toHaveText('https://shop.example/visit');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  expect(await visitor.page.evaluate(() => 'hit' in window)).toBe(false);
  expect(visitor.requests.filter((url) => /stolen|evil|shop\.example/.test(url))).toEqual([]);
  await visitor.hangUp();
  await visitor.isClean(/there is no such tool/);
});

test('an assistant that nobody knows: the usual words, and the way out', async ({visitor, gateway}) => {
  gateway.control('refuse-next-login', {times: 2});
  await visitor.open(tag(gateway));
  await visitor.button().click();
  await visitor.reaches('failed');
  await expect(visitor.link).toBeVisible();
  expect(await visitor.told('error')).toMatchObject([{code: 'login-refused'}]);
  await visitor.isClean(/login-refused/);
});

declare global {
  interface Window {
    words: Array<{role: string; text: string; final: boolean}>;
  }
}
