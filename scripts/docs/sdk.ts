// What the installed SDK says of itself: its exported tables, and its type declarations where it exports nothing. What is
// no longer there throws: the docs and the tests must not go on without it.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import ts from 'typescript';

const require = createRequire(import.meta.url);
const PACKAGE = '@telnyx/webrtc';
const LIB = require.resolve(PACKAGE).replace(/[^/\\]+$/, '');

/** Node can't import the SDK's names, but it can require them. */
export const sdk = require(PACKAGE) as Pick<
  typeof import('@telnyx/webrtc'),
  | 'SwEvent'
  | 'Region'
  | 'NOTIFICATION_TYPE'
  | 'TELNYX_ERROR_CODES'
  | 'TELNYX_WARNING_CODES'
  | 'TELNYX_ICE_SERVERS'
>;

export const {version} = require(`${PACKAGE}/package.json`) as {readonly version: string};

/** The names of what an interface or an enumeration has. `file`: its declarations, in the SDK's `lib/src`. */
export function membersOf(file: string, name: string): string[] {
  const found = statementsOf(file).find(
    (one): one is ts.InterfaceDeclaration | ts.EnumDeclaration =>
      (ts.isInterfaceDeclaration(one) || ts.isEnumDeclaration(one)) && one.name.text === name,
  );
  if (!found?.members.length) throw new Error(`${PACKAGE} ${version}: no ${name} in ${file}`);
  return found.members.map((member) => member.name!.getText());
}

/** The text of a constant. `file`: its declarations, in the SDK's `lib/src`. */
export function textOf(file: string, name: string): string {
  for (const one of statementsOf(file))
    if (ts.isVariableStatement(one))
      for (const {name: called, initializer} of one.declarationList.declarations)
        if (called.getText() === name && initializer && ts.isStringLiteral(initializer))
          return initializer.text;
  throw new Error(`${PACKAGE} ${version}: no text ${name} in ${file}`);
}

function statementsOf(file: string): readonly ts.Statement[] {
  const path = `${LIB}src/${file}`;
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true).statements;
}
