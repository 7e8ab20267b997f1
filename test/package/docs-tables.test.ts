import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {membersOf, sdk} from '../../scripts/docs/sdk.js';
import {testsOf} from '../../scripts/docs/titles.mjs';
import {isThere} from '../e2e/support/listing.js';
import {options} from '../e2e/options/table.js';
import {told, type Kind} from '../phone/sdk-events.js';
import {fileAndTitle, isProof, type Proof} from '../proof.js';

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

const CONSTANTS = 'Modules/Verto/webrtc/constants.d.ts';
const coded = (codes: Readonly<Record<string, number>>): string[] =>
  Object.entries(codes).map(([name, code]) => `${name} ${code}`);

/** What the installed SDK has of each kind: by the name, and the code. */
const theirs: Readonly<Record<Kind, readonly string[]>> = {
  event: Object.values(sdk.SwEvent),
  notification: [...new Set(Object.values(sdk.NOTIFICATION_TYPE))],
  'call state': membersOf(CONSTANTS, 'State').map((name) => name.toLowerCase()),
  error: coded(sdk.TELNYX_ERROR_CODES),
  warning: coded(sdk.TELNYX_WARNING_CODES),
  'gateway state': membersOf(CONSTANTS, 'GatewayStateType'),
};

for (const [kind, names] of Object.entries(theirs))
  test(`each ${kind} of the SDK has its row, and no row is of another`, () => {
    const rows = told.filter((row) => row.kind === kind);
    assert.deepEqual(rows.map(({name, code}) => (code ? `${name} ${code}` : name)).sort(), [...names].sort());
  });

test('each test of a row is there that says what we do with what the SDK tells', () => {
  assert.deepEqual(missing(told.map(({shown}) => shown).filter(isProof)), []);
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
