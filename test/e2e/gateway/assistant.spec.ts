import {expect, test} from '../support/fixtures.js';
import type {SdkPage} from '../support/sdk-page.js';
import {listen} from '../support/sound.js';

interface Item {
  type?: string;
  role?: string;
  call_id?: string;
  name?: string;
  content?: unknown;
}

const items = (sdk: SdkPage): Promise<Item[]> =>
  sdk.page.evaluate(() =>
    window.lab.talk
      .filter(({type}) => type === 'conversation.item.created')
      .map(({item}) => item as Record<string, string>),
  );

const said = (sdk: SdkPage): Promise<string> =>
  sdk.page.evaluate(() =>
    window.lab.talk
      .filter(({type}) => type === 'response.text.delta')
      .map(({delta}) => String(delta))
      .join(''),
  );

test('the assistant speaks, hears, uses a tool and answers what is typed', async ({sdk, gateway}) => {
  await sdk.connect({anonymous_login: {target_type: 'ai_assistant', target_id: 'assistant-1'}});
  await sdk.ready();
  await sdk.call('');
  expect(gateway.state().legs).toMatchObject([{peer: 'assistant'}]);
  await expect.poll(async () => (await listen(sdk.page)).db, {intervals: [0]}).toBeGreaterThan(-45);
  await expect
    .poll(() => said(sdk))
    .toBe('Hello, this is the assistant of the local gateway. How can I help?');
  await expect
    .poll(() => items(sdk))
    .toMatchObject([
      {type: 'message', role: 'user', status: 'in_progress', content: [{type: 'text', text: 'When are'}]},
      {type: 'message', role: 'user', content: [{type: 'text', text: 'When are you open?'}]},
      {type: 'function_call', name: 'get_opening_hours'},
    ]);
  const call_id = (await items(sdk))[2]?.call_id;
  await sdk.page.evaluate((call_id) => {
    window.lab.call?.sendAIConversationMessage({
      type: 'function_call_output',
      call_id,
      output: 'nine to five',
    } as never);
    window.lab.call?.sendConversationMessage('Thank you', []);
  }, call_id);
  await expect.poll(() => said(sdk)).toMatch(/The page says: nine to five.*You wrote: Thank you$/);
  expect((await items(sdk))[3]).toMatchObject({role: 'user', content: [{text: 'Thank you'}]});
});

test('an anonymous login without an assistant is refused', async ({sdk}) => {
  await sdk.connect({anonymous_login: {target_type: 'somebody', target_id: 'assistant-1'}});
  await expect.poll(() => sdk.events()).toContain('error 46001');
});
