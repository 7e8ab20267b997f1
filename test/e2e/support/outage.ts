import {expect} from './expect.js';
import type {Gateway} from '../../../demo/gateway/index.js';
import {leftovers} from './probe.js';
import type {Visitor} from './visitor.js';

/** The visitor's way to the server is gone: every socket is cut, and a new one stays silent until `thaw`. */
export function goOffline(gateway: Gateway): void {
  gateway.control('freeze');
  gateway.control('drop');
}

/** What the browsers remark on sockets and call reports that do not get through. */
export const CUT_OFF = /net::ERR_(CONNECTION|SOCKET)_|call_report|establish a connection/;

/** The visitor calls again from the panel of the last call, is connected, hangs up, and nothing is left. */
export async function nextCallWorks(visitor: Visitor, ...complaints: RegExp[]): Promise<void> {
  await visitor.panel.getByRole('button', {name: /^(Call|Try) again$/}).click();
  await visitor.reaches('active');
  await visitor.hangUp();
  await visitor.isClean(...complaints);
}

/** The microphone is off at this moment, without a wait. */
export async function microphoneIsOff({page}: Visitor): Promise<void> {
  expect((await leftovers(page)).microphones).toBe(0);
}

/** What the panel's clock shows (s). */
export async function seconds({panel}: Visitor): Promise<number> {
  const [minutes = 0, rest = 0] = (await panel.getByRole('timer').innerText()).split(':').map(Number);
  return minutes * 60 + rest;
}

/** The time of a limit is over: what waits in the page with this delay (ms) has waited long enough. */
export async function runOut({place}: Visitor, delay: number): Promise<void> {
  const ran = await place.evaluate((delay) => {
    const due = [...window.probe.timers].filter(([, timer]) => timer.run && timer.delay === delay);
    for (const [id, {run}] of due) {
      clearTimeout(id);
      run?.();
    }
    return due.length;
  }, delay);
  expect(ran, `timers of ${delay} ms`).toBeGreaterThan(0);
}

/** A token of an hour is about to expire: what waits in the page for so long before its end (ms) has waited long enough. */
export async function nearlyExpired(visitor: Visitor, before: number): Promise<void> {
  const due = 3_600_000 - before;
  const delays = await visitor.place.evaluate(() =>
    [...window.probe.timers.values()].map(({delay}) => delay),
  );
  const delay = delays.find((delay) => delay <= due && delay > due - 30_000);
  expect(delay, `a timer ${before} ms before the end, of ${delays.join(', ')}`).toBeDefined();
  await runOut(visitor, delay!);
}

/**
 * The page does not wait for real seconds: a timer of one of these delays (ms) fires after the other one.
 * For the button's own limits; before `open`.
 */
export async function shorten({page}: Visitor, delays: Record<number, number>): Promise<void> {
  await page.addInitScript((delays) => {
    const {setTimeout} = window;
    window.setTimeout = ((handler: () => void, delay = 0, ...more: unknown[]) =>
      setTimeout(handler, delays[delay] ?? delay, ...more)) as typeof window.setTimeout;
  }, delays);
}

/** The SDK's waits before it tries another socket (ms), with a jitter that always falls alike. */
const BACKOFF = [1125, 2250, 4500, 9000, 18_000, 33_750];

/** The SDK tries another socket this much later (ms), whichever try it is; an hour is never. Before `open`. */
export async function retryAfter(visitor: Visitor, ms: number): Promise<void> {
  await visitor.page.addInitScript(() => (Math.random = () => 0.75));
  await shorten(visitor, Object.fromEntries(BACKOFF.map((delay) => [delay, ms])));
}

/** There was no call: the visitor reads so and has another way out, the page is told, and the microphone is off. */
export async function hasFailed(visitor: Visitor, code: string, words: string): Promise<void> {
  await visitor.reaches('failed');
  await microphoneIsOff(visitor);
  await expect(visitor.panel).toContainText(words);
  await expect(visitor.link).toBeVisible();
  expect(await visitor.told('error')).toMatchObject([{code, retryable: true}]);
}

/** The visitor is told that the call is over, and the page too. */
export async function isLost(visitor: Visitor): Promise<void> {
  await visitor.reaches('ended');
  await microphoneIsOff(visitor);
  await expect(visitor.panel).toContainText('The connection was lost and did not come back.');
  expect(await visitor.told('end')).toMatchObject([{reason: 'lost', initiator: 'network'}]);
}
