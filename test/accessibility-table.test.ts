import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {isThere} from './e2e/support/listing.js';

const TABLE = 'docs/accessibility.md';

/** The success criteria of WCAG 2.2, levels A and AA, and the one of AAA that the button meets, too. */
const CRITERIA = `
  1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5
  1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13
  2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1
  2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11
  2.5.1 2.5.2 2.5.3 2.5.4 2.5.5 2.5.7 2.5.8
  3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8
  4.1.2 4.1.3`
  .trim()
  .split(/\s+/);

const rows = readFileSync(TABLE, 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [criterion = '', verdict = '', how = '', shown = '', ...more] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    const tests = [...shown.matchAll(/`([^`]+)` `([^`]+)`/g)].map(([, file, title]) => ({
      file: file!,
      title: title!,
    }));
    return {line, number: criterion.split(' ')[0]!, verdict, how, shown, more, tests};
  });

const lines = (wrong: typeof rows): string[] => wrong.map(({line}) => line);

test('each success criterion has its row, in order', () => {
  assert.equal(CRITERIA.length, 56);
  assert.deepEqual(
    rows.map(({number}) => number),
    CRITERIA,
  );
});

test('each row is whole: met and shown by a test, or said to be the page’s or not there', () => {
  const known = ({verdict}: (typeof rows)[number]) => ['met', 'page', 'none'].includes(verdict);
  assert.deepEqual(lines(rows.filter((row) => !known(row) || !row.how || row.more.length)), []);
  assert.deepEqual(lines(rows.filter(({verdict, tests}) => (verdict === 'met') !== tests.length > 0)), []);
});

test('what is written about tests is nothing but tests', () => {
  const rest = ({shown}: (typeof rows)[number]) => shown.replace(/`[^`]+` `[^`]+`|<br>|—/g, '').trim();
  assert.deepEqual(lines(rows.filter(rest)), []);
});

test('each test that a row names is there', () => {
  const missing = rows.flatMap(({number, tests}) =>
    tests
      .filter(({file, title}) => !isThere(file, title))
      .map(({file, title}) => `${number}: ${file}: ${title}`),
  );
  assert.deepEqual(missing, []);
});
