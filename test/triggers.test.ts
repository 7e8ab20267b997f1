import {expect, fixture, html} from '@open-wc/testing';
import {Footprint} from './fakes/footprint.js';
import {all} from './fakes/look.js';
import {client, openPage, placedCall, press, reach, usual} from './fakes/page.js';
import {replace} from './fakes/replace.js';
import {TelnyxRTC} from './fakes/telnyx-webrtc.js';
import {tokenUrl} from './fakes/token-endpoint.js';
import {settle, until} from './fakes/until.js';
import type {TelnyxCallRequestEvent} from '../src/events.js';
import type {TelnyxCallButton} from '../src/telnyx-call-button.js';

const page = html`
  <div>
    <p><button id="before" data-telnyx-call>Talk to us</button></p>
    ${usual}
    <telnyx-call-button id="sales" token-url=${tokenUrl} destination="+1999"></telnyx-call-button>
    <button id="named" data-telnyx-call="sales"><b>Talk to sales</b></button>
    <a id="link" href="tel:+12345678900" data-telnyx-call><span>+1 234 567 8900</span></a>
    <a id="anchor" href="#anchor" data-telnyx-call="">Talk</a>
    <button id="nobody" data-telnyx-call="nobody">Talk to nobody</button>
  </div>
`;

const find = (id: string): HTMLElement => document.getElementById(id)!;
const sales = (): TelnyxCallButton => document.querySelector<TelnyxCallButton>('#sales')!;

/** Clicks, and keeps the browser from following. @returns whether the page's own way was stopped by the trigger */
function click(target: HTMLElement): boolean {
  let stopped = false;
  const last = (event: Event): void => {
    stopped = event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener('click', last, {once: true});
  target.click();
  return stopped;
}

const requests = (events: Event[]): string[] =>
  events
    .filter(({type}) => type === 'telnyx-call-request')
    .map(
      (event) =>
        `${(event as TelnyxCallRequestEvent).source} ${(event as TelnyxCallRequestEvent).destination}`,
    );

describe('An element of the page that starts the call', () => {
  it('stands for the page’s first button where it names none', async () => {
    const {element, events} = await openPage(page);
    expect(click(find('before'))).to.equal(true);
    await placedCall();
    expect(requests(events)).to.deep.equal(['trigger +12345678900']);
    expect(element.state).to.equal('connecting');
    expect(sales().state).to.equal('idle');
  });

  it('stands for the one that it names, and its inner parts do too', async () => {
    const {element, events} = await openPage(page);
    click(find('named').querySelector('b')!);
    await placedCall();
    expect(requests(events)).to.deep.equal(['trigger +1999']);
    expect(element.state).to.equal('idle');
    expect(sales().state).to.equal('connecting');
  });

  it('does nothing where it names one that is not there, which the site’s owner is told once', async () => {
    const {events, complaints} = await openPage(page);
    find('nobody').dispatchEvent(new PointerEvent('pointerover', {bubbles: true, composed: true}));
    expect(complaints()).to.have.length(0);
    for (let times = 0; times < 2; times++) expect(click(find('nobody'))).to.equal(false);
    await settle();
    expect(events).to.have.length(0);
    expect(complaints()).to.deep.equal([
      'warn <telnyx-call-button>: data-telnyx-call="nobody": no button has that id.',
    ]);
  });

  for (const id of ['link', 'anchor'])
    it(`a link (${id}) does not lead away from a call`, async () => {
      const {element} = await openPage(page);
      expect(click(find(id))).to.equal(true);
      await reach(element, 'connecting');
    });

  it('a link keeps its own way where no call can be placed', async () => {
    const {events} = await openPage(page);
    replace(window, 'RTCPeerConnection', undefined as never);
    expect(click(find('link').querySelector('span')!)).to.equal(false);
    await settle();
    expect(events).to.have.length(0);
  });

  it('one that is no link says why no call can be placed', async () => {
    const {element, complaints} = await openPage(page);
    replace(window, 'RTCPeerConnection', undefined as never);
    expect(click(find('before')), 'a form would be sent').to.equal(true);
    await reach(element, 'failed');
    expect(element.lastError?.code).to.equal('unsupported');
    complaints();
  });

  it('says so again to a visitor who has put that away and asks again', async () => {
    const {element, events, complaints} = await openPage(page);
    replace(window, 'RTCPeerConnection', undefined as never);
    const told = () => events.filter(({type}) => type === 'telnyx-call-error').length;
    for (let times = 1; times <= 2; times++) {
      click(find('before'));
      await until(() => all(element, 'button', 'Close').length, `the panel says it, time ${times}`);
      expect(told()).to.equal(times);
      await press(element, 'Close');
      expect(all(element, 'dialog')).to.have.length(0);
    }
    complaints();
  });

  it('a link keeps its own way where the visitor wants it in another tab or window', async () => {
    const {events} = await openPage(page);
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey']) {
      const event = new MouseEvent('click', {bubbles: true, cancelable: true, composed: true, [key]: true});
      let stopped: boolean | undefined;
      const last = (): void => {
        stopped = event.defaultPrevented;
        event.preventDefault();
      };
      window.addEventListener('click', last, {once: true});
      find('link').dispatchEvent(event);
      expect(stopped, key).to.equal(false);
    }
    await settle();
    expect(events).to.have.length(0);
  });

  it('is not what stands in the panel of a call button inside it', async () => {
    const {element, events} = await openPage(html`<div data-telnyx-call>${usual}</div>`);
    await press(element, 'Call us');
    (await placedCall()).pickUp();
    await reach(element, 'active');
    await press(element, 'Hang up');
    await reach(element, 'ended');
    await press(element, 'Close');
    await settle();
    expect(element.state).to.equal('idle');
    expect(requests(events)).to.deep.equal(['user +12345678900']);
  });

  it('does nothing while it is disabled, and neither does what is in it', async () => {
    const {endpoint, events} = await openPage(html`
      <div>
        ${usual}
        <button id="off" data-telnyx-call disabled><b>Talk</b></button>
      </div>
    `);
    for (const type of ['pointerover', 'click'])
      find('off')
        .querySelector('b')!
        .dispatchEvent(new MouseEvent(type, {bubbles: true, cancelable: true, composed: true}));
    await settle();
    expect(events).to.have.length(0);
    expect(endpoint.requests).to.have.length(0);
  });

  it('works when it has come later, and in a shadow root', async () => {
    const {element, events} = await openPage(page);
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({mode: 'open'});
    const later = document.createElement('button');
    later.dataset.telnyxCall = '';
    root.append(later);
    click(later);
    await reach(element, 'connecting');
    expect(requests(events)).to.deep.equal(['trigger +12345678900']);
  });

  it('works where the page stops the click on its way', async () => {
    const {element} = await openPage(page);
    find('before').parentElement!.addEventListener('click', (event) => event.stopPropagation());
    click(find('before'));
    await reach(element, 'connecting');
  });

  it('clicked twice starts one call; clicked in a call shows its panel', async () => {
    const {element, events} = await openPage(page);
    click(find('before'));
    click(find('before'));
    await placedCall();
    expect(TelnyxRTC.made.length).to.equal(1);
    expect(requests(events)).to.have.length(1);
    await press(element, 'Hide the call panel');
    expect(all(element, 'dialog')).to.have.length(0);
    click(find('before'));
    await element.updateComplete;
    expect(all(element, 'dialog')).to.have.length(1);
    expect(requests(events)).to.have.length(1);
  });

  it('is asked for by the page’s code: it may refuse', async () => {
    const {element} = await openPage(page);
    element.addEventListener('telnyx-call-request', (event) => event.preventDefault());
    expect(click(find('link'))).to.equal(true);
    await settle();
    expect(element.state).to.equal('idle');
  });

  const intents = {
    hover: new PointerEvent('pointerover', {bubbles: true, composed: true}),
    touch: new TouchEvent('touchstart', {bubbles: true, composed: true}),
    focus: new FocusEvent('focusin', {bubbles: true, composed: true}),
  };
  for (const [name, event] of Object.entries(intents))
    it(`shows intent by ${name}, as the button does`, async () => {
      const {endpoint, microphone} = await openPage(page);
      find('before').dispatchEvent(event);
      expect((await client()).connects).to.equal(1);
      expect(endpoint.requests).to.have.length(1);
      expect(microphone.asked).to.have.length(0);
    });

  it('is left as the page wrote it', async () => {
    const {element} = await openPage(page);
    const before = find('before').outerHTML;
    click(find('before'));
    await reach(element, 'connecting');
    expect(find('before').outerHTML).to.equal(before);
  });
});

