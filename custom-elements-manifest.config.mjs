import {readFileSync} from 'node:fs';

/** Only what a page may rely on: no private or internal members, and the package's own entry as every path. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({customElementsManifest}) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.kind !== 'class' || !declaration.customElement) continue;
        declaration.members = declaration.members?.filter(isPublic);
        // The analyzer takes the first string handed to an Event's constructor for an event's name.
        declaration.events = declaration.events?.filter(({name}) => name?.startsWith('telnyx-'));
        joinAttributes(declaration);
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter((module) =>
      module.declarations?.some(({customElement}) => customElement),
    );
    const text = JSON.stringify(customElementsManifest).replaceAll(/src\/([\w/-]+)\.ts/g, 'dist/$1.js');
    Object.assign(customElementsManifest, JSON.parse(text));
  },
};

const isPublic = ({name, privacy, static: isStatic, description = '', kind}) =>
  !isStatic &&
  !name.startsWith('#') &&
  privacy !== 'private' &&
  privacy !== 'protected' &&
  !(kind === 'method' && ['render', 'configure', 'fallback', 'showState'].includes(name)) &&
  !['caption', 'trigger'].includes(name) &&
  !description.includes('@internal');

/** The element's attributes stand in one table of the source: property name to attribute name. */
const [, table] = /export const attributes = \{(.*?)\}/s.exec(readFileSync('src/config.ts', 'utf8'));
const attributeOf = Object.fromEntries(
  [...table.matchAll(/(\w+): '([\w-]+)'/g)].map(([, name, attribute]) => [name, attribute]),
);

/** An attribute says what its property says. */
function joinAttributes(declaration) {
  declaration.attributes = declaration.members
    .filter(({name}) => name in attributeOf)
    .map((member) => {
      member.attribute = attributeOf[member.name];
      return {
        name: member.attribute,
        fieldName: member.name,
        type: member.type,
        description: member.description,
      };
    });
}

export default {
  globs: ['src/telnyx-call-button.ts', 'src/events.ts'],
  outdir: '.',
  litelement: true,
  plugins: [publicOnly],
};
