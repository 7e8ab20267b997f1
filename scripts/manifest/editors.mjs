// What editors read: custom data for VS Code, web-types for JetBrains.
import {look} from './read.mjs';

/**
 * https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md
 *
 * @param {object} manifest
 * @returns {object} vscode.html-custom-data.json
 */
export function vsCodeHtml(manifest) {
  const {element} = look(manifest);
  const attributes = element.attributes.map((attribute) => ({
    name: attribute.name,
    description: withDefault(attribute),
    // `v` is VS Code's own set for an attribute that takes no value.
    ...(attribute.type.text === 'boolean' ? {valueSet: 'v'} : {values: valuesOf(attribute)}),
  }));
  return {version: 1.1, tags: [{name: element.tagName, description: element.description, attributes}]};
}

/**
 * https://github.com/microsoft/vscode-css-languageservice/blob/main/docs/customData.md
 *
 * @param {object} manifest
 * @returns {object} vscode.css-custom-data.json
 */
export function vsCodeCss(manifest) {
  const {cssProperties, cssParts, cssStates} = look(manifest).element;
  return {
    version: 1.1,
    properties: cssProperties.map((property) => ({name: property.name, description: withDefault(property)})),
    pseudoElements: cssParts.map(({name, description}) => ({name: `::part(${name})`, description})),
    pseudoClasses: cssStates.map(({name, description}) => ({name: `:state(${name})`, description})),
  };
}

/**
 * https://github.com/JetBrains/web-types
 *
 * @param {object} manifest
 * @param {{name: string, version: string}} pack the package
 * @returns {object} web-types.json
 */
export function webTypes(manifest, {name, version}) {
  const {element} = look(manifest);
  const fields = element.members.filter(({kind}) => kind === 'field');
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [
          {
            name: element.tagName,
            description: element.description,
            attributes: element.attributes.map((attribute) => ({
              name: attribute.name,
              description: attribute.description,
              default: attribute.default?.replaceAll("'", ''),
              value: attribute.type.text === 'boolean' ? {kind: 'no-value'} : {type: attribute.type.text},
            })),
            slots: element.slots.map(({name: slot, description}) => ({name: slot, description})),
            js: {
              properties: fields.map((field) => ({
                name: field.name,
                description: field.description,
                type: field.type.text,
                'read-only': field.readonly,
              })),
              events: element.events.map((event) => ({
                name: event.name,
                description: event.description,
                type: event.type.text,
              })),
            },
            css: {
              properties: element.cssProperties.map((property) => ({
                name: property.name,
                description: withDefault(property),
              })),
              parts: element.cssParts,
              'pseudo-classes': element.cssStates.map((state) => ({
                name: `state(${state.name})`,
                description: state.description,
              })),
            },
          },
        ],
      },
    },
  };
}

/** The values of a union of texts; none where any text will do. */
function valuesOf({type: {text}}) {
  return [...text.matchAll(/'([^']*)'/g)].map(([, name]) => ({name}));
}

function withDefault({description, default: value}) {
  return value ? `${description} Default: \`${value.replaceAll("'", '')}\`.` : description;
}
