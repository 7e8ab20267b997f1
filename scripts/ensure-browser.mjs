import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {findBrowser, findFirefox} from './find-browser.mjs';

const debian = existsSync('/etc/debian_version');
const root = process.getuid?.() === 0;

/**
 * Finds a browser for the tests, or installs Debian's Chromium where that needs no question: as root on Debian.
 * Ends the process with one sentence if there is none.
 *
 * @returns {string} the program's path
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (debian && root) {
    console.log('No browser found: installing chromium…');
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
  }
  const installed = findBrowser();
  if (installed) return installed;
  const why = findFirefox()
    ? ' (Firefox alone is not enough: its fake microphone plays no sound of ours)'
    : '';
  console.error(
    `The tests need Chrome, Chromium or Edge${why}: install one, or set CHROME_PATH to the program.`,
  );
  process.exit(1);
}

/** @param {...string} args */
function apt(...args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  spawnSync('apt-get', ['-q', ...args], {stdio: ['ignore', 'ignore', 'inherit'], env});
}
