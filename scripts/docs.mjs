// Makes everything that is generated from the source's doc comments and from the tests' tables (CONTRIBUTING.md,
// "Generated files"), or fails if anything public is not described. With --check it writes nothing, and fails if anything has drifted. Run it with tsx:
// it reads TypeScript.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';
import {pages} from './docs/pages.mjs';
import {vsCodeCss, vsCodeHtml, webTypes} from './manifest/editors.mjs';
import {holes} from './manifest/holes.mjs';
import {markupTypes} from './manifest/markup-types.mjs';
import {analyze} from './manifest/read.mjs';
import {tables} from './manifest/readme.mjs';

const check = process.argv.includes('--check');
const manifest = await analyze();
const missing = holes(manifest);
if (missing.length) fail(missing);

const json = (value) => JSON.stringify(value, null, 2);
const files = {
  'custom-elements.json': json(manifest),
  'vscode.html-custom-data.json': json(vsCodeHtml(manifest)),
  'vscode.css-custom-data.json': json(vsCodeCss(manifest)),
  'web-types.json': json(webTypes(manifest, JSON.parse(readFileSync('package.json', 'utf8')))),
  'types/markup.d.ts': markupTypes(manifest),
  'README.md': fill('README.md', tables(manifest)),
};
for (const [path, parts] of Object.entries(pages())) files[path] = fill(path, parts);

const drifted = [];
for (const [path, text] of Object.entries(files)) {
  const wanted = await format(text, {...(await resolveConfig(path)), filepath: path});
  if (!check) writeFileSync(path, wanted);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== wanted)
    drifted.push(`${path} is out of date: run npm run analyze.`);
}
if (drifted.length) fail(drifted);

function fail(faults) {
  console.error(faults.join('\n'));
  process.exit(1);
}

/** Puts each table between `<!-- name -->` and `<!-- /name -->`. */
function fill(path, parts) {
  let text = readFileSync(path, 'utf8');
  for (const [name, part] of Object.entries(parts)) {
    const marked = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
    if (!marked.test(text)) throw new Error(`${path} has no place for ${name}`);
    text = text.replace(marked, (_, open, close) => `${open}\n\n${part}\n\n${close}`);
  }
  return text;
}
