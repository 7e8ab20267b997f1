// Makes everything that is generated from the source's doc comments (CONTRIBUTING.md, "Generated files"), and fails if
// anything public is not described. With --check it writes nothing and fails if anything has drifted. Run it with tsx:
// it reads TypeScript.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';
import {vsCodeCss, vsCodeHtml, webTypes} from './manifest/editors.mjs';
import {holes} from './manifest/holes.mjs';
import {markupTypes} from './manifest/markup-types.mjs';
import {analyze} from './manifest/read.mjs';
import {tables} from './manifest/readme.mjs';

const check = process.argv.includes('--check');
const manifest = await analyze();

const json = (value) => JSON.stringify(value, null, 2);
const files = {
  'custom-elements.json': json(manifest),
  'vscode.html-custom-data.json': json(vsCodeHtml(manifest)),
  'vscode.css-custom-data.json': json(vsCodeCss(manifest)),
  'web-types.json': json(webTypes(manifest, JSON.parse(readFileSync('package.json', 'utf8')))),
  'types/markup.d.ts': markupTypes(manifest),
  'README.md': fill('README.md', tables(manifest)),
};

const faults = holes(manifest);
for (const [path, text] of Object.entries(files)) {
  const wanted = await format(text, {...(await resolveConfig(path)), filepath: path});
  if (!check) writeFileSync(path, wanted);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== wanted)
    faults.push(`${path} is out of date: run npm run analyze.`);
}
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);

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
