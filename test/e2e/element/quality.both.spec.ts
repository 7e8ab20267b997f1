import {expectTone} from '../support/sound.js';
import {expect, test, type Visitor} from '../support/visitor.js';

/** What the button says of the connection. */
const quality = (visitor: Visitor) =>
  visitor
    .element()
    .evaluate((element) => (element as HTMLElementTagNameMap['telnyx-call-button']).quality ?? null);

test('packets get lost, and then no more: the page is told of each level, and the call goes on', async ({
  visitor,
  gateway,
}) => {
  // Each level has to last for some seconds.
  test.slow();
  await visitor.open(visitor.tag('tone'));
  await visitor.element().evaluate((element) => {
    window.levels = [];
    (element as HTMLElement).addEventListener('telnyx-call-quality', ({level}) => window.levels.push(level));
  });
  const levels = () => visitor.page.evaluate(() => window.levels);
  expect(await quality(visitor)).toBe(null);
  await visitor.call();
  await expect.poll(() => quality(visitor)).not.toBe(null);
  // Every value is one that a connection on this machine can have.
  const {rtt, jitter, packetLoss} = (await quality(visitor))!;
  for (const value of [rtt, jitter, packetLoss]) expect(value).toBeGreaterThanOrEqual(0);
  expect(rtt).toBeLessThan(1000);
  expect(packetLoss).toBeLessThan(1);
  await expect.poll(levels).not.toEqual([]);

  gateway.control('lose-packets', {oneIn: 10});
  await expect.poll(async () => (await quality(visitor))?.packetLoss, {timeout: 20_000}).toBeGreaterThan(3);
  await expect.poll(() => quality(visitor), {timeout: 20_000}).toMatchObject({level: 'critical'});
  expect((await levels()).at(-1)).toBe('critical');
  expect(await visitor.state()).toBe('active');

  gateway.control('restore-media');
  await expect.poll(async () => (await quality(visitor))?.packetLoss, {timeout: 20_000}).toBe(0);
  await expectTone(visitor.page, 440);
  await visitor.hangUp();
  expect(await quality(visitor)).toBe(null);
  await visitor.isClean();
});

/** What the network does, which figure tells so, and beyond what it is an alert (Telnyx's limits). */
const impairments = [
  {alert: 'rtt', figure: 'rtt', limit: 500, body: {delay: 300}},
  {alert: 'jitter', figure: 'jitter', limit: 100, body: {jitter: 180}},
  {alert: 'packet-loss', figure: 'packetLoss', limit: 5, body: {loss: 20}},
] as const;

for (const {alert, figure, limit, body} of impairments)
  test(`the network adds ${Object.keys(body).join()}: the browser measures it, an alert begins, and ends with it`, async ({
    visitor,
    gateway,
  }) => {
    // What has begun has to last for some seconds, and what has ended, too.
    test.setTimeout(150_000);
    await visitor.open(visitor.tag('tone'));
    await visitor.element().evaluate((element) => {
      window.alerts = [];
      (element as HTMLElement).addEventListener('telnyx-call-quality', ({alerts}) =>
        window.alerts.push(...alerts),
      );
    });
    const measured = async () => (await quality(visitor))?.[figure] ?? -1;
    await visitor.call();
    await expect.poll(measured).toBeGreaterThanOrEqual(0);
    await expect.poll(measured, {timeout: 30_000}).toBeLessThan(limit);

    gateway.control('impair', body);
    await expect.poll(measured, {timeout: 30_000}).toBeGreaterThan(limit);
    await expect.poll(() => visitor.page.evaluate(() => window.alerts), {timeout: 30_000}).toContain(alert);
    await expect.poll(() => quality(visitor), {timeout: 30_000}).toMatchObject({level: 'critical'});
    await expectTone(visitor.page, 440);
    expect(await visitor.state()).toBe('active');

    gateway.control('restore-media');
    await expect.poll(measured, {timeout: 30_000}).toBeLessThan(limit / 2);
    await expect.poll(async () => (await quality(visitor))?.alerts, {timeout: 30_000}).not.toContain(alert);
    await visitor.hangUp();
    await visitor.isClean();
  });

declare global {
  interface Window {
    levels: string[];
    alerts: string[];
  }
}
