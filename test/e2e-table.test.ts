import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {browsersOf, installed} from './e2e/support/listing.js';

const README = 'test/e2e/README.md';
const LEAST_ROWS = 60;
const PITFALLS = 22;

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
