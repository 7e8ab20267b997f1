import {en} from '../../../src/locales/en.js';
import {nextCallWorks} from '../support/outage.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

// It matters with incoming calls, which come later. A call out puts all it has into its first message.
test('pitfall 19: the way to the page is in the call’s first message, and nothing hangs on what comes behind it', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const [invite] = visitor.sent('telnyx_rtc.invite');
  expect(invite?.params.sdp).toContain('a=candidate');
  expect(visitor.sent('telnyx_rtc.candidate')).toEqual([]);
  const {callID} = gateway.state().legs[0]!;
  const candidate = 'candidate:1 1 udp 2130706431 192.0.2.1 9 typ host';
  const params = {callID, candidate, sdpMid: '0', sdpMLineIndex: 0};
  gateway.control('send', {method: 'telnyx_rtc.candidate', params});
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
  await nextCallWorks(visitor);
});

// Typed text comes with the conversation of an assistant.
test('pitfall 20: a call without typed text sends nothing of a conversation, and takes no harm from one', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  const params = {type: 'response.text.delta', delta: 'Hello', item_id: 'item-1', response_id: 'response-1'};
  gateway.control('send', {method: 'ai_conversation', params});
  gateway.control('send', {method: 'ai_conversation', params: {type: 'of another kind'}});
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  expect(visitor.sent('ai_conversation')).toEqual([]);
  await visitor.isClean();
  await nextCallWorks(visitor);
});

test('pitfall 22: a page that is not secure: said so, and nothing is asked of anybody', async ({
  visitor,
  shop,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'), undefined, shop.insecure);
  // The way out stands in the button's place; a script of the page can call all the same.
  await expect(visitor.link).toBeVisible();
  await expect(visitor.button()).toHaveCount(0);
  await visitor.element().evaluate((tag) => (tag as HTMLElement & {call(): unknown}).call());
  await expect.poll(async () => (await visitor.told('error')).length).toBe(1);
  expect(await visitor.told('error')).toMatchObject([{code: 'insecure-page'}]);
  expect(gateway.state().logins).toBe(0);
  const dialog = visitor.page.getByRole('dialog', {name: en.dialog.title['insecure-page']});
  await dialog.getByRole('button', {name: en.close}).click();
  await expect(dialog).toHaveCount(0);
  await visitor.isClean(/insecure-page/);

  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean(/insecure-page/);
});
