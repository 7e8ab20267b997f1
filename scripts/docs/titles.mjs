// The tests of a file, as they are written in it.
import {readFileSync} from 'node:fs';
import ts from 'typescript';

/**
 * @param {string} file
 * @returns {{title: string, how: string}[]} each `test(…)` at the top of the file, with the comment above it
 */
export function testsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const call = ts.isExpressionStatement(statement) ? statement.expression : undefined;
    if (!call || !ts.isCallExpression(call) || call.expression.getText() !== 'test') return [];
    const [name] = call.arguments;
    if (!name || !ts.isStringLiteralLike(name)) throw new Error(`${file}: a title is no plain text`);
    const how = ts.getJSDocCommentsAndTags(statement).map(({comment}) => ts.getTextOfJSDocComment(comment));
    if (!how[0]) throw new Error(`${file}: “${name.text}” has no comment that says how`);
    return [{title: name.text, how: how.join(' ')}];
  });
}
