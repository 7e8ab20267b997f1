import {expect, fixture, html} from '@open-wc/testing';
import {TelnyxCallStateEvent} from '../src/index.js';
import {Footprint} from './fakes/footprint.js';
import {all, the} from './fakes/look.js';
import {client, openPage, placedCall, press, reach, ring, talk} from './fakes/page.js';
import {TelnyxRTC} from './fakes/telnyx-webrtc.js';
import {settle, until} from './fakes/until.js';

describe('A button that is moved in the page', () => {
  it('keeps its call, its panel and its microphone', async () => {
    const {element, microphone} = await openPage();
    const call = await talk(element);
    const elsewhere = await fixture(html`<section></section>`);
    elsewhere.append(element);
    await element.updateComplete;
    await settle();
    expect(element.state).to.equal('active');
    expect(microphone.on).to.equal(true);
    expect(all(element, 'dialog')).to.have.length(1);
    expect(the(element, 'dialog').matches(':popover-open')).to.equal(true);
    await press(element, 'Hang up');
    await reach(element, 'ended');
    expect(call.state).to.equal('destroy');
  });

  it('while the call is being made ready, still calls', async () => {
    const {element} = await openPage();
    await press(element, 'Call us');
    const elsewhere = await fixture(html`<section></section>`);
    elsewhere.append(element);
    await placedCall();
    expect(element.state).to.equal('connecting');
  });
});

describe('A button that is put into the page by a script', () => {
  it('and called in the same task, calls, with its panel open', async () => {
    const {element: first} = await openPage();
    // The kit has come.
    await talk(first);
    const room = first.parentElement;
    const element = first.cloneNode(true) as typeof first;
    first.remove();
    await until(() => TelnyxRTC.open.length === 0);
    room?.append(element);
    void element.call();
    await placedCall();
    await reach(element, 'connecting');
    expect(the(element, 'dialog').matches(':popover-open')).to.equal(true);
  });

  it('called and taken out in the same task, leaves the microphone off', async () => {
    const {element: first, microphone} = await openPage();
    const room = first.parentElement;
    const element = first.cloneNode(true) as typeof first;
    room?.append(element);
    const called = element.call();
    element.remove();
    await until(() => microphone.streams.length);
    await until(() => !microphone.on);
    expect(TelnyxRTC.made.length).to.equal(0);
    room?.append(element);
    await called;
    expect(element.state).to.equal('idle');
  });

  for (const layout of ['inline', 'floating'] as const)
    it(`of another document (${layout}), is shown as ever, and nothing is thrown`, async () => {
      const {element} = await openPage();
      const other = element.cloneNode(true) as typeof element;
      other.layout = layout;
      const frame = document.createElement('iframe');
      element.after(frame);
      frame.contentDocument!.body.append(other);
      await other.updateComplete;
      const button = other.shadowRoot!.querySelector('button')!;
      expect(button.getAttribute('aria-label')).to.equal('Call us');
      expect(getComputedStyle(button).backgroundColor).to.equal('rgb(11, 110, 79)');
      other.remove();
    });

  it('keeps the focus of somebody who was at its link already', async () => {
    const {element} = await openPage();
    const other = element.cloneNode(true) as typeof element;
    element.after(other);
    other.querySelector('a')!.focus();
    expect(document.activeElement === other.querySelector('a')).to.equal(true);
    await other.updateComplete;
    expect(other.shadowRoot?.activeElement === the(other, 'button', 'Call us')).to.equal(true);
  });

  it('and taken out in the same task, is shown when it is put back', async () => {
    const {element} = await openPage();
    const room = element.parentElement;
    const other = element.cloneNode(true) as typeof element;
    room?.append(other);
    other.remove();
    await settle();
    expect(Boolean(other.shadowRoot)).to.equal(false);
    room?.append(other);
    await other.updateComplete;
    the(other, 'button', 'Call us');
  });
});

