// The main thread while a page with the element loads, with the CPU slowed four times, beside the same page without it.
import type {Browser} from '@playwright/test';
import type {Shop} from '../test/e2e/support/shop.js';

const SLOWED = 4;
const ROUNDS = 7;

/** One load: the tasks over 50 ms (ms each), and what the main thread has worked in all (ms). */
interface Load {
  readonly long: number[];
  readonly work: number;
}

/** Says whether the element makes a task of over 50 ms, which a visitor would feel. */
export async function printLoad(browser: Browser, shop: Shop): Promise<void> {
  const page = (script: string, buttons: number) =>
    `<!doctype html><html lang="en"><title>A page</title>${script}<body><p>Text</p>${'<telnyx-call-button token-url="/api/telnyx-token"><a href="tel:+1">Call +1</a></telnyx-call-button>'.repeat(buttons)}</body></html>`;
  const script = '<script type="module" src="/dist/cdn/telnyx-call-button.js"></script>';
  console.log(`\nmain thread at load, CPU slowed ${SLOWED} times, median of ${ROUNDS}`);
  for (const buttons of [1, 20]) {
    const loads = {bare: [] as Load[], ours: [] as Load[]};
    // In turns, so that whatever the machine does meets both.
    for (let round = 0; round < ROUNDS; round++) {
      loads.bare.push(await load(browser, shop, page('', buttons)));
      loads.ours.push(await load(browser, shop, page(script, buttons)));
    }
    const longest = (of: Load[]) => median(of.map(({long}) => Math.max(0, ...long)));
    const work = (of: Load[]) => median(of.map(({work}) => work));
    const [ours, bare] = [work(loads.ours), work(loads.bare)];
    console.log(
      `${buttons} button${buttons > 1 ? 's' : ''}\n  longest task over 50 ms: widget ${longest(loads.ours).toFixed(0) || 0} ms, bare ${longest(loads.bare).toFixed(0)} ms (0: none)` +
        `\n  work: widget ${ours.toFixed(0)} ms, bare ${bare.toFixed(0)} ms, ratio ${(ours / bare).toFixed(2)}`,
    );
  }
}

async function load(browser: Browser, shop: Shop, html: string): Promise<Load> {
  shop.html = html;
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', {rate: SLOWED});
  await page.addInitScript(() => {
    window.long = [];
    new PerformanceObserver((list) => {
      for (const {duration} of list.getEntries()) window.long.push(duration);
    }).observe({type: 'longtask', buffered: true});
  });
  await page.goto(`${shop.url}/page.html`, {waitUntil: 'networkidle'});
  const {metrics} = await devtools.send('Performance.getMetrics');
  const work = (metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0) * 1000;
  const long = await page.evaluate(() => window.long);
  await context.close();
  return {long, work};
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

declare global {
  interface Window {
    long: number[];
  }
}
