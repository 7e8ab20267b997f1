import assert from 'node:assert/strict';
import {test} from 'node:test';
import ts from 'typescript';

const pages = {
  'plain.ts': {},
  'react.tsx': {jsx: ts.JsxEmit.ReactJSX},
  'preact.tsx': {jsx: ts.JsxEmit.ReactJSX, jsxImportSource: 'preact'},
  'solid.tsx': {jsx: ts.JsxEmit.Preserve, jsxImportSource: 'solid-js'},
  'svelte.ts': {},
  'vue.ts': {},
};

/** What a strict site's own compiler says of our files: of those that it imports and of what is published. */
function complaints(file: string, more: ts.CompilerOptions): string[] {
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    ...more,
  });
  const own = program.getSourceFiles().filter(({fileName}) => !fileName.includes('/node_modules/'));
  assert.ok(own.some(({fileName}) => fileName.includes('/dist/types/')));
  return [
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ]),
  ].map(
    ({file: at, start = 0, messageText}) =>
      `${at?.fileName}:${(at?.getLineAndCharacterOfPosition(start).line ?? 0) + 1} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  );
}

for (const [name, options] of Object.entries(pages)) {
  test(`${name}: the tag, its attributes and its events are known, and what is wrong is refused`, () => {
    assert.deepEqual(complaints(`test/types/${name}`, options), []);
  });
}
