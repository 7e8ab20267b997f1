import {MICROPHONE_HZ} from '../support/browser.js';
import {expectTone} from '../support/sound.js';
import {expect, test} from '../support/visitor.js';

test('a double click is one call', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone'));
  await visitor.button().dblclick();
  await visitor.reaches('active');
  expect(visitor.sent('telnyx_rtc.invite')).toHaveLength(1);
  expect(gateway.state()).toMatchObject({sockets: 1, logins: 1});
  expect(await visitor.told('request')).toHaveLength(1);
  await visitor.hangUp();
  await visitor.isClean();
});

test('clicks while it connects and rings show the panel and start nothing', async ({visitor}) => {
  await visitor.open(visitor.tag('ringing', 'label="Talk"'));
  const button = visitor.element().locator('[part=button]');
  await button.click();
  await button.click();
  await visitor.reaches('ringing');
  await button.click();
  await visitor.control('Hide the call panel').click();
  await expect(visitor.panel).toBeHidden();
  await expect(button).toContainText('Ringing…');
  await button.click();
  await expect(visitor.panel).toBeVisible();
  expect(visitor.sent('telnyx_rtc.invite')).toHaveLength(1);
  await visitor.control('Cancel').click();
  await visitor.isClean();
});

test('moved in a live call: the call lives, sound flows both ways, the panel shows', async ({
  visitor,
  far,
}) => {
  await far.login('agent');
  await far.autoAnswer(700);
  await visitor.open(`${visitor.tag('agent')}<main></main><div></div>`);
  await visitor.call();
  for (const place of ['main', 'shadow root', 'detached at first'] as const) {
    await visitor.page.evaluate((place) => {
      const button = document.querySelector('telnyx-call-button') ?? document.createElement('i');
      const div = document.querySelector('div')!;
      if (place === 'main') document.querySelector('main')!.append(button);
      else if (place === 'shadow root') div.attachShadow({mode: 'open'}).append(button);
      else {
        const inside = div.shadowRoot!.firstElementChild!;
        inside.remove();
        document.body.prepend(inside);
      }
    }, place);
    await expect(visitor.panel).toBeVisible();
    await expectTone(visitor.page, 700);
    await expectTone(far.page, MICROPHONE_HZ);
    expect(await visitor.state()).toBe('active');
  }
  expect((await visitor.states()).at(-1)).toBe('active');
  await visitor.hangUp();
  await visitor.isClean();
  expect(visitor.sent('telnyx_rtc.bye')).toHaveLength(1);
});

for (const {to, state} of [
  {to: 'tone', state: 'active'},
  {to: 'ringing', state: 'ringing'},
])
  test(`removed while ${state}: the call ends and the microphone is off`, async ({visitor}) => {
    await visitor.open(visitor.tag(to));
    await visitor.button().click();
    await visitor.reaches(state);
    await visitor.element().evaluate((element) => element.remove());
    await visitor.isClean();
    expect(visitor.sent('telnyx_rtc.bye')).toHaveLength(1);
  });

test('removed and put back later: the next call works', async ({visitor}) => {
  await visitor.open(`${visitor.tag('tone')}<main></main>`);
  await visitor.call();
  const element = await visitor.element().elementHandle();
  await element?.evaluate((element) => element.remove());
  await visitor.isClean();
  await visitor.page.evaluate((element) => document.querySelector('main')!.append(element!), element);
  await expect(visitor.panel).toBeHidden();
  await visitor.call();
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  await visitor.isClean();
});

test('attributes changed in a call are the next call’s', async ({visitor, gateway}) => {
  await visitor.open(visitor.tag('tone', 'caller-name="Before"'));
  await visitor.call();
  await visitor.element().evaluate((element) => {
    element.setAttribute('destination', 'echo');
    element.setAttribute('caller-name', 'After');
    element.setAttribute('token-url', '/api/telnyx-token?after');
    element.setAttribute('label', 'Other words');
  });
  await expectTone(visitor.page, 440);
  expect(gateway.state()).toMatchObject({
    logins: 1,
    legs: [{peer: 'tone', callerName: 'Before', phase: 'active'}],
  });
  await visitor.hangUp();
  await visitor.control('Call again').click();
  await visitor.reaches('active');
  await expectTone(visitor.page, MICROPHONE_HZ);
  expect(gateway.state()).toMatchObject({
    logins: 2,
    legs: [{peer: 'echo', callerName: 'After', phase: 'active'}],
  });
  expect(visitor.requests.filter((url) => url.endsWith('telnyx-token?after'))).toHaveLength(1);
  await visitor.hangUp();
  await visitor.isClean();
});
