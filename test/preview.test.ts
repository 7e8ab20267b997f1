import {expect, fixture, html} from '@open-wc/testing';
import '../src/index.js';
import type {TelnyxCallButton} from '../src/index.js';
import {failures} from '../src/errors.js';
import {previewOf, previews} from '../src/preview.js';
import type {Phase} from '../src/session/state.js';
import {read, the} from './fakes/look.js';
import {until} from './fakes/until.js';

const PHASES: readonly Phase[] = [
  'idle',
  'permission',
  'preparing',
  'connecting',
  'ringing',
  'active',
  'held',
  'reconnecting',
  'ended',
  'failed',
];

/** Fails on whatever a preview must not do. */
function forbid(): {readonly done: string[]; readonly restore: () => void} {
  const done: string[] = [];
  const {fetch} = window;
  const {mediaDevices} = navigator;
  const {getUserMedia} = mediaDevices;
  window.fetch = (...details) => {
    done.push(`fetch ${String(details[0])}`);
    return fetch(...details);
  };
  mediaDevices.getUserMedia = () => {
    done.push('getUserMedia');
    return Promise.reject(new Error('forbidden in a preview'));
  };
  return {
    done,
    restore: () => {
      window.fetch = fetch;
      mediaDevices.getUserMedia = getUserMedia;
    },
  };
}

const show = (name: string) =>
  fixture<TelnyxCallButton>(
    html`<telnyx-call-button preview=${name}><a href="tel:+123">+123</a></telnyx-call-button>`,
  );

const matches = (element: Element, state: string): boolean => element.matches(`:state(${state})`);

describe('A preview', () => {
  it('knows every state, and every failure', () => {
    for (const phase of PHASES) expect(previewOf(phase)?.state.phase).to.equal(phase);
    for (const code of Object.keys(failures)) expect(previews).to.include(code);
    for (const name of previews) expect(previewOf(name), name).to.have.property('state');
    expect(new Set(previews).size).to.equal(previews.length);
  });

  it('knows nothing else', () => {
    for (const name of ['', 'Active', 'toString', '__proto__']) expect(previewOf(name)).to.equal(undefined);
  });

  it('shows the state without account, network or microphone, and without an event', async () => {
    const {done, restore} = forbid();
    const told: string[] = [];
    const hear = ({type}: Event) => told.push(type);
    const types = ['telnyx-call-request', 'telnyx-call-state', 'telnyx-call-end', 'telnyx-call-error'];
    types.forEach((type) => addEventListener(type, hear));
    for (const phase of PHASES) {
      const element = await show(phase);
      await until(() => matches(element, phase), `the state ${phase} is shown`);
      await element.updateComplete;
      if (phase === 'active') expect(read(the(element, 'dialog'))).to.contain('2:47');
      element.remove();
    }
    types.forEach((type) => removeEventListener(type, hear));
    restore();
    expect(done).to.deep.equal([]);
    expect(told).to.deep.equal([]);
  });

  it('does not call, whatever is pressed in it', async () => {
    const {done, restore} = forbid();
    const element = await show('active');
    await until(() => matches(element, 'active'), 'the call is shown');
    await element.updateComplete;
    for (const button of element.shadowRoot!.querySelectorAll('button')) button.click();
    await element.call();
    restore();
    expect(done).to.deep.equal([]);
    expect(element.state).to.equal('idle');
  });

  it('gives way to another one, and to the truth', async () => {
    const element = await show('active');
    await until(() => matches(element, 'active'), 'the call is shown');
    element.preview = 'busy';
    await until(() => matches(element, 'ended'), 'its end is shown');
    element.preview = null;
    await until(() => matches(element, 'idle'), 'nothing is shown');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[part=panel]')).to.equal(null);
  });

  it('may be taken out of the page, and put back', async () => {
    const errors: unknown[] = [];
    const hear = ({reason}: PromiseRejectionEvent) => errors.push(reason);
    addEventListener('unhandledrejection', hear);
    const element = await show('active');
    const {parentElement} = element;
    await until(() => element.shadowRoot!.querySelector('[part=panel]'), 'the call is shown');
    element.remove();
    element.requestUpdate();
    await element.updateComplete.catch(() => undefined);
    parentElement!.append(element);
    await until(
      () => element.shadowRoot!.querySelector('[part=panel]')?.matches(':popover-open'),
      'the call is shown again',
    );
    removeEventListener('unhandledrejection', hear);
    expect(errors).to.deep.equal([]);
  });

  it('of an unknown name is the idle button, and a word to the owner', async () => {
    const warnings: string[] = [];
    const {warn} = console;
    console.warn = (text: string) => void warnings.push(text);
    const element = await show('actve');
    await until(() => warnings.length, 'the owner is told');
    console.warn = warn;
    expect(warnings[0]).to.contain('preview="actve"').and.to.contain('active');
    expect(matches(element, 'idle')).to.equal(true);
  });
});
