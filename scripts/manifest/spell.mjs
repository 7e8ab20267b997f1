// A type in words.
import ts from 'typescript';

const {TypeFlags, TypeFormatFlags} = ts;
const FORMAT = TypeFormatFlags.NoTruncation | TypeFormatFlags.UseSingleQuotesForStringLiteralType;

/**
 * A union is spelt out, so that editors can offer its values; the name of anything else says more.
 *
 * @param {ts.TypeChecker} checker
 * @param {ts.Type} type
 * @param {ts.TypeNode | undefined} node where the type is written, if it is
 * @returns {string}
 */
export function spell(checker, type, node) {
  if (!type.isUnion()) return checker.typeToString(type, undefined, FORMAT);
  const texts = type.types.map((part) =>
    part.flags & TypeFlags.BooleanLiteral ? 'boolean' : checker.typeToString(part, undefined, FORMAT),
  );
  // TypeScript's own order comes from whatever it has seen first, and is not the same tomorrow.
  const order = [...written(checker, node), 'null', 'undefined'];
  return [...new Set(texts)].sort((one, other) => order.indexOf(one) - order.indexOf(other)).join(' | ');
}

/** The texts of a union in the order of their author, as far as the type is one that is written out somewhere. */
function written(checker, node) {
  const found = node && resolve(checker, node);
  if (!found) return [];
  if (ts.isLiteralTypeNode(found)) return [found.getText()];
  if (ts.isUnionTypeNode(found)) return found.types.flatMap((part) => written(checker, part));
  if (!ts.isIndexedAccessTypeNode(found)) return [];
  const key = found.indexType.literal?.text;
  const owner = resolve(checker, found.objectType);
  return (ts.isUnionTypeNode(owner) ? owner.types : [owner]).flatMap((part) =>
    written(checker, key && checker.getTypeFromTypeNode(part).getProperty(key)?.valueDeclaration?.type),
  );
}

/** What a name stands for; anything else is itself. */
function resolve(checker, node) {
  if (!ts.isTypeReferenceNode(node)) return node;
  const symbol = checker.getSymbolAtLocation(node.typeName);
  const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return own.declarations.find(ts.isTypeAliasDeclaration)?.type ?? node;
}
