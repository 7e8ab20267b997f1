// Everything that CI does, in order: what is cheap first. The last line is `N passed, N failed`.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureBrowsers} from './ensure-browser.mjs';
import {ensureInstalled} from './install.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
ensureInstalled();
Object.assign(process.env, ensureBrowsers());

const reports = mkdtempSync(join(tmpdir(), 'call-button-'));
const total = {passed: 0, failed: 0};

/** One check that passes or fails as a whole. */
check('lint', 'eslint', '.');
check('format', 'prettier', '--check', '--log-level', 'warn', '.');
check('types', 'tsc', '--noEmit', '-p', 'tsconfig.json');
check('generated files are up to date', process.execPath, '--import', 'tsx', 'scripts/docs.mjs', '--check');
if (check('build', 'npm', 'run', '--silent', 'build')) {
  check('size limits', 'size-limit');
  check('package', 'publint', '--strict');
  suite('tests in Node', report('node.tap'), readTap, process.execPath, nodeTests(report('node.tap')));
  suite('tests in the browser', report('wtr.json'), readWtr, 'wtr', [], {WTR_REPORT: report('wtr.json')});
  suite('end to end', report('e2e.json'), readPlaywright, 'playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report('e2e.json'),
  });
}

rmSync(reports, {recursive: true});
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);

/** Runs a program of the project; its output is the person's to read. */
function run(command, args, env = {}) {
  const path = `${join(process.cwd(), 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
  const shell = process.platform === 'win32';
  return (
    spawnSync(command, args, {stdio: 'inherit', shell, env: {...process.env, PATH: path, ...env}}).status ===
    0
  );
}

function check(title, command, ...args) {
  console.log(`\n— ${title}`);
  const ok = run(command, args);
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) console.log(`✘ ${title}`);
  return ok;
}

/** Counts the tests of a runner's report. A runner that fails without a failed test is one failure. */
function suite(title, file, read, command, args, env) {
  console.log(`\n— ${title}`);
  const ok = run(command, args, env);
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
