import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {holes, type Declaration, type Described, type Manifest} from '../../scripts/manifest/holes.mjs';

const read = () => JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;
const all = ({modules}: Manifest) => modules.flatMap(({declarations}) => declarations);
const elementOf = (manifest: Manifest) => all(manifest).find(({tagName}) => tagName)!;
const eventOf = (manifest: Manifest) => all(manifest).find(({name}) => name === 'TelnyxCallRequestEvent')!;
const field = ({members}: Declaration) => members.find(({kind}) => kind === 'field')!;
const method = ({members}: Declaration) => members.find(({parameters}) => parameters?.length)!;

/** Each kind of thing that has to be described: where one stands, and what it must say beside its description. */
const kinds: Record<
  string,
  readonly [find: (of: Manifest) => Described, ...more: Array<'type' | 'default'>]
> = {
  'the element': [elementOf],
  'an attribute': [(of) => elementOf(of).attributes[0]!, 'type'],
  'an attribute’s property': [(of) => field(elementOf(of)), 'type', 'default'],
  'a property': [(of) => elementOf(of).members.find(({readonly}) => readonly)!, 'type'],
  'a method': [(of) => method(elementOf(of))],
  'a parameter': [(of) => method(elementOf(of)).parameters![0]!, 'type'],
  'an event': [(of) => elementOf(of).events[0]!, 'type'],
  'an event’s class': [eventOf],
  'an event’s field': [(of) => field(eventOf(of)), 'type'],
  'an event’s method': [(of) => method(eventOf(of))],
  'a parameter of it': [(of) => method(eventOf(of)).parameters![0]!, 'type'],
  'a slot': [(of) => elementOf(of).slots[0]!],
  'a part': [(of) => elementOf(of).cssParts[0]!],
  'a state': [(of) => elementOf(of).cssStates[0]!],
  'a custom property': [(of) => elementOf(of).cssProperties[0]!],
};

test('everything public is described', () => {
  assert.deepEqual(holes(read()), []);
});

for (const [kind, [find, ...more]] of Object.entries(kinds)) {
  for (const part of ['description', ...more] as const) {
    test(`${kind} without ${part} is a hole`, () => {
      const manifest = read();
      delete find(manifest)[part];
      const found = holes(manifest);
      assert.equal(found.length, 1);
      assert.match(found[0]!, new RegExp(`has no ${part}$`));
    });
  }
}

test('nothing but white space is no description', () => {
  const manifest = read();
  elementOf(manifest).slots[0]!.description = ' \n';
  assert.deepEqual(holes(manifest), ['slot default has no description']);
});

test('a method without a return type is a hole', () => {
  const manifest = read();
  delete method(elementOf(manifest)).return;
  assert.deepEqual(holes(manifest), ['<telnyx-call-button>: call() has no type']);
});

test('an event whose class the package does not export is a hole', () => {
  const manifest = read();
  for (const module of manifest.modules)
    module.declarations = module.declarations.filter(({name}) => name !== 'TelnyxCallEndEvent');
  assert.deepEqual(holes(manifest), ['event telnyx-call-end: the package does not export its class']);
});
