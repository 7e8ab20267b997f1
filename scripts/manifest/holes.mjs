// What the manifest does not say of something public.
import {look} from './read.mjs';

/**
 * @param {object} manifest
 * @returns {string[]} one sentence for each hole; none if everything public is described
 */
export function holes(manifest) {
  const {element, classOf} = look(manifest);
  const found = [];
  const need = (what, {description, type, default: value}, ...more) => {
    const given = {description: description?.trim(), type: type?.text, default: value};
    for (const part of ['description', ...more]) if (!given[part]) found.push(`${what} has no ${part}`);
  };

  for (const declaration of manifest.modules.flatMap((module) => module.declarations)) {
    const name = declaration.tagName ? `<${declaration.tagName}>` : declaration.name;
    need(name, declaration);
    for (const member of declaration.members) {
      const own = `${name}: ${member.name}`;
      if (member.kind === 'method') {
        need(`${own}()`, {...member, type: member.return?.type}, 'type');
        for (const parameter of member.parameters) need(`${own}(${parameter.name})`, parameter, 'type');
        // What an attribute leaves out, its property still has: `undefined` says that there is none.
      } else need(own, member, 'type', ...(member.attribute ? ['default'] : []));
    }
  }
  for (const attribute of element.attributes) need(`attribute ${attribute.name}`, attribute, 'type');
  for (const event of element.events) {
    need(`event ${event.name}`, event, 'type');
    if (event.type && !classOf(event.type.text))
      found.push(`event ${event.name}: the package does not export its class`);
  }
  for (const slot of element.slots) need(`slot ${slot.name || 'default'}`, slot);
  for (const part of element.cssParts) need(`part ${part.name}`, part);
  for (const state of element.cssStates) need(`state ${state.name}`, state);
  for (const property of element.cssProperties) need(`custom property ${property.name}`, property);
  return found;
}
