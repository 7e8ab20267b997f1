import {mintToken} from '../../../demo/gateway/index.js';
import {MICROPHONE_HZ} from '../support/browser.js';
import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

const FIRST = {name: 'Sales', user: 'for-sales', to: 'tone', hz: 440};
const SECOND = {name: 'Support', user: 'for-support', to: 'echo', hz: MICROPHONE_HZ};

/** A page with two buttons, each with its own endpoint and so its own login. */
async function openBoth(visitor: Visitor): Promise<void> {
  const {shop, gateway} = visitor;
  shop.token = async (request) => {
    const user = new URL(request.url).search.slice(1);
    return Response.json({token: await mintToken(gateway.secret, {user, expiresIn: 3600})});
  };
  const tags = [FIRST, SECOND].map(({name, user, to}) =>
    visitor.tag(to, `label="${name}"`).replace('/api/telnyx-token', `/api/telnyx-token?${user}`),
  );
  // Far from each other: no panel covers the other button.
  await visitor.open(`<main style="display: flex; justify-content: space-between">${tags.join('')}</main>`);
}

const users = ({gateway}: Visitor): string[] =>
  gateway
    .state()
    .clients.filter(({connected}) => connected)
    .map(({user}) => user);

test('one after the other: each with its own login and destination', async ({visitor, gateway}) => {
  await openBoth(visitor);
  for (const [index, {name, user, to, hz}] of [FIRST, SECOND, FIRST].entries()) {
    await visitor.button(name).click();
    await visitor.reaches('active', index % 2);
    expect(gateway.state().legs).toMatchObject([{user, peer: to}]);
    await expect.poll(() => users(visitor)).toEqual([user]);
    await expectTone(visitor.page, hz);
    await visitor.control('Hang up').click();
    await visitor.reaches('ended', index % 2);
    await visitor.control('Close').click();
  }
  await visitor.isClean();
});

test('intent on both: the line is the one of the button that is clicked', async ({visitor, gateway}) => {
  await openBoth(visitor);
  await visitor.button(SECOND.name).hover();
  await expect.poll(() => users(visitor)).toEqual([SECOND.user]);
  await visitor.button(FIRST.name).hover();
  await expect.poll(() => users(visitor)).toEqual([FIRST.user]);
  await visitor.button(SECOND.name).click();
  await visitor.reaches('active', 1);
  expect(gateway.state().legs).toMatchObject([{user: SECOND.user, peer: SECOND.to}]);
  await expect.poll(() => gateway.state().sockets).toBe(1);
  await expectTone(visitor.page, SECOND.hz);
  await visitor.control('Hang up').click();
  await visitor.reaches('ended', 1);
  // The first one's warm-up has a timer of its own.
  await visitor.element(0).evaluate((element) => element.remove());
  await visitor.isClean();
});

test('intent on the other one in a live call opens nothing', async ({visitor, gateway}) => {
  await openBoth(visitor);
  await visitor.button(FIRST.name).click();
  await visitor.reaches('active');
  const other = visitor.element(1).locator('[part=button]');
  await other.hover();
  await other.focus();
  await visitor.page.waitForLoadState('networkidle');
  expect(visitor.requests.filter((url) => url.startsWith('ws:'))).toHaveLength(1);
  expect(gateway.state()).toMatchObject({sockets: 1, logins: 1, legs: [{user: FIRST.user}]});
  await expectTone(visitor.page, FIRST.hz);
  await visitor.hangUp();
  await visitor.isClean();
});

test('a click on the other one in a live call says so, and leaves the call alone', async ({
  visitor,
  gateway,
}) => {
  await openBoth(visitor);
  await visitor.button(FIRST.name).click();
  await visitor.reaches('active');
  const first = visitor.element(0).getByRole('dialog');
  await visitor.element(1).locator('[part=button]').click();
  await expect(visitor.element(1).getByRole('dialog')).toContainText(
    'You are already in a call on this page.',
  );
  expect(await visitor.told('error')).toMatchObject([{code: 'another-call', retryable: true}]);
  expect(await visitor.state(0)).toBe('active');
  expect(gateway.state()).toMatchObject({sockets: 1, logins: 1, legs: [{user: FIRST.user, phase: 'active'}]});
  await expectTone(visitor.page, FIRST.hz);
  await first.getByRole('button', {name: 'Hang up'}).click();
  await visitor.reaches('ended', 0);

  await visitor.element(1).getByRole('button', {name: 'Try again'}).click();
  await visitor.reaches('active', 1);
  expect(gateway.state().legs).toMatchObject([{user: SECOND.user, peer: SECOND.to}]);
  await visitor.element(1).getByRole('button', {name: 'Hang up'}).click();
  await visitor.isClean();
});

test('one endpoint that mints a new login each time: the buttons do not share one', async ({
  visitor,
  gateway,
}) => {
  await visitor.open(visitor.tag('tone', 'label="Sales"') + visitor.tag('echo', 'label="Support"'));
  const seen = [];
  for (const [index, name] of ['Sales', 'Support'].entries()) {
    await visitor.button(name).click();
    await visitor.reaches('active', index);
    seen.push(gateway.state().legs[0]?.user);
    await visitor.control('Hang up').click();
    await visitor.reaches('ended', index);
    await visitor.control('Close').click();
  }
  expect(new Set(seen).size).toBe(2);
  await visitor.isClean();
});
