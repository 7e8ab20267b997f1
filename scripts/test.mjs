// Everything that CI does. What needs no browser runs beside the unit tests, which leave a core to it; the end-to-end
// tests want the machine for themselves. The last line is `N passed, N failed`.
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensurePrograms} from './ensure-programs.mjs';
import {ensureInstalled} from './install.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
ensureInstalled();
Object.assign(process.env, ensurePrograms());

const reports = mkdtempSync(join(tmpdir(), 'call-button-'));
const total = {passed: 0, failed: 0};

const [built] = await Promise.all([withoutBrowser(), inTheBrowser()]);
if (built) await endToEnd();

rmSync(reports, {recursive: true});
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

/** @returns {Promise<boolean>} whether there is a build to test */
async function withoutBrowser() {
  await check('lint', 'eslint', '.');
  await check('format', 'prettier', '--check', '--log-level', 'warn', '.');
  await check('types', 'tsc', '--noEmit', '-p', 'tsconfig.json');
  await check(
    'generated files are up to date',
    process.execPath,
    '--import',
    'tsx',
    'scripts/docs.mjs',
    '--check',
  );
  if (!(await check('build', 'npm', 'run', '--silent', 'build'))) return false;
  await check('size limits', 'size-limit');
  await check('package', 'publint', '--strict');
  await suite('tests in Node', report('node.tap'), readTap, process.execPath, nodeTests(report('node.tap')));
  return true;
}

function inTheBrowser() {
  const WTR_REPORT = report('wtr.json');
  return suite('tests in the browser', WTR_REPORT, readWtr, 'wtr', [], {env: {WTR_REPORT}});
}

function endToEnd() {
  const PLAYWRIGHT_JSON_OUTPUT_NAME = report('e2e.json');
  return suite(
    'end to end',
    PLAYWRIGHT_JSON_OUTPUT_NAME,
    readPlaywright,
    'playwright',
    ['test', '--reporter=list,json'],
    {env: {PLAYWRIGHT_JSON_OUTPUT_NAME}, live: true},
  );
}

/**
 * Runs a program of the project. Its output is the person's to read: while it comes (`live`), or in one piece at the
 * end, so that two programs do not speak at once.
 *
 * @returns {Promise<boolean>} whether it ended well
 */
async function run(title, command, args, {env = {}, live = false} = {}) {
  if (live) console.log(`\n— ${title}`);
  const windows = process.platform === 'win32';
  const PATH = `${join(process.cwd(), 'node_modules', '.bin')}${windows ? ';' : ':'}${process.env.PATH}`;
  const output = [];
  const child = spawn(command, args, {
    stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: windows,
    env: {...process.env, PATH, ...env},
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => output.push(data));
  const code = await new Promise((done) => {
    child.once('error', (error) => {
      output.push(Buffer.from(`${error}\n`));
      done(1);
    });
    child.once('close', done);
  });
  if (!live) process.stdout.write(Buffer.concat([Buffer.from(`\n— ${title}\n`), ...output]));
  return code === 0;
}

/** One check that passes or fails as a whole. */
async function check(title, command, ...args) {
  const ok = await run(title, command, args);
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) console.log(`✘ ${title}`);
  return ok;
}

/** Counts the tests of a runner's report. A runner that fails without a failed test is one failure. */
async function suite(title, file, read, command, args, options) {
  const ok = await run(title, command, args, options);
  const {passed, failed} = counts(file, read);
  total.passed += passed;
  total.failed += failed || (ok && passed ? 0 : 1);
}

function counts(file, read) {
  try {
    return read(readFileSync(file, 'utf8'));
  } catch {
    return {passed: 0, failed: 0};
  }
}

function report(name) {
  return join(reports, name);
}

function nodeTests(file) {
  const reporters = ['spec', 'stdout', 'tap', file].map((value, index) =>
    index % 2 ? `--test-reporter-destination=${value}` : `--test-reporter=${value}`,
  );
  // Node 20's runner knows no patterns.
  const folder = (path) =>
    readdirSync(path)
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(path, name));
  const tests = [
    ...folder('test/token-endpoint'),
    ...folder('test/package'),
    'test/package-exports.test.ts',
    'test/e2e-table.test.ts',
    'test/accessibility-table.test.ts',
  ];
  return ['--import', 'tsx', '--test', ...reporters, ...tests];
}

function readTap(text) {
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return {passed: number('pass'), failed: number('fail') + number('skipped') + number('todo')};
}

function readWtr(text) {
  return JSON.parse(text);
}

function readPlaywright(text) {
  const {expected, unexpected, flaky, skipped} = JSON.parse(text).stats;
  return {passed: expected, failed: unexpected + flaky + skipped};
}
