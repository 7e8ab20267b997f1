// Makes everything that is generated from the source's doc comments: custom-elements.json and the tables of the
// README. With --check it writes nothing and fails if anything has drifted. Run it with tsx: it reads TypeScript.
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {format, resolveConfig} from 'prettier';
import {AGENT, ROBOTS} from '../demo/gateway/numbers.ts';
import {failures} from '../src/errors.ts';

const check = process.argv.includes('--check');
const manifest = analyze();
const [element] = JSON.parse(manifest).modules.flatMap(({declarations}) => declarations);

const tables = {
  attributes: table(['attribute', 'meaning'], element.attributes, ({name, description}) => [
    code(name),
    description,
  ]),
  members: table(
    ['member', 'meaning'],
    element.members.filter(({attribute}) => !attribute),
    ({kind, name, description}) => [code(kind === 'method' ? `${name}()` : name), description],
  ),
  events: table(['event', 'when'], element.events, ({name, description}) => [code(name), description]),
  slots: table(['slot', 'for'], element.slots, ({name, description}) => [
    name ? code(name) : 'default',
    description,
  ]),
  parts: table(['part', 'what'], element.cssParts, ({name, description}) => [code(name), description]),
  properties: table(['property', 'default', 'what'], element.cssProperties, (property) => [
    code(property.name),
    property.default ? code(property.default) : '',
    property.description,
  ]),
  failures: table(['code', 'retryable', 'for the site’s owner'], Object.entries(failures), ([name, kind]) => [
    // What the console names as the place to look.
    `<a id="${name}"></a>${code(name)}`,
    kind.retryable ? 'yes' : 'no',
    kind.owner,
  ]),
  numbers: table(['number', 'or', 'what happens'], [AGENT, ...ROBOTS], ({number, name, title}) => [
    code(number),
    code(name),
    title,
  ]),
};

const ok = [put('custom-elements.json', manifest), put('README.md', await fill('README.md', tables))].every(
  Boolean,
);
process.exit(ok ? 0 : 1);

function analyze() {
  // The analyzer takes no folder outside the project.
  const folder = join('node_modules', '.cache', 'manifest');
  const args = ['analyze', '--quiet', '--config', 'custom-elements-manifest.config.mjs', '--outdir', folder];
  const {status} = spawnSync(join('node_modules', '.bin', 'cem'), args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  return readFileSync(join(folder, 'custom-elements.json'), 'utf8');
}

function code(text) {
  return `\`${text}\``;
}

function table(head, rows, cells) {
  const line = (texts) =>
    `| ${texts.map((text) => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(cells(row)))].join('\n');
}

/** Puts each table between `<!-- name -->` and `<!-- /name -->`. */
async function fill(path, parts) {
  let text = readFileSync(path, 'utf8');
  for (const [name, part] of Object.entries(parts)) {
    const marked = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
    if (!marked.test(text)) throw new Error(`${path} has no place for ${name}`);
    text = text.replace(marked, (_, open, close) => `${open}\n\n${part}\n\n${close}`);
  }
  return format(text, {...(await resolveConfig(path)), filepath: path});
}

/** Writes a file or, with --check, says whether it would change. */
function put(path, text) {
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`${path} is out of date: run npm run analyze.`);
    return false;
  }
  return true;
}
