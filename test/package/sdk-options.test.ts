import assert from 'node:assert/strict';
import {test} from 'node:test';
import {membersOf} from '../../scripts/docs/sdk.js';
import {noOptions, options} from '../e2e/options/table.js';

for (const type of ['IClientOptions', 'ICallOptions'] as const) {
  const theirs = membersOf('utils/interfaces.d.ts', type);
  // A row may be of a part of an option: `anonymous_login.target_id`.
  const namesIn = (rows: ReadonlyArray<{of: string; option: string}>): string[] =>
    rows.filter(({of}) => of === type).map(({option}) => option.split('.', 1)[0]!);
  const rows = namesIn(options);
  const nothing = namesIn(noOptions);

  test(`each option of the SDK’s ${type} is in the table, or does nothing`, () => {
    const known = new Set([...rows, ...nothing]);
    assert.deepEqual(
      theirs.filter((name) => !known.has(name)),
      [],
    );
  });

  test(`the table has no option that the SDK’s ${type} has not, and none twice`, () => {
    assert.deepEqual(
      [...rows, ...nothing].filter((name) => !theirs.includes(name)),
      [],
    );
    assert.deepEqual(
      nothing.filter((name) => rows.includes(name)),
      [],
    );
  });
}
