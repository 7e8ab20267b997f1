import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {findBrowser, findFirefox} from './find-browser.mjs';

const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;

/**
 * Finds the tests' browsers, or installs Debian's Chromium and Firefox where that needs no question: as root on
 * Debian. Without Chromium the process ends with one sentence; without Firefox its tests are left out with another.
 *
 * @returns {{CHROME_PATH: string, FIREFOX_PATH: string}} the programs' paths; an empty one for a Firefox that is not
 * there
 */
export function ensureBrowsers() {
  const missing = [...(findBrowser() ? [] : ['chromium']), ...(findFirefox() ? [] : ['firefox-esr'])];
  if (missing.length && mayInstall) {
    console.log(`Installing ${missing.join(' and ')} for the tests…`);
    apt('update');
    for (const browser of missing) apt('install', '-y', '--no-install-recommends', browser);
  }
  const chromium = findBrowser();
  const firefox = findFirefox();
  if (!chromium) {
    const why = firefox ? ' (Firefox alone is not enough: it runs only some of the tests)' : '';
    console.error(
      `The tests need Chrome, Chromium or Edge${why}: install one, or set CHROME_PATH to the program.`,
    );
    process.exit(1);
  }
  if (!firefox)
    console.log('No Firefox found: its tests are left out. Install it, or set FIREFOX_PATH to the program.');
  return {CHROME_PATH: chromium, FIREFOX_PATH: firefox ?? ''};
}

/** @param {...string} args */
function apt(...args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  spawnSync('apt-get', ['-q', ...args], {stdio: ['ignore', 'ignore', 'inherit'], env});
}