describe('A button that is removed from the page', () => {
  it('ends its call and turns the microphone off', async () => {
    const {element, microphone} = await openPage();
    const call = await talk(element);
    const [line] = TelnyxRTC.open;
    element.remove();
    await until(() => line?.disconnected);
    expect(call.state).to.equal('destroy');
    expect(microphone.on).to.equal(false);
  });

  it('before the prompt is answered, takes no microphone', async () => {
    const {element, microphone} = await openPage();
    const prompt = microphone.prompt();
    await press(element, 'Call us');
    await reach(element, 'permission');
    element.remove();
    prompt.allow();
    await until(() => microphone.streams.length);
    await until(() => !microphone.on);
    expect(element.state).to.equal('idle');
  });

  it('before the kit has come, starts nothing', async () => {
    const {element, microphone} = await openPage();
    the(element, 'button', 'Call us').click();
    element.remove();
    await until(() => microphone.streams.length);
    await until(() => !microphone.on);
    expect(TelnyxRTC.made.length).to.equal(0);
  });

  it('and put back later, is ready for a new call', async () => {
    const {element} = await openPage();
    const room = element.parentElement;
    await talk(element);
    element.remove();
    await until(() => TelnyxRTC.open.length === 0);
    expect(element.state).to.equal('idle');
    room?.append(element);
    await element.updateComplete;
    expect(all(element, 'dialog')).to.have.length(0);
    await talk(element);
    expect(element.state).to.equal('active');
  });
});

describe('A page that is closed', () => {
  it('says goodbye to the far end', async () => {
    const {element, microphone} = await openPage();
    const call = await talk(element);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(call.state).to.be.oneOf(['hangup', 'destroy']);
    expect(microphone.on).to.equal(false);
  });

  it('without a call listens to nothing', async () => {
    const footprint = new Footprint();
    const {element} = await openPage();
    expect(footprint.listeners).not.to.include('pagehide');
    await ring(element);
    expect(footprint.listeners).to.include('pagehide');
    await press(element, 'Cancel');
    await reach(element, 'ended');
    expect(footprint.listeners).not.to.include('pagehide');
  });
});

describe('What is left behind', () => {
  const left = async (
    act: (element: Awaited<ReturnType<typeof openPage>>['element']) => Promise<unknown>,
  ) => {
    const {element} = await openPage();
    const footprint = new Footprint();
    await act(element);
    element.remove();
    await until(() => TelnyxRTC.open.length === 0);
    await until(() => footprint.timers === 0, 'every timer is cleared');
    return footprint;
  };

  it('after a warm-up: no listener and no timer', async () => {
    const {listeners} = await left(async (element) => {
      element.dispatchEvent(new PointerEvent('pointerenter'));
      (await client()).ready();
    });
    expect(listeners).to.have.length(0);
  });

  it('after a conversation: no listener and no timer', async () => {
    const {listeners} = await left(async (element) => {
      const call = await talk(element);
      call.bye();
      await reach(element, 'ended');
      await press(element, 'Close');
    });
    expect(listeners).to.have.length(0);
  });

  it('in the middle of a conversation: no listener and no timer', async () => {
    expect((await left(talk)).listeners).to.have.length(0);
  });

  it('the document has no style, element or attribute more', async () => {
    const {element} = await openPage();
    const before = document.documentElement.cloneNode() as Element;
    const count = document.querySelectorAll('*').length;
    const sheets = document.adoptedStyleSheets.length;
    await talk(element);
    expect(document.querySelectorAll('*')).to.have.length(count);
    expect(document.adoptedStyleSheets).to.have.length(sheets);
    expect((document.documentElement.cloneNode() as Element).outerHTML).to.equal(before.outerHTML);
    expect(element.outerHTML).not.to.contain('style');
  });
});

describe('Handlers of the page', () => {
  it('that throw do not disturb the call', async () => {
    const {element, complaints} = await openPage();
    const thrown: unknown[] = [];
    const {onerror} = window;
    window.onerror = (message) => thrown.push(message) > 0;
    const fail = () => {
      throw new Error('of the page');
    };
    element.addEventListener('telnyx-call-state', fail);
    const call = await talk(element);
    call.bye();
    await reach(element, 'ended');
    element.removeEventListener('telnyx-call-state', fail);
    window.onerror = onerror;
    expect(thrown).to.have.length(6);
    complaints();
  });

  it('that hang up as soon as it rings are heard', async () => {
    const {element} = await openPage();
    element.addEventListener('telnyx-call-state', (event) => {
      if (event instanceof TelnyxCallStateEvent && event.state === 'ringing') void element.hangUp();
    });
    await ring(element);
    await reach(element, 'ended');
  });
});
