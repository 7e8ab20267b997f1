// Bytes and times of the element beside a bare page that uses the SDK with no widget, in the same run. Times are
// told as ratios to the bare page: the milliseconds are this machine's.
import {readFileSync, readdirSync} from 'node:fs';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {chromium, type Browser, type Page} from '@playwright/test';
import {startGateway} from '../demo/gateway/index.js';
import {findBrowser} from '../scripts/find-programs.mjs';
import {MICROPHONE_HZ, browserArgs} from '../test/e2e/support/browser.js';
import {startShop, type Shop} from '../test/e2e/support/shop.js';
import {printLoad} from './load.js';
import {BARE_COLD, BARE_WARM, noteInvite, widget} from './pages.js';

const ROUNDS = 7;

/** A page, and what a visitor does before the click. */
interface Contestant {
  readonly name: string;
  readonly html: string;
  readonly ready?: (page: Page) => Promise<void>;
}

printBytes();
await printTimes();

function printBytes(): void {
  const files = readdirSync('dist/cdn');
  const named = (part: string) => `dist/cdn/${files.find((name) => name.includes(part)) ?? ''}`;
  const shell = ['dist/cdn/telnyx-call-button.js'];
  const call = [...shell, named('.kit-'), named('.sdk-')];
  const rows = [
    ['before the click: module script', shell],
    ['before the click: classic script', ['dist/cdn/telnyx-call-button.classic.js']],
    ['to the first call', call],
    ['to the first call, one file', ['dist/cdn/telnyx-call-button.bundle.js']],
    ['bare page, to the first call: the SDK alone', [named('.sdk-')]],
  ] as const;
  console.log(`\n${'bytes'.padEnd(48)}${'raw'.padStart(10)}${'gzip'.padStart(10)}${'brotli'.padStart(10)}`);
  for (const [name, paths] of rows) {
    const sizes = [(text: Buffer) => text.length, gzip, brotli].map((size) =>
      paths.reduce((sum, path) => sum + size(readFileSync(path)), 0),
    );
    console.log(name.padEnd(48) + sizes.map((size) => size.toLocaleString('en').padStart(10)).join(''));
  }
}

function gzip(text: Buffer): number {
  return gzipSync(text, {level: 9}).length;
}

function brotli(text: Buffer): number {
  return brotliCompressSync(text, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).length;
}

async function printTimes(): Promise<void> {
  const gateway = await startGateway();
  const shop = await startShop(gateway);
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: browserArgs(MICROPHONE_HZ),
  });
  const registered = async (page: Page) => {
    await page.waitForFunction(() => window.bench.ready);
  };
  const pairs: Array<[string, Contestant, Contestant]> = [
    [
      'cold: nothing loaded before the click',
      {name: 'widget', html: widget(gateway.url, 'none')},
      {name: 'bare', html: BARE_COLD(gateway.url)},
    ],
    [
      'warm: hovered before the click; bare page connected since its load',
      {
        name: 'widget',
        html: widget(gateway.url, 'intent'),
        ready: async (page) => {
          await page.locator('telnyx-call-button').hover();
          await registered(page);
        },
      },
      {name: 'bare', html: BARE_WARM(gateway.url), ready: registered},
    ],
  ];
  console.log(`\nfrom the click to the INVITE, median of ${ROUNDS}`);
  for (const [title, ours, bare] of pairs) {
    const times = {ours: [] as number[], bare: [] as number[]};
    // In turns, so that whatever the machine does meets both.
    for (let round = 0; round < ROUNDS; round++) {
      times.bare.push(await clickToInvite(browser, shop, bare));
      times.ours.push(await clickToInvite(browser, shop, ours));
      gateway.control('reset');
    }
    const [a, b] = [median(times.ours), median(times.bare)];
    console.log(
      `${title}\n  widget ${a.toFixed(0)} ms, bare ${b.toFixed(0)} ms, ratio ${(a / b).toFixed(2)}`,
    );
  }
  await printLoad(browser, shop);
  await browser.close();
  await shop.close();
  await gateway.close();
}

/** One visit with empty caches. @returns ms */
async function clickToInvite(browser: Browser, shop: Shop, {html, ready}: Contestant): Promise<number> {
  shop.html = html;
  const context = await browser.newContext({permissions: ['microphone']});
  const page = await context.newPage();
  // The loader's transpiler names functions through a helper that the page does not have.
  await page.addInitScript(`globalThis.__name = (named) => named; (${noteInvite.toString()})()`);
  await page.goto(`${shop.url}/page.html`);
  await page.getByRole('button', {name: 'Call us'}).waitFor();
  await ready?.(page);
  // A click without a pointer: it would show intent on its way to the button.
  await page.evaluate(() => window.bench.click());
  await page.waitForFunction(() => window.bench.invited);
  const time = await page.evaluate(() => window.bench.invited - window.bench.clicked);
  await context.close();
  return time;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
