import {CUT_OFF, hasFailed, microphoneIsOff, nextCallWorks, runOut} from '../support/outage.js';
import {expect, LINK, test, type Visitor} from '../support/visitor.js';

const UNREACHABLE = 'We couldn’t reach the phone service. Check your connection and try again.';

for (const [who, tag] of [
  ['', (visitor: Visitor, url: string) => visitor.tag('tone', '', url)],
  [
    ' of an AI assistant',
    (_: Visitor, url: string) =>
      `<telnyx-call-button ai-assistant-id="assistant-1" signaling-url="${url}">${LINK}</telnyx-call-button>`,
  ],
] as const)
  test(`pitfall 9: a server${who} that was never there: not tried for ever`, async ({visitor, link}) => {
    link.refuse(true);
    await visitor.open(tag(visitor, link.url));
    await visitor.button().click();
    await expect.poll(() => visitor.complaints).not.toEqual([]);
    // The patience for a line.
    await runOut(visitor, 15_000);
    await hasFailed(visitor, 'connection-failed', UNREACHABLE);
    await visitor.isClean(/connection-failed/, CUT_OFF);

    link.refuse(false);
    await nextCallWorks(visitor, /connection-failed/, CUT_OFF);
  });

test('pitfall 10: told to go in a call: said in words, off at once, and the next call works', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  gateway.control('punt');
  await visitor.reaches('ended');
  await microphoneIsOff(visitor);
  await expect(visitor.panel).toContainText('The connection was lost and did not come back.');
  expect(await visitor.told('end')).toMatchObject([{reason: 'lost', initiator: 'network'}]);
  await visitor.isClean();
  await nextCallWorks(visitor);
});

test('pitfall 10: told to move before the call has media: the SDK ends it, and the server’s leg ends, too', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('ringing'));
  await visitor.button().click();
  await visitor.reaches('ringing');
  gateway.control('punt', {withCallId: true});
  await visitor.reaches('ended');
  await microphoneIsOff(visitor);
  await expect(visitor.panel).toContainText('The connection was lost and did not come back.');
  await visitor.isClean();
  await visitor.panel.getByRole('button', {name: 'Call again'}).click();
  await visitor.reaches('ringing');
  await visitor.control('Cancel').click();
  await visitor.isClean();
});
