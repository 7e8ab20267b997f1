import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {test} from 'node:test';

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs: ReadonlyArray<{
    readonly file: string;
    readonly title: string;
    readonly tests: ReadonlyArray<{readonly projectName: string; readonly expectedStatus: string}>;
  }>;
}

interface Listing {
  readonly config: {readonly projects: ReadonlyArray<{readonly name: string}>};
  readonly suites: readonly Suite[];
  readonly errors: ReadonlyArray<{readonly message?: string}>;
}

const README = 'test/e2e/README.md';
const LEAST_ROWS = 60;
const PITFALLS = 22;

/** The end-to-end tests as Playwright finds them, none of which runs. */
function list(): Listing {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = [cli, 'test', '--list', '--reporter=json'];
  const {stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8', maxBuffer: 1e8});
  assert.match(stdout, /^\{/, stdout + stderr);
  const listing = JSON.parse(stdout) as Listing;
  assert.deepEqual(
    listing.errors.map(({message}) => message),
    [],
  );
  return listing;
}

const {config, suites} = list();
const installed = config.projects.map(({name}) => name);

/** Browsers by test. One that is left out or expected to fail shows nothing. */
const browsersOf = new Map<string, Set<string>>();
const note = ({suites = [], specs}: Suite): void => {
  suites.forEach(note);
  for (const {file, title, tests} of specs) {
    const key = `${file} ${title}`;
    const browsers = browsersOf.get(key) ?? new Set();
    for (const {projectName, expectedStatus} of tests)
      if (expectedStatus === 'passed') browsers.add(projectName);
    browsersOf.set(key, browsers);
  }
};
suites.forEach(note);

const rows = readFileSync(README, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (fault |-)/.test(line))
  .map((line) => {
    const cells = line.slice(1, -1).split('|');
    const [fault = '', sees = '', recovers = '', browsers = '', cell = ''] = cells.map((text) => text.trim());
    // A title with a backtick in it stands between two of them.
    const [, file = '', , title = ''] = /^`([^`]+)` (`+) ?(.+?) ?\2$/.exec(cell) ?? [];
    return {line, cells, fault, sees, recovers, browsers, file, title};
  });

test('each row is whole, and no two are of one test', () => {
  const halves = rows.filter(
    ({cells, fault, sees, recovers}) => !(cells.length === 5 && fault && sees && recovers),
  );
  assert.deepEqual(
    halves.map(({line}) => line),
    [],
  );
  const tests = rows.map(({file, title}) => `${file} ${title}`);
  assert.deepEqual(
    tests.filter((name, index) => tests.indexOf(name) !== index),
    [],
  );
});

test('each row’s test is there, in the browsers that the row names', () => {
  const wrong = rows.flatMap(({file, title, browsers}) => {
    const names = browsers.toLowerCase().split(', ');
    // A machine without Firefox has no such project: there the rows are compared for Chromium alone.
    const named = names.filter((name) => installed.includes(name)).join(', ');
    const found = [...(browsersOf.get(`${file} ${title}`) ?? [])].sort().join(', ');
    return named && named === found ? [] : [`${file}: ${title}: ${found || 'no such test'}`];
  });
  assert.deepEqual(wrong, []);
});

test('each row names browsers that there are', () => {
  assert.deepEqual(
    rows.filter(({browsers}) => !/^Chromium(, Firefox)?$/.test(browsers)).map(({line}) => line),
    [],
  );
});

test('what the visitor reads is what the button says', () => {
  const english = readFileSync('src/locales/en.ts', 'utf8');
  const quoted = rows.flatMap(({sees, recovers}) => (sees + recovers).match(/(?<=“)[^”]+(?=”)/g) ?? []);
  assert.ok(quoted.length);
  assert.deepEqual(
    quoted.filter((words) => !english.includes(words)),
    [],
  );
});

test(`at least ${LEAST_ROWS} faults, and each of the SDK’s ${PITFALLS} pitfalls`, () => {
  assert.ok(rows.length >= LEAST_ROWS, `${rows.length} rows`);
  const numbers = new Set(rows.map(({title}) => Number(/^pitfall (\d+)/.exec(title)?.[1])));
  const missing = Array.from({length: PITFALLS}, (_, index) => index + 1).filter((n) => !numbers.has(n));
  assert.deepEqual(missing, []);
});
