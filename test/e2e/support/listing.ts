import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

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
/** The browsers of this machine. */
export const installed = config.projects.map(({name}) => name);

/** Browsers by test: `file title`, the file from `test/e2e/`. One that is left out or expected to fail shows nothing. */
export const browsersOf = new Map<string, Set<string>>();
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

/** Whether a file (from the project's root) has a test, or a group of tests, of this title. One that is skipped shows nothing. */
export function isThere(file: string, title: string): boolean {
  const [, endToEnd] = /^test\/e2e\/(.+)/.exec(file) ?? [];
  if (endToEnd) return Boolean(browsersOf.get(`${endToEnd} ${title}`)?.size);
  if (!existsSync(file)) return false;
  // Quotes are those of the source; what stands in `${}` is anything.
  const titles = [
    ...readFileSync(file, 'utf8').matchAll(/\b(?:it|test|describe|inBothSchemes)\(\s*(['`])(.+?)\1,/g),
  ];
  return titles.some(([, , written = '']) => {
    const parts = written.split(/\$\{[^}]*\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return new RegExp(`^${parts.join('.+')}$`).test(title);
  });
}
