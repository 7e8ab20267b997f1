// The types that all frameworks' types are made of (types/*.d.ts): what the tag takes in markup, and what it sends.
import {look} from './read.mjs';

/**
 * @param {object} manifest
 * @returns {string} types/markup.d.ts
 */
export function markupTypes(manifest) {
  const {element} = look(manifest);
  const {name, attributes, events, cssProperties} = element;
  const properties = element.members.filter(({kind, readonly}) => kind === 'field' && !readonly);
  const classes = [...new Set(events.map(({type}) => type.text))].sort();
  return `// Generated from the source's doc comments: npm run analyze.
import type {${[name, ...classes].join(', ')}} from '../dist/types/index.js';

${block('The attributes, as they stand in HTML.', 'Attributes', attributes, (of) => `'${of.name}'?: ${of.type.text} | undefined`)}
${block('The properties that can be set.', 'Properties', properties, (of) => `${of.name}?: ${name}['${of.name}']`)}
${block('The events by their names.', 'Events', events, (of) => `'${of.name}': ${of.type.text}`)}
${block('The custom properties for CSS.', 'CustomProperties', cssProperties, (of) => `'${of.name}'?: string | undefined`)}`;
}

function block(description, name, list, line) {
  const lines = list.flatMap((of) => [`/** ${explain(of)} */`, `${line(of)};`]);
  return [`/** ${description} */`, `export interface ${name} {`, ...lines, '}', ''].join('\n');
}

function explain({description, default: value}) {
  const text = value && value !== 'undefined' ? `${description} Default: ${value}.` : description;
  return text.replaceAll('*/', '*\\/');
}
