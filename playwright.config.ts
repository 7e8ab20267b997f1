import {defineConfig, type Project} from '@playwright/test';
import {findBrowser, findFirefox} from './scripts/find-programs.mjs';
import {MICROPHONE_HZ, browserArgs, firefoxPrefs} from './test/e2e/support/browser.js';

// Storms (test/e2e/storm): every worker of a run must know where they begin. CI has the same ones each time, those that
// somebody asks for by their number begin elsewhere each time.
process.env.STORM_FROM ??= process.env.STORM_RUNS ? `${Date.now() % 1e6}` : '100';

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chrome, Chromium or Edge found: install one or set CHROME_PATH.');

const chromium: Project = {
  name: 'chromium',
  use: {
    browserName: 'chromium',
    permissions: ['microphone'],
    launchOptions: {executablePath, args: browserArgs(MICROPHONE_HZ)},
  },
};

/** Runs `*.both.spec.ts` only. A machine without Firefox goes without. */
const firefox = (path: string): Project => ({
  name: 'firefox',
  testMatch: '**/*.both.spec.ts',
  use: {
    browserName: 'firefox',
    // The machine's own Firefox over WebDriver BiDi: no build of Playwright's is needed.
    channel: 'moz-firefox',
    launchOptions: {executablePath: path, firefoxUserPrefs: firefoxPrefs},
  },
});

const path = findFirefox();

export default defineConfig({
  testDir: 'test/e2e',
  // Each test has a page and, in its worker, a gateway of its own; no long file is left for one worker at the end.
  fullyParallel: true,
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: {timeout: 10_000},
  reporter: 'list',
  outputDir: 'test-results',
  projects: [chromium, ...(path ? [firefox(path)] : [])],
});
