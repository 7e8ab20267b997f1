import {expect, html} from '@open-wc/testing';
import type {TelnyxCallButton} from '../src/index.js';
import {all, nameOf, read, the} from './fakes/look.js';
import {openPage, placedCall, press, reach} from './fakes/page.js';
import {replace} from './fakes/replace.js';
import {tokenUrl} from './fakes/token-endpoint.js';
import {settle, until} from './fakes/until.js';

const KEY = 'telnyx-call-consent';
const TEXT = 'We record our calls.';

const tag = (text: string | undefined = TEXT, rich: unknown = undefined) => html`
  <telnyx-call-button token-url=${tokenUrl} destination="+12345678900" consent=${text ?? ''}>
    <a href="tel:+12345678900">Call +1 234 567 8900</a>${rich}
  </telnyx-call-button>
`;

/** The page, with the question up. */
async function ask(markup = tag()) {
  const page = await openPage(markup);
  await press(page.element, 'Call us');
  await until(() => all(page.element, 'dialog', 'Before the call').length, 'the question');
  return page;
}

const agree = (element: TelnyxCallButton) => press(element, 'Agree and call');

describe('Consent', () => {
  beforeEach(() => localStorage.removeItem(KEY));
  after(() => localStorage.removeItem(KEY));

  it('is asked for before anything else is: no microphone, no token, no state', async () => {
    const {element, microphone, endpoint, events} = await ask();
    expect(read(the(element, 'dialog'))).to.contain(TEXT);
    await settle();
    expect(microphone.asked).to.have.length(0);
    expect(endpoint.requests).to.have.length(0);
    expect(events.map(({type}) => type)).to.deep.equal(['telnyx-call-request']);
    expect(element.state).to.equal('idle');
    expect(the(element, 'button', 'Call us').getAttribute('aria-busy')).to.equal('false');
  });

  it('is read out with the panel, which has the focus', async () => {
    const {element} = await ask();
    const panel = the(element, 'dialog');
    expect(element.shadowRoot!.activeElement === panel).to.equal(true);
    const text = element.shadowRoot!.getElementById(panel.getAttribute('aria-describedby')!)!;
    expect(nameOf(text)).to.equal(TEXT);
  });

  it('is not asked for by hovering, and nothing is asked of the token endpoint either', async () => {
    const {element, endpoint} = await openPage(tag());
    await element.warm();
    await settle();
    await element.warm();
    expect(endpoint.requests).to.have.length(0);
    expect(all(element, 'dialog')).to.have.length(0);
  });

  it('makes the call in the task of the click that gives it', async () => {
    const {element, microphone} = await ask();
    the(element, 'button', 'Agree and call').click();
    // Microtasks belong to the click's own task.
    for (let turn = 0; turn < 20; turn++) await null;
    expect(microphone.asked).to.have.length(1);
    await placedCall();
    expect(all(element, 'dialog', 'Call')).to.have.length(1);
  });

  it('is remembered: the next page, and the next button, call at once', async () => {
    const first = await ask();
    await agree(first.element);
    await placedCall();
    await first.element.hangUp();
    await reach(first.element, 'ended');
    first.element.remove();
    const {element} = await openPage(tag());
    await press(element, 'Call us');
    await placedCall();
    expect(localStorage.getItem(KEY)).to.match(/^[\da-z]+$/);
  });

  it('is asked for again once its text is another one', async () => {
    const {element} = await ask();
    await agree(element);
    await placedCall();
    await element.hangUp();
    await reach(element, 'ended');
    element.consent = 'We sell our calls.';
    void element.call();
    await until(() => all(element, 'dialog', 'Before the call').length, 'the question');
    await press(element, 'Cancel');
    expect(element.state).to.equal('idle');
  });

  for (const [how, leave] of [
    ['Cancel', (element: TelnyxCallButton) => press(element, 'Cancel')],
    [
      'Escape',
      async (element: TelnyxCallButton) => {
        the(element, 'dialog').dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
      },
    ],
    ['hangUp()', (element: TelnyxCallButton) => element.hangUp()],
  ] as const)
    it(`is refused by ${how}: idle again, no error, and the next click asks again`, async () => {
      const {element, microphone, events} = await ask();
      await leave(element);
      await until(() => !all(element, 'dialog').length, 'the panel is gone');
      await settle();
      expect(microphone.asked).to.have.length(0);
      expect(events.map(({type}) => type)).to.deep.equal(['telnyx-call-request']);
      await press(element, 'Call us');
      await until(() => all(element, 'dialog', 'Before the call').length, 'the question');
    });

  it('is the question of rich text that stands in its slot', async () => {
    const rich = html`<p slot="consent">We record. <a href="#privacy">Privacy</a></p>`;
    const {element} = await ask(tag(undefined, rich));
    expect(read(the(element, 'dialog'))).to.contain('We record. Privacy');
    await agree(element);
    await placedCall();
    expect(localStorage.getItem(KEY)).to.be.a('string');
  });

  it('comes after what the page holds the call for', async () => {
    const {element} = await openPage(tag());
    let done!: () => void;
    const form = new Promise<void>((resolve) => (done = resolve));
    element.addEventListener('telnyx-call-request', (event) => event.waitUntil(form));
    await press(element, 'Call us');
    await settle();
    expect(all(element, 'dialog')).to.have.length(0);
    done();
    await until(() => all(element, 'dialog', 'Before the call').length, 'the question');
  });

  it('is asked for each time by a browser that keeps nothing', async () => {
    replace(Storage.prototype, 'getItem', () => {
      throw new DOMException('', 'SecurityError');
    });
    replace(Storage.prototype, 'setItem', () => {
      throw new DOMException('', 'SecurityError');
    });
    const {element} = await ask();
    await agree(element);
    await placedCall();
    await element.hangUp();
    await reach(element, 'ended');
    void element.call();
    await until(() => all(element, 'dialog', 'Before the call').length, 'the question');
  });

  it('is asked for once, however often the call is', async () => {
    const {element, events} = await ask();
    void element.call();
    await press(element, 'Call us');
    expect(events).to.have.length(1);
    await agree(element);
    await placedCall();
  });

  it('goes with its button', async () => {
    const {element} = await ask();
    element.remove();
    await settle();
    expect(all(element, 'dialog')).to.have.length(0);
  });
});
