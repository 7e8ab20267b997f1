// The README's tables.
import {failures} from '../../src/errors.ts';
import {AGENT, ROBOTS} from '../../demo/gateway/numbers.ts';
import {code, table} from './markdown.mjs';
import {look} from './read.mjs';

/**
 * @param {object} manifest
 * @returns {Record<string, string>} each table by the name of its place in the README
 */
export function tables(manifest) {
  const {element, classOf} = look(manifest);
  const own = element.members.filter(({attribute}) => !attribute);
  return {
    attributes: table(
      ['attribute', 'type', 'default', 'meaning'],
      element.attributes.map((attribute) => [
        code(attribute.name),
        type(attribute),
        code(attribute.default?.replaceAll("'", '')),
        attribute.description,
      ]),
    ),
    members: table(
      ['property', 'type', 'meaning'],
      own
        .filter(({kind}) => kind === 'field')
        .map((field) => [
          code(field.name) + (field.readonly ? '' : ' (writable)'),
          type(field),
          field.description,
        ]),
    ),
    methods: table(
      ['method', 'meaning'],
      own.filter(({kind}) => kind === 'method').map((method) => [code(signature(method)), explain(method)]),
    ),
    events: table(
      ['event', 'class', 'when'],
      element.events.map(({name, type: {text}, description}) => [code(name), code(text), description]),
    ),
    payloads: table(
      ['event', 'field', 'type', 'meaning'],
      element.events.flatMap(({name, type: {text}}) =>
        classOf(text).members.map((member) => payload(name, member)),
      ),
    ),
    slots: table(
      ['slot', 'for'],
      element.slots.map(({name, description}) => [name ? code(name) : 'default', description]),
    ),
    parts: named(['part', 'what'], element.cssParts),
    states: named(['state', 'when'], element.cssStates),
    properties: table(
      ['property', 'default', 'what'],
      element.cssProperties.map((property) => [
        code(property.name),
        code(property.default),
        property.description,
      ]),
    ),
    failures: table(
      ['code', 'retryable', 'for the site’s owner'],
      // What the console names as the place to look.
      Object.entries(failures).map(([name, {retryable, owner}]) => [
        `<a id="${name}"></a>${code(name)}`,
        retryable ? 'yes' : 'no',
        owner,
      ]),
    ),
    numbers: table(
      ['number', 'or', 'what happens'],
      [AGENT, ...ROBOTS].map(({number, name, title}) => [code(number), code(name), title]),
    ),
  };
}

function payload(event, member) {
  return member.kind === 'method'
    ? [code(event), code(signature(member)), '', explain(member)]
    : [code(event), code(member.name), type(member), member.description];
}

/** What a method does, and what each parameter is. */
function explain({description, parameters = []}) {
  return [
    description,
    ...parameters.map((parameter) => `${code(parameter.name)}: ${parameter.description}`),
  ].join(' ');
}

function signature({name, parameters, return: {type: result}}) {
  const list = parameters.map(
    (parameter) => `${parameter.name}${parameter.optional ? '?' : ''}: ${parameter.type.text}`,
  );
  return `${name}(${list.join(', ')}): ${result.text}`;
}

/** The failure codes have a table of their own. */
function type({type: {text}}) {
  const codes = Object.keys(failures).map((name) => `'${name}'`);
  const parts = text.split(' | ');
  const isFailureCode = parts.length === codes.length && codes.every((one) => parts.includes(one));
  return isFailureCode ? 'a [failure code](#failure-codes)' : code(text);
}

function named(head, list) {
  return table(
    head,
    list.map(({name, description}) => [code(name), description]),
  );
}
