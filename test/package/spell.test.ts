import assert from 'node:assert/strict';
import {test} from 'node:test';
import ts from 'typescript';
import {spell} from '../../scripts/manifest/spell.mjs';

const SOURCE = `
  // Seen first, and so first in TypeScript's own order.
  type Reason = 'over' | 'broken';
  interface Quiet { readonly phase: 'idle' }
  interface Loud { readonly phase: 'ringing' | 'broken' }
  interface Past { readonly phase: 'over' }
  type State = Quiet | Loud | Past;
  type Phase = State['phase'];
  type Size = 'small' | 'large';
  export declare const of: {
    reason: Reason;
    phase: Phase;
    previous?: Phase | null;
    size: Size | 'huge';
    on: boolean | undefined;
    promise: Promise<void>;
    code: keyof Record<'b' | 'a', unknown>;
  };
`;

/** Each member of `of`, spelt out. */
function spelt(): Record<string, string> {
  const options: ts.CompilerOptions = {strict: true, types: [], stableTypeOrdering: true};
  const host = ts.createCompilerHost(options);
  const {getSourceFile} = host;
  host.getSourceFile = (name, version) =>
    name === 'of.ts' ? ts.createSourceFile(name, SOURCE, version) : getSourceFile(name, version);
  const program = ts.createProgram(['of.ts'], options, host);
  const checker = program.getTypeChecker();
  const [of] = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile('of.ts')!)!);
  return Object.fromEntries(
    checker
      .getPropertiesOfType(checker.getTypeOfSymbol(of!))
      .map((member) => [
        member.name,
        spell(
          checker,
          checker.getTypeOfSymbol(member),
          (member.valueDeclaration as ts.PropertySignature | undefined)?.type,
        ),
      ]),
  );
}

test('a union is spelt out in the order in which it is written', () => {
  const {reason, phase, previous, size, on, promise, code} = spelt();
  assert.equal(reason, `'over' | 'broken'`);
  assert.equal(phase, `'idle' | 'ringing' | 'broken' | 'over'`);
  assert.equal(previous, `'idle' | 'ringing' | 'broken' | 'over' | null | undefined`);
  assert.equal(size, `'small' | 'large' | 'huge'`);
  assert.equal(on, 'boolean | undefined');
  assert.equal(promise, 'Promise<void>');
  assert.equal(code, `'a' | 'b'`);
});
