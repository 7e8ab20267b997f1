import {expect, test} from '../support/visitor.js';
import {ask, told} from './question.js';

test('a page whose policy forbids it: Chromium refuses while its query says granted', async ({
  visitor,
  browserName,
}) => {
  visitor.shop.headers = {'permissions-policy': 'microphone=()'};
  await visitor.open('', '');
  await ask(visitor.page);
  // Firefox knows no such header.
  const answer = browserName === 'firefox' ? 'ok' : expect.stringMatching(/^NotAllowedError/);
  await expect.poll(() => told(visitor.page)).toMatchObject({answer, permission: 'granted'});
});

for (const [what, attributes, refused] of [
  ['a frame of another origin without allow', '', /^NotAllowedError/],
  ['a sandboxed frame', 'sandbox="allow-scripts"', /^(SecurityError|NotAllowedError)/],
] as const)
  test(`${what} is refused`, async ({visitor}) => {
    await visitor.openFramed('', attributes);
    await ask(visitor.place);
    await expect.poll(() => told(visitor.place)).toMatchObject({answer: expect.stringMatching(refused)});
  });

test('a frame of another origin with allow may ask', async ({visitor}) => {
  await visitor.openFramed('', 'allow="microphone"');
  await ask(visitor.place);
  await expect.poll(() => told(visitor.place)).toMatchObject({answer: 'ok'});
});

test('a page that is no secure context has no mediaDevices', async ({visitor}) => {
  await visitor.open('', '', visitor.shop.insecure);
  await ask(visitor.page);
  expect(await told(visitor.page)).toMatchObject({answer: 'no mediaDevices'});
});

test('a call from a frame of another origin that may use the microphone', async ({visitor}) => {
  await visitor.openFramed(visitor.tag('tone'), 'allow="microphone; autoplay"');
  await visitor.call();
  await visitor.hangUp();
  await visitor.isClean();
});
