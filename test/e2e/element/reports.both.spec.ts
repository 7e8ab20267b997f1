import type {Report} from '../../../src/index.js';
import {expect, test} from '../support/visitor.js';

for (const name of ['url', 'foreign'] as const)
  test(`reports reach ${name === 'url' ? 'the page’s own server' : 'another site'}: at the end of a call, and when the page goes in one`, async ({
    visitor,
    shop,
    gateway,
  }) => {
    // On a loaded machine an alert may be reported before.
    const ends = () =>
      shop.reports.map(({text}) => JSON.parse(text) as Report).filter(({event}) => event === 'end');
    await visitor.open(visitor.tag('tone', `quality-url="${shop[name]}/quality"`));
    const measured = () => visitor.element().evaluate((element) => Boolean(Reflect.get(element, 'quality')));

    await visitor.call();
    await expect.poll(measured).toBe(true);
    await visitor.hangUp();
    await expect.poll(() => ends().length).toBe(1);
    const [{callId}] = (await visitor.told('end')) as unknown as [{callId: string}];
    expect(shop.reports[0]!.type).toMatch(/^text\/plain/i);
    expect(ends()[0]).toMatchObject({event: 'end', callId, reason: 'ended', initiator: 'local'});
    expect(ends()[0]!.summary).toMatchObject({
      path: {local: expect.stringMatching(/host|prflx/), protocol: 'udp'},
    });

    await visitor.control('Call again').click();
    await visitor.reaches('active');
    await expect.poll(measured).toBe(true);
    const [leg] = gateway.state().legs;
    await visitor.page.goto(`${shop.url}/page.html?next`);
    await expect.poll(() => ends().length).toBe(2);
    expect(ends()[1]).toMatchObject({event: 'end', callId: leg!.callID});
    expect(ends()[1]!.summary!.bytesSent).toBeGreaterThan(0);
    expect(JSON.stringify(shop.reports)).not.toMatch(/tone|127\.0\.0\.1|localhost|token/);
    await visitor.isGone();
  });
