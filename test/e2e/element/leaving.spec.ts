import type {SdkPage} from '../support/sdk-page.js';
import {expect, test, type Visitor} from '../support/visitor.js';

/** A visitor's call to an agent who answers. */
async function talk(visitor: Visitor, far: SdkPage): Promise<void> {
  await far.login('agent');
  await far.autoAnswer();
  await visitor.open(visitor.tag('agent'));
  await visitor.call();
  await far.waitFor('active');
}

const WAYS: Record<string, (visitor: Visitor) => Promise<unknown>> = {
  'the page is closed': ({page}) => page.close({runBeforeUnload: true}),
  'the page is reloaded': ({page}) => page.reload(),
  'the visitor follows a link': async ({page, shop}) => {
    const url = `${shop.url}/page.html?another`;
    await page.evaluate((url) => location.assign(url), url);
    await page.waitForURL(url);
  },
};

for (const [way, leave] of Object.entries(WAYS))
  test(`${way}: goodbye is said, and the agent's call ends at once`, async ({visitor, far, gateway}) => {
    await talk(visitor, far);
    await leave(visitor);
    // The gateway keeps the call of a client that is only gone for 60 s: longer than this test may last.
    await far.waitFor('destroy');
    expect(await far.reason()).toMatchObject({cause: 'NORMAL_CLEARING'});
    expect(gateway.state().frames.received['telnyx_rtc.bye']).toBeGreaterThanOrEqual(1);
    await visitor.isGone();
    expect(visitor.complaints).toEqual([]);
  });

test('the page is reloaded while it rings: the agent stops ringing', async ({visitor, far, gateway}) => {
  await far.login('agent');
  await visitor.open(visitor.tag('agent'));
  await visitor.button().click();
  await far.waitFor('ringing');
  await visitor.page.reload();
  await far.waitFor('destroy');
  expect(await far.reason()).toMatchObject({cause: 'ORIGINATOR_CANCEL'});
  expect(gateway.state().frames.received['telnyx_rtc.bye']).toBeGreaterThanOrEqual(1);
  await visitor.isClean();
});

test('after the reload the next call works', async ({visitor, far}) => {
  await talk(visitor, far);
  await visitor.page.reload();
  await far.waitFor('destroy');
  await far.autoAnswer();
  await visitor.call();
  await far.waitFor('active');
  await visitor.hangUp();
  await visitor.isClean();
});

test('a phone that only hides the page and never says `beforeunload`: goodbye is said all the same', async ({
  visitor,
}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.call();
  await visitor.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true})));
  await visitor.reaches('ended');
  await visitor.isClean();
  expect(visitor.sent('telnyx_rtc.bye')).toHaveLength(1);
});
