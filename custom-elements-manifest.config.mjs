import {readPublicApi} from './scripts/manifest/public-api.mjs';

/**
 * Only what a page may rely on: the classes that the package exports, with their public members, and the published
 * file as every path.
 */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({customElementsManifest}) {
    const {classes, attributes} = readPublicApi('src/index.ts', 'src/config.ts');
    const homes = {};
    for (const module of customElementsManifest.modules) {
      module.path = module.path.replace(/^src\/(.+)\.ts$/, 'dist/$1.js');
      module.declarations = module.declarations.filter(({name}) => classes.has(name));
      for (const declaration of module.declarations) {
        homes[declaration.name] = module.path;
        declaration.members = classes.get(declaration.name);
        if (declaration.customElement) finishElement(declaration, attributes);
        else finishEvent(declaration);
      }
    }
    for (const module of customElementsManifest.modules) {
      module.exports = module.exports.filter(({declaration}) => declaration.name in homes);
      for (const {declaration} of module.exports) declaration.module = homes[declaration.name];
    }
  },
};

/** An attribute says what its property says. */
function finishElement(element, attributes) {
  // The analyzer takes the first string handed to an Event's constructor for an event's name.
  element.events = element.events.filter(({type}) => type?.text !== 'Event');
  element.attributes = [];
  for (const member of element.members) {
    const name = attributes.get(member.name);
    if (!name) continue;
    member.attribute = name;
    element.attributes.push({
      name,
      fieldName: member.name,
      type: {text: member.type.text.replaceAll(/ \| (null|undefined)/g, '')},
      description: member.description,
      default: member.default === 'undefined' ? undefined : member.default,
    });
  }
}

/** The base class of ours says nothing to a page. */
function finishEvent(event) {
  event.superclass = {name: 'Event', package: 'global:'};
  delete event.events;
}

export default {
  globs: ['src/index.ts', 'src/telnyx-call-button.ts', 'src/events.ts'],
  outdir: '.',
  litelement: true,
  // package.json names the published manifest; the analyzer would write there where it has put its own.
  packagejson: false,
  plugins: [publicOnly],
};
