import {defineConfig} from '@playwright/test';
import {findBrowser} from './scripts/find-browser.mjs';
import {MICROPHONE_HZ, browserArgs} from './test/e2e/support/browser.js';

const executablePath = findBrowser();
if (!executablePath) throw new Error('No Chrome, Chromium or Edge found: install one or set CHROME_PATH.');

export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: {timeout: 10_000},
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    permissions: ['microphone'],
    launchOptions: {executablePath, args: browserArgs(MICROPHONE_HZ)},
  },
});
