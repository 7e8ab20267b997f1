import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import ts from 'typescript';
import type {Described, Manifest} from '../../scripts/manifest/holes.mjs';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
const element = manifest.modules.flatMap(({declarations}) => declarations).find(({tagName}) => tagName)!;
const names = (list: Described[]) => list.map(({name}) => name).sort();

/** All of the element's source without its comments, which are what the manifest is made of. */
const source = readdirSync('src', {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.ts') && !path.startsWith('token-endpoint'))
  .map((path) => readFileSync(join('src', path), 'utf8').replaceAll(/\/\*\*[^]*?\*\//g, ''))
  .join('\n');

/** What a pattern's groups find in the source, each once; nothing for a match without any. */
const found = (pattern: RegExp) => {
  const groups = [...source.matchAll(pattern)].map(([, ...some]) => some.find(Boolean) ?? '');
  return [...new Set(groups.flatMap((text) => text.split(' ')))].sort();
};

// In a template, or in the markup that is made by hand (view/button.ts).

test('every part in the markup is documented, and every documented one is in the markup', () => {
  assert.deepEqual(found(/\spart="([^"]+)"|\bpart: '([^']+)'/g), names(element.cssParts));
});

test('every slot in the markup is documented, and every documented one is in the markup', () => {
  const slots = /<slot(?: name="([^"]+)")?|\bmake\(\s*'slot'(?:,\s*\{name: '([^']+)')?/g;
  assert.deepEqual(found(slots), names(element.slots));
});

test('every custom property that the styles read is documented, and every documented one is read', () => {
  assert.deepEqual(found(/(--telnyx-call-[\w-]+)/g), names(element.cssProperties));
});

test('every event of the event map is documented with its class, and every documented one is in the map', () => {
  const map = [...source.matchAll(/'(telnyx-[\w-]+)': (\w+Event);/g)].map(
    ([, name, type]) => `${name} ${type}`,
  );
  assert.deepEqual(map.sort(), element.events.map(({name, type}) => `${name} ${type?.text}`).sort());
});

test('every state has its custom state', () => {
  const phases = element.members.find(({name}) => name === 'state')!.type!.text.matchAll(/'([\w-]+)'/g);
  assert.deepEqual([...[...phases].map(([, name]) => name), 'live'].sort(), names(element.cssStates));
});

test('every method and property that a page may use is in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const {name, kind, attribute} of element.members)
    assert.ok(readme.includes(kind === 'method' ? `\`${name}(` : `\`${attribute ?? name}\``), name);
});

test('everything that the package exports says what it is', () => {
  const program = ts.createProgram(['src/index.ts'], {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(
    checker.getSymbolAtLocation(program.getSourceFile('src/index.ts')!)!,
  );
  const own = exported.map((symbol) => checker.getAliasedSymbol(symbol));
  assert.ok(own.some(({name}) => name === 'TelnyxCallButton'));
  assert.deepEqual(
    own.filter((symbol) => !symbol.getDocumentationComment(checker).length).map(({name}) => name),
    [],
  );
});
