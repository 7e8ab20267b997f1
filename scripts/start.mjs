import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {ensureInstalled, npm} from './install.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const watch = process.argv.includes('--watch');

ensureInstalled();
console.log('Building…');
npm('run', '--silent', 'build');

const children = [
  run('--import', 'tsx', ...(watch ? ['--watch', '--watch-preserve-output'] : []), 'demo/start.ts'),
];
if (watch) children.push(run('node_modules/rollup/dist/bin/rollup', '--config', '--watch'));

// Ctrl+C reaches the children by itself; a plain "terminate" has to be passed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => children.forEach((child) => child.kill('SIGTERM')));
// One child that gives up takes the others with it.
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0;
    children.forEach((other) => other.kill('SIGTERM'));
  });
}

/**
 * Starts Node in the project's folder, on the same terminal.
 * Its input is a pipe from us: rollup's watcher ends with its input, which may be empty from the start.
 * @param {...string} args
 */
function run(...args) {
  return spawn(process.execPath, args, {cwd: ROOT, stdio: ['pipe', 'inherit', 'inherit']});
}
