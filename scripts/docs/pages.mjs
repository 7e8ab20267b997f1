// The pages in docs/ that are made from the tests: each place's name, and what belongs there.
import {options, noOptions} from '../../test/e2e/options/table.ts';
import {fileAndTitle} from '../../test/proof.ts';
import {code, table} from '../manifest/markdown.mjs';
import {testsOf} from './titles.mjs';

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
});

function setBy(names) {
  return names.split(', ').map(code).join(', ');
}

function proof(test) {
  const {file, title} = fileAndTitle(test);
  return `${code(file)} ${code(title)}`;
}