describe('A command of the page', () => {
  const commands = html`
    <div>
      <telnyx-call-button id="desk" token-url=${tokenUrl} destination="+1999"></telnyx-call-button>
      <button id="call" commandfor="desk" command="--call">Call</button>
      <button id="mute" commandfor="desk" command="--toggle-mute">Mute</button>
      <button id="end" commandfor="desk" command="--hang-up">End</button>
      <button id="other" commandfor="desk" command="--dance">Dance</button>
    </div>
  `;

  const whole = async (): Promise<void> => {
    const {element, events, endpoint} = await openPage(commands);
    find('call').dispatchEvent(new PointerEvent('pointerover', {bubbles: true, composed: true}));
    (await client()).ready();
    expect(endpoint.requests).to.have.length(1);
    find('other').click();
    await settle();
    expect(element.state).to.equal('idle');
    find('call').click();
    const call = await placedCall();
    call.pickUp();
    await reach(element, 'active');
    expect(requests(events)).to.deep.equal(['trigger +1999']);
    find('mute').click();
    await element.updateComplete;
    expect(element.muted).to.equal(true);
    find('end').click();
    await reach(element, 'ended');
  };

  it('calls, mutes and hangs up, once each', whole);

  it('does so in a browser that knows no commands', async () => {
    const {prototype} = HTMLButtonElement as unknown as {prototype: Record<string, unknown>};
    const own = Object.getOwnPropertyDescriptor(prototype, 'commandForElement');
    delete prototype.commandForElement;
    try {
      await whole();
    } finally {
      if (own) Object.defineProperty(prototype, 'commandForElement', own);
    }
  });
});

describe('The listeners for all triggers of a page', () => {
  it('are there as long as a button is, once for all of them', async () => {
    const footprint = new Footprint();
    const {element} = await openPage(page);
    const listeners = () => footprint.listeners.filter((type) => !type.startsWith('telnyx-call-')).sort();
    const one = listeners();
    expect(one).to.deep.equal(
      ['click', 'focusin', 'focusin', 'focusout', 'pointerover', 'scroll', 'touchstart'].sort(),
    );
    sales().remove();
    expect(listeners()).to.deep.equal(one);
    const parent = element.parentElement!;
    element.remove();
    expect(listeners()).to.have.length(0);
    parent.append(element);
    expect(listeners()).to.deep.equal(one);
    await element.updateComplete;
    expect(all(element, 'button', 'Call us')).to.have.length(1);
  });
});
