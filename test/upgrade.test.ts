import {expect, fixture, html} from '@open-wc/testing';
import {until} from './fakes/until.js';

// Imported by the tests themselves: this file is about what stands in the page before the script.
const load = () => import('../src/index.js');

describe('A tag that stands in the page before the script', () => {
  it('shows the page’s own link until then', async () => {
    expect(customElements.get('telnyx-call-button')).to.equal(undefined);
    const element = await fixture<HTMLElement>(html`
      <telnyx-call-button token-url="/token"><a href="tel:+123">Phone us</a></telnyx-call-button>
    `);
    expect(element.querySelector('a')?.checkVisibility()).to.equal(true);
  });

  it('becomes a button, with the properties that were set before', async () => {
    const element = await fixture<HTMLElement>(html`
      <telnyx-call-button token-url="/token" label="of the tag"
        ><a href="tel:+123">Phone us</a></telnyx-call-button
      >
    `);
    Object.assign(element, {label: 'Set before', destination: '+456'});
    const {TelnyxCallButton} = await load();
    await until(() => element instanceof TelnyxCallButton);
    if (!(element instanceof TelnyxCallButton)) throw new Error('not upgraded');
    await element.updateComplete;
    expect(element).to.include({label: 'Set before', destination: '+456', tokenUrl: '/token'});
    expect(element.shadowRoot?.textContent).to.contain('Set before');
    expect(element.querySelector('a')?.checkVisibility()).to.equal(false);
    element.label = 'Set after';
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.contain('Set after');
  });
});

describe('A script that is loaded twice', () => {
  it('throws nothing, and the first one wins', async () => {
    const {TelnyxCallButton} = await load();
    const second = (await import('/src/index.ts?again' as string)) as Awaited<ReturnType<typeof load>>;
    expect(second.TelnyxCallButton).to.be.a('function');
    expect(customElements.get('telnyx-call-button')).to.equal(TelnyxCallButton);
    const element = document.createElement('telnyx-call-button');
    expect(element).to.be.instanceOf(TelnyxCallButton);
  });

  it('an element made by code, with properties and no page around it, throws nothing', async () => {
    const {TelnyxCallButton} = await load();
    const element = new TelnyxCallButton();
    element.tokenUrl = '/token';
    expect(element.state).to.equal('idle');
    expect(element.attributes).to.have.length(0);
    await element.hangUp();
    await element.call();
    expect(element.state).to.equal('idle');
  });
});
