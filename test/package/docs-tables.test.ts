import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {testsOf} from '../../scripts/docs/titles.mjs';
import {isThere} from '../e2e/support/listing.js';
import {options} from '../e2e/options/table.js';
import {fileAndTitle, type Proof} from '../proof.js';

const CHECKLIST = 'test/e2e/production-checklist.test.ts';

/** The tests that a table names and that are not there. */
const missing = (proofs: readonly Proof[]): string[] =>
  [...new Set(proofs)].filter((proof) => {
    const {file, title} = fileAndTitle(proof);
    return !isThere(file, title);
  });

test('each option’s test is there', () => {
  assert.deepEqual(missing(options.map(({test}) => test)), []);
});

test('each option is set by an attribute or a property that there is', () => {
  const {modules} = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
  const element = modules.flatMap(({declarations}) => declarations).find(({tagName}) => tagName);
  const known = new Set([
    ...(element?.attributes ?? []).map(({name}) => name),
    ...(element?.members ?? []).map(({name}) => `.${name}`),
  ]);
  const ways = options.flatMap(({set}) => (set ? set.split(', ') : []));
  assert.deepEqual(
    ways.filter((way) => !known.has(way)),
    [],
  );
});

test('each row of the checklist is a test that runs', () => {
  const rows = testsOf(CHECKLIST).map(({title}): Proof => `${CHECKLIST} › ${title}`);
  assert.ok(rows.length);
  assert.deepEqual(missing(rows), []);
});

interface Manifest {
  readonly modules: ReadonlyArray<{
    readonly declarations: ReadonlyArray<{
      readonly tagName?: string;
      readonly attributes?: ReadonlyArray<{readonly name: string}>;
      readonly members?: ReadonlyArray<{readonly name: string}>;
    }>;
  }>;
}
