import {spawnSync} from 'node:child_process';
import {statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs `npm ci` if the dependencies are missing or older than the lock file. Ends the process if that fails. */
export function ensureInstalled() {
  // npm writes this file at the end of each complete install.
  if (modified('node_modules/.package-lock.json') >= modified('package-lock.json')) return;
  npm('ci');
}

/**
 * Runs an npm command in the project's folder and ends the process if it fails.
 * @param {...string} args
 */
export function npm(...args) {
  const shell = process.platform === 'win32';
  const {status} = spawnSync('npm', args, {cwd: ROOT, stdio: 'inherit', shell});
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * @param {string} path relative to the project's folder
 * @returns {number} when the file was last written, in ms; 0 if there is none
 */
function modified(path) {
  return statSync(new URL(`../${path}`, import.meta.url), {throwIfNoEntry: false})?.mtimeMs ?? 0;
}
