// The pages in docs/ that are made from the tests and from the SDK: each place's name, and what belongs there.
import {options, noOptions} from '../../test/e2e/options/table.ts';
import {titleOf, told} from '../../test/phone/sdk-events.ts';
import {fileAndTitle, isProof} from '../../test/proof.ts';
import {code, table} from '../manifest/markdown.mjs';
import {networkParts} from './network-page.mjs';
import {testsOf} from './titles.mjs';

const EFFECTS = 'test/phone/sdk-events.test.ts';
const CHECKLIST = 'test/e2e/production-checklist.test.ts';

/** @returns {Record<string, Record<string, string>>} by the path of the page */
export const pages = () => ({
  'docs/options.md': {
    options: table(
      ['option', 'in', 'set by', 'seen in', 'test'],
      options.map(({option, of, set, seen, test}) => [
        code(option),
        of,
        set ? setBy(set) : 'always',
        seen,
        proof(test),
      ]),
    ),
    'no-options': table(
      ['option', 'in', 'why'],
      noOptions.map(({option, of, why}) => [code(option), of, why]),
    ),
  },
  'docs/production.md': {
    checklist: table(
      ['row', 'how', 'test'],
      testsOf(CHECKLIST).map(({title, how}) => [title, how, proof(`${CHECKLIST} › ${title}`)]),
    ),
  },
  'docs/sdk-events.md': {
    events: eventsTable('event'),
    notifications: eventsTable('notification'),
    states: eventsTable('call state'),
    errors: eventsTable('error'),
    warnings: eventsTable('warning'),
    'gateway-states': eventsTable('gateway state'),
  },
  'docs/network.md': networkParts(),
});

function eventsTable(kind) {
  const rows = told.filter((row) => row.kind === kind);
  const codes = rows.some(({code}) => code);
  return table(
    [...(codes ? ['code'] : []), kind, 'what we do', 'test'],
    rows.map((row) => [
      ...(codes ? [`${row.code}`] : []),
      code(row.name),
      row.does,
      proof(isProof(row.shown) ? row.shown : `${EFFECTS} › ${titleOf(row)}`),
    ]),
  );
}

function setBy(names) {
  return names.split(', ').map(code).join(', ');
}

function proof(test) {
  const {file, title} = fileAndTitle(test);
  return `${code(file)} ${code(title)}`;
}
