import {expect, html} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import {all, the} from './fakes/look.js';
import {client, openPage, placedCall, press, reach} from './fakes/page.js';
import {replace} from './fakes/replace.js';
import {TelnyxRTC} from './fakes/telnyx-webrtc.js';
import {FakeTime} from './fakes/time.js';
import {json, jwt, plain, tokenUrl} from './fakes/token-endpoint.js';
import {settle, until} from './fakes/until.js';

const hover = (element: Element) => element.dispatchEvent(new PointerEvent('pointerenter'));

describe('Before the visitor shows intent', () => {
  // First of the file: afterwards the page has the kit.
  it('nothing is asked, opened or stored, and only the shell is loaded', async () => {
    const used: string[] = [];
    const use = (name: string) => (): never => {
      used.push(name);
      throw new Error(name);
    };
    replace(window, 'WebSocket', new Proxy(WebSocket, {construct: use('WebSocket')}));
    replace(Storage.prototype, 'setItem', use('storage'));
    replace(Storage.prototype, 'getItem', use('storage'));
    replace(navigator, 'sendBeacon', use('beacon'));
    replace(navigator.permissions, 'query', use('permissions'));
    const {element, endpoint, microphone} = await openPage();
    replace(window, 'fetch', use('fetch'));
    await settle();
    expect(used).to.have.length(0);
    expect(endpoint.requests).to.have.length(0);
    expect(microphone.asked).to.have.length(0);
    const loaded = performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname);
    expect(
      loaded.filter((path) => /kit|session\/|panel|locales\/(?!call-us|language)|telnyx-sdk/.test(path)),
    ).to.have.length(0);
    expect(all(element, 'button', 'Call us')).to.have.length(1);
  });
});

describe('When the visitor shows intent', () => {
  const intents = {
    hovering: async (element: HTMLElement) => {
      const {left, top, width, height} = element.getBoundingClientRect();
      const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
      await sendMouse({type: 'move', position});
    },
    focusing: () => sendKeys({press: 'Tab'}),
    touching: async (element: HTMLElement) => {
      the(element, 'button').dispatchEvent(new TouchEvent('touchstart', {bubbles: true, composed: true}));
    },
  };
  afterEach(() => resetMouse());

  for (const [name, show] of Object.entries(intents)) {
    it(`by ${name}: token, SDK and line start, the microphone does not`, async () => {
      const {element, endpoint, microphone} = await openPage();
      await show(element);
      const line = await client();
      expect(line.connects).to.equal(1);
      expect(endpoint.requests).to.have.length(1);
      expect(microphone.asked).to.have.length(0);
      expect(element.state).to.equal('idle');
      expect(all(element, 'dialog')).to.have.length(0);
    });
  }

  it('the click uses what is there: one token, one client', async () => {
    const {element, endpoint} = await openPage();
    hover(element);
    (await client()).ready();
    await press(element, 'Call us');
    await placedCall();
    expect(endpoint.requests).to.have.length(1);
    expect(TelnyxRTC.made.length).to.equal(1);
  });

  for (const click of [true, false])
    it(`a token for a destination that the page has changed meanwhile is not used (${click ? 'clicked' : 'hovered'} before the kit was there)`, async () => {
      const {element, endpoint} = await openPage();
      endpoint.first.push(json({token: jwt('first')}), json({token: jwt('second')}));
      hover(element);
      element.destination = '+1999';
      if (!click) await client();
      await press(element, 'Call us');
      await placedCall();
      expect(endpoint.requests.map(({body}) => body.destination)).to.deep.equal(['+12345678900', '+1999']);
      expect(TelnyxRTC.open.at(-1)!.options.login_token).to.equal(jwt('second'));
    });

  it('again and again: nothing is asked twice', async () => {
    const {element, endpoint} = await openPage();
    for (let times = 0; times < 5; times++) hover(element);
    await client();
    for (let times = 0; times < 5; times++) hover(element);
    await settle();
    expect(endpoint.requests).to.have.length(1);
    expect(TelnyxRTC.made.length).to.equal(1);
  });

  it('and goes away, the line is closed after a minute', async () => {
    const time = new FakeTime();
    const {element} = await openPage();
    hover(element);
    const line = await client();
    line.ready();
    await time.pass(59_000);
    expect(line.disconnected).to.equal(false);
    await time.pass(1_000);
    expect(line.disconnected).to.equal(true);
    await until(() => time.running === 0);
  });

  it('and leaves the page, the line is closed at once: the page may be kept for the way back', async () => {
    const {element} = await openPage();
    hover(element);
    const line = await client();
    line.ready();
    window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
    await until(() => line.disconnected);
    await press(element, 'Call us');
    await placedCall();
    expect(TelnyxRTC.made.length).to.equal(2);
  });

  it('and comes back after that, the line is opened again', async () => {
    const time = new FakeTime();
    const {element} = await openPage();
    hover(element);
    (await client()).ready();
    await time.pass(61_000);
    hover(element);
    expect((await client()).connects).to.equal(1);
    expect(TelnyxRTC.made.length).to.equal(2);
  });

  it('a trouble of the token endpoint stays untold until the click', async () => {
    const {element, endpoint, complaints} = await openPage();
    endpoint.first.push(plain('', {status: 403}), plain('', {status: 403}));
    hover(element);
    await until(() => endpoint.requests.length);
    await settle();
    expect(element.state).to.equal('idle');
    expect(complaints()).to.have.length(0);
    await press(element, 'Call us');
    await reach(element, 'failed');
    expect(complaints().join()).to.contain('token-refused');
  });

  for (const [name, leave] of Object.entries({cancelled: 'Cancel', over: 'Close'})) {
    it(`a call that is ${name} stays closed when the focus comes back to the button`, async () => {
      const {element, endpoint} = await openPage();
      the(element, 'button', 'Call us').focus();
      await press(element, 'Call us');
      const call = await placedCall();
      if (leave === 'Close') {
        call.pickUp();
        call.bye();
        await reach(element, 'ended');
      }
      the(element, 'button', leave).focus();
      await press(element, leave);
      await until(() => TelnyxRTC.open.length === 0);
      await settle();
      expect(element.shadowRoot?.activeElement === the(element, 'button', 'Call us')).to.equal(true);
      expect(TelnyxRTC.made.length).to.equal(1);
      expect(endpoint.requests).to.have.length(1);
    });
  }

  it('with warm-up="none" nothing starts before the click', async () => {
    const {element, endpoint} = await openPage(
      html`<telnyx-call-button token-url=${tokenUrl} destination="+123" warm-up="none"></telnyx-call-button>`,
    );
    for (const show of Object.values(intents)) await show(element);
    await settle();
    expect(endpoint.requests).to.have.length(0);
    expect(TelnyxRTC.made.length).to.equal(0);
    await press(element, 'Call us');
    expect((await client()).connects).to.equal(1);
  });

  it('a button that can’t call starts nothing', async () => {
    const {element, complaints} = await openPage(html`<telnyx-call-button></telnyx-call-button>`);
    hover(element);
    await settle();
    expect(TelnyxRTC.made.length).to.equal(0);
    expect(complaints()).to.have.length(1);
  });
});
