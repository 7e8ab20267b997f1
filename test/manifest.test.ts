import {expect, fixture, html} from '@open-wc/testing';
import type {Described, Manifest} from '../scripts/manifest/holes.mjs';
import {TelnyxCallButton} from '../src/index.js';
import {previewOf, previews} from '../src/preview.js';
import {CallSettings} from '../src/settings.js';
import {openPage, placedCall, press, reach} from './fakes/page.js';
import {FakeTime} from './fakes/time.js';
import {until} from './fakes/until.js';

const manifest = (await (await fetch('/custom-elements.json')).json()) as Manifest;
const declarations = manifest.modules.flatMap((module) => module.declarations);
const documented = declarations.find(({tagName}) => tagName)!;
const names = (list: readonly Described[]) => list.map(({name}) => name).sort();
const sorted = (list: Iterable<string>) => [...new Set(list)].sort();

/** A look at what is asked for by its name. */
const open = (object: object) => object as Record<string, unknown>;

/** A value that an attribute takes: of a union one that is not the default. */
function valueFor({type, default: usually}: Described): {attribute: string; property: unknown} {
  if (type?.text === 'boolean') return {attribute: '', property: true};
  const values = [...(type?.text.matchAll(/'([^']+)'/g) ?? [])].map(([, value]) => value!);
  const value = values.find((one) => `'${one}'` !== usually) ?? 'x';
  return {attribute: value, property: value};
}

describe('What the manifest says', () => {
  it('of attributes: these are observed, and no other', () => {
    expect(sorted(TelnyxCallButton.observedAttributes)).to.deep.equal(names(documented.attributes));
  });

  for (const attribute of documented.attributes) {
    it(`of ${attribute.name}: it sets its property, and reflects as it says`, () => {
      const element = document.createElement('telnyx-call-button');
      const value = valueFor(attribute);
      element.setAttribute(attribute.name, value.attribute);
      const field = documented.members.find((member) => member.attribute === attribute.name)!;
      expect(open(element)[field.name]).to.equal(value.property);
      const {reflect} = TelnyxCallButton.elementProperties.get(field.name)!;
      expect(Boolean(reflect)).to.equal(Boolean(field.reflects));
    });
  }

  it('of properties and methods: they are there, and can be set if it says so', () => {
    const element = document.createElement('telnyx-call-button');
    for (const {name, kind, readonly} of documented.members) {
      expect(name in element, name).to.equal(true);
      if (kind === 'method') expect(open(element)[name], name).to.be.a('function');
      else {
        const homes = [TelnyxCallButton.prototype, CallSettings.prototype];
        const [found] = homes.flatMap((home) => Object.getOwnPropertyDescriptor(home, name) ?? []);
        expect(Boolean(found?.set), name).to.equal(!readonly);
      }
    }
  });

  it('of custom states: the state is one of them, with live beside it in a call', () => {
    const element = document.createElement('telnyx-call-button');
    const all = names(documented.cssStates);
    const shown = () => all.filter((state) => element.matches(`:state(${state})`));
    expect(shown()).to.deep.equal(['idle']);
    const phases = documented.members.find(({name}) => name === 'state')!.type!.text.match(/[\w-]+/g)!;
    for (const phase of phases as Array<TelnyxCallButton['state']>) {
      element.showState(phase, true);
      expect(shown()).to.deep.equal(sorted([phase, 'live']));
    }
  });

  it('of parts and slots: every one stands in the element at some time, and no other', async () => {
    const page = await fixture(
      html`<div>
        ${previews.map(
          (name) => html`<telnyx-call-button preview=${name}><a href="tel:+1">+1</a></telnyx-call-button>`,
        )}
      </div>`,
    );
    const buttons = [...page.children] as TelnyxCallButton[];
    const all = <T extends Element>(selector: string) =>
      buttons.flatMap(({shadowRoot}) => [...(shadowRoot?.querySelectorAll<T>(selector) ?? [])]);
    const parts = () => sorted(all('[part]').flatMap((element) => [...element.part]));
    const slots = () => sorted(all<HTMLSlotElement>('slot').map(({name}) => name));
    await until(
      () =>
        previews.every((name, index) => buttons[index]?.matches(`:state(${previewOf(name)?.state.phase})`)),
      'every preview is shown',
    );
    await until(
      () => parts().includes('dialog') && parts().includes('transcript'),
      'the files of the dialog and the transcript have come',
    );
    await Promise.all(buttons.map(({updateComplete}) => updateComplete));
    expect(parts()).to.deep.equal(names(documented.cssParts));
    expect(slots()).to.deep.equal(names(documented.slots));
  });

  it('of events: every one is sent at some time, of its class and with its fields, and no other', async () => {
    const {element, microphone} = await openPage();
    const sent: Event[] = [];
    const {dispatchEvent} = element;
    element.dispatchEvent = (event) => {
      if (event.type.startsWith('telnyx-')) sent.push(event);
      return dispatchEvent.call(element, event);
    };
    element.aiAssistantId = 'assistant-1';
    microphone.prompt().deny();
    await press(element, 'Call us');
    await until(() => element.lastError);
    microphone.give();
    microphone.decide('granted');
    const call = await placedCall();
    const time = new FakeTime();
    call.pickUp();
    call.converse({type: 'response.text.delta', delta: 'Hello', item_id: 'a1'});
    await until(() => sent.some(({type}) => type === 'telnyx-call-transcript'), 'the words are told');
    await time.pass(10_000);
    call.bye();
    await time.pass(0);
    await reach(element, 'ended');
    expect(sorted(sent.map(({type}) => type))).to.deep.equal(names(documented.events));
    for (const event of sent) {
      const {type} = documented.events.find(({name}) => name === event.type)!;
      const {name, members} = declarations.find((one) => one.name === type?.text)!;
      expect(event.constructor.name).to.equal(name);
      expect(event).to.include({bubbles: true, composed: true});
      for (const member of members) expect(member.name in event, `${name}: ${member.name}`).to.equal(true);
    }
  });
});
