import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {findBrowser, findFirefox, findTurnServer} from './find-programs.mjs';

const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** What the tests start, and Debian's package of it. */
const PROGRAMS = [
  ['chromium', findBrowser],
  ['firefox-esr', findFirefox],
  ['coturn', findTurnServer],
];

/**
 * Finds the programs that the tests start, or installs Debian's where that needs no question: as root on Debian. Without
 * Chromium the process ends with one sentence; without Firefox its tests are left out with another; without a TURN server
 * its tests fail, and a sentence says why beforehand. Debian's coturn is a service too, on its own port: the tests start
 * another one.
 *
 * @returns {{CHROME_PATH: string, FIREFOX_PATH: string}} the browsers' paths; an empty one for a Firefox that is not
 * there
 */
export function ensurePrograms() {
  const missing = PROGRAMS.filter(([, find]) => !find()).map(([name]) => name);
  if (missing.length && mayInstall) {
    console.log(`Installing ${missing.join(' and ')} for the tests…`);
    apt('update');
    for (const program of missing) apt('install', '-y', '--no-install-recommends', program);
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
  if (!findTurnServer())
    console.log(
      'No turnserver found: the tests of a relay will fail. Install coturn, or set TURNSERVER_PATH to the program.',
    );
  return {CHROME_PATH: chromium, FIREFOX_PATH: firefox ?? ''};
}

/** @param {...string} args */
function apt(...args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  spawnSync('apt-get', ['-q', ...args], {stdio: ['ignore', 'ignore', 'inherit'], env});
}
