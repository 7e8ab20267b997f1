import type {Report} from '../../../src/index.js';
import {expect, test} from '../support/visitor.js';

for (const name of ['url', 'foreign'] as const)
  test(`reports reach ${name === 'url' ? 'the page’s own server' : 'another site'}: at the end of a call, and when the page goes in one`, async ({
    visitor,
    shop,
    gateway,
  }) => {
    const reports = () => shop.reports.map(({text}) => JSON.parse(text) as Report);
    await visitor.open(visitor.tag('tone', `quality-url="${shop[name]}/quality"`));
    const measured = () => visitor.element().evaluate((element) => Boolean(Reflect.get(element, 'quality')));

    await visitor.call();
    await expect.poll(measured).toBe(true);
    await visitor.hangUp();
    await expect.poll(() => reports().length).toBe(1);
    const [{callId}] = (await visitor.told('end')) as unknown as [{callId: string}];
    expect(shop.reports[0]!.type).toMatch(/^text\/plain/i);
    expect(reports()[0]).toMatchObject({event: 'end', callId, reason: 'ended', initiator: 'local'});
    expect(reports()[0]!.summary).toMatchObject({
      path: {local: expect.stringMatching(/host|prflx/), protocol: 'udp'},
    });

    await visitor.control('Call again').click();
    await visitor.reaches('active');
    await expect.poll(measured).toBe(true);
    const [leg] = gateway.state().legs;
    await visitor.page.goto(`${shop.url}/page.html?next`);
    await expect.poll(() => reports().length).toBe(2);
    expect(reports()[1]).toMatchObject({event: 'end', callId: leg!.callID});
    expect(reports()[1]!.summary!.bytesSent).toBeGreaterThan(0);
    expect(JSON.stringify(shop.reports)).not.toMatch(/tone|127\.0\.0\.1|localhost|token/);
    await visitor.isGone();
  });
