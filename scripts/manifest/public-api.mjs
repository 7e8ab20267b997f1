// What a page may rely on, as TypeScript itself sees it: the types of members are spelt out, and a member that says
// nothing itself inherits what the interface says that its class implements.
import ts from 'typescript';
import {spell} from './spell.mjs';

const {ModifierFlags, SymbolFlags} = ts;
const SOURCE = /\/src\//;

/**
 * @param {string} entry the package's entry: a class is public if it is exported here
 * @param {string} config the file that has the table of attributes
 * @returns {{classes: Map<string, object[]>, attributes: Map<string, string>}} the members of each public class, and
 *   the attribute of each property that has one
 */
export function readPublicApi(entry, config) {
  const {options} = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', ts.sys.readFile).config,
    ts.sys,
    '.',
  );
  const program = ts.createProgram([entry, config], {...options, types: [], stableTypeOrdering: true});
  const checker = program.getTypeChecker();
  const exported = (file) =>
    checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
  const own = (symbol) => (symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);

  const classes = exported(entry)
    .map(own)
    .filter(({flags}) => flags & SymbolFlags.Class);
  const table = exported(config).find(({name}) => name === 'attributes');
  return {
    classes: new Map(
      classes.map((symbol) => [
        symbol.name,
        checker
          .getDeclaredTypeOfSymbol(symbol)
          .getProperties()
          .filter((member) => isPublic(member))
          .sort(byPlace)
          .map((member) => describe(checker, member)),
      ]),
    ),
    attributes: new Map(
      checker
        .getTypeOfSymbol(table)
        .getProperties()
        .map((property) => [property.name, checker.getTypeOfSymbol(property).value]),
    ),
  };
}

/** As they stand in the source: what can be set (`settings.ts`) comes before what the element says and does. */
function byPlace(...members) {
  const [[a, from], [b, to]] = members.map(({declarations: [declaration]}) => [
    declaration.getSourceFile().fileName,
    declaration.pos,
  ]);
  return a === b ? from - to : a < b ? -1 : 1;
}

/** Written here, for everybody, and not a method of the base class. */
function isPublic(symbol) {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration || !SOURCE.test(declaration.getSourceFile().fileName)) return false;
  const hidden = ModifierFlags.Private | ModifierFlags.Protected | ModifierFlags.Override;
  return (
    !(ts.getCombinedModifierFlags(declaration) & hidden) &&
    !ts.isPrivateIdentifier(declaration.name) &&
    !tagsOf(symbol).has('internal')
  );
}

function describe(checker, symbol) {
  const type = checker.getTypeOfSymbol(symbol);
  const common = {name: symbol.name, description: textOf(symbol.getDocumentationComment(checker))};
  const [signature] = symbol.flags & SymbolFlags.Method ? type.getCallSignatures() : [];
  if (!signature) {
    const tags = tagsOf(symbol);
    return {
      kind: 'field',
      ...common,
      type: {text: spell(checker, type, symbol.valueDeclaration.type)},
      default: tags.get('default'),
      readonly: isReadonly(symbol) || undefined,
      reflects: tags.has('reflect') || undefined,
    };
  }
  return {
    kind: 'method',
    ...common,
    parameters: signature.getParameters().map((parameter) => {
      const {type: node, initializer, questionToken} = parameter.valueDeclaration;
      const given = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
      return {
        name: parameter.name,
        type: {text: spell(checker, given, node)},
        description: textOf(parameter.getDocumentationComment(checker)),
        default: initializer?.getText(),
        optional: Boolean(initializer ?? questionToken) || undefined,
      };
    }),
    return: {type: {text: spell(checker, signature.getReturnType())}},
  };
}

function isReadonly({flags, declarations}) {
  return flags & SymbolFlags.Accessor
    ? !(flags & SymbolFlags.SetAccessor)
    : declarations.some((declaration) => ts.getCombinedModifierFlags(declaration) & ModifierFlags.Readonly);
}

function tagsOf(symbol) {
  return new Map(symbol.getJsDocTags().map(({name, text}) => [name, textOf(text)]));
}

function textOf(parts) {
  return ts.displayPartsToString(parts).replaceAll(/\s+/g, ' ').trim();
}
