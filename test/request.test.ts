import {expect, oneEvent} from '@open-wc/testing';
import type {TelnyxCallRequestEvent} from '../src/index.js';
import {all, the} from './fakes/look.js';
import {openPage, placedCall, press, reach, talk} from './fakes/page.js';
import {settle, until} from './fakes/until.js';

describe('A page that wants a word before the call', () => {
  it('stops it: nothing is asked, and the button stays', async () => {
    const {element, endpoint, microphone, events} = await openPage();
    element.addEventListener('telnyx-call-request', (event) => event.preventDefault());
    await press(element, 'Call us');
    await settle();
    expect(endpoint.requests).to.have.length(0);
    expect(microphone.asked).to.have.length(0);
    expect(events).to.have.length(1);
    expect(element.state).to.equal('idle');
    expect(all(element, 'button', 'Call us')).to.have.length(1);
  });

  it('makes it wait for a form: it goes on when the form is done', async () => {
    const {element, endpoint, microphone} = await openPage();
    let done!: () => void;
    const form = new Promise<void>((resolve) => (done = resolve));
    element.addEventListener('telnyx-call-request', (event) => event.waitUntil(form));
    await press(element, 'Call us');
    await settle();
    expect(endpoint.requests).to.have.length(0);
    expect(microphone.asked).to.have.length(0);
    expect(the(element, 'button').getAttribute('aria-busy')).to.equal('true');
    done();
    await placedCall();
    expect(the(element, 'button', 'Call us').getAttribute('aria-busy')).to.equal('false');
  });

  it('waits for everything that was asked to be waited for', async () => {
    const {element, microphone} = await openPage();
    const done: Array<() => void> = [];
    element.addEventListener('telnyx-call-request', (event) => {
      for (let times = 0; times < 2; times++)
        event.waitUntil(new Promise<void>((resolve) => done.push(resolve)));
    });
    await press(element, 'Call us');
    done[0]?.();
    await settle();
    expect(microphone.asked).to.have.length(0);
    done[1]?.();
    await placedCall();
  });

  it('calls it off when consent is refused, and the next click asks again', async () => {
    const {element, endpoint, events, complaints} = await openPage();
    element.addEventListener(
      'telnyx-call-request',
      (event) => event.waitUntil(Promise.reject(new Error('no'))),
      {once: true},
    );
    await press(element, 'Call us');
    await until(() => the(element, 'button').getAttribute('aria-busy') === 'false');
    expect(endpoint.requests).to.have.length(0);
    expect(events).to.have.length(1);
    expect(complaints()).to.have.length(0);
    await press(element, 'Call us');
    await placedCall();
  });

  it('clicks while it is waited for ask nothing more', async () => {
    const {element, events} = await openPage();
    element.addEventListener('telnyx-call-request', (event) => event.waitUntil(new Promise(() => undefined)));
    for (let times = 0; times < 3; times++) await press(element, 'Call us');
    expect(events).to.have.length(1);
  });

  it('a hang-up while it is waited for calls it off', async () => {
    const {element, microphone} = await openPage();
    let done!: () => void;
    const form = new Promise<void>((resolve) => (done = resolve));
    element.addEventListener('telnyx-call-request', (event) => event.waitUntil(form));
    await press(element, 'Call us');
    await element.hangUp();
    done();
    await settle();
    expect(microphone.asked).to.have.length(0);
    expect(element.state).to.equal('idle');
  });
});

describe('A page that calls from its own code', () => {
  it('tells it by the source, and may name another destination', async () => {
    const {element} = await openPage();
    const asked = oneEvent(element, 'telnyx-call-request') as Promise<TelnyxCallRequestEvent>;
    void element.call('+1 555 0100');
    expect(await asked).to.include({source: 'api', destination: '+15550100'});
    expect((await placedCall()).options.destinationNumber).to.equal('+15550100');
  });

  it('the other destination is that call’s alone', async () => {
    const {element} = await openPage();
    await element.call('+15550100');
    const call = await placedCall();
    call.bye();
    await reach(element, 'ended');
    await element.call();
    expect((await placedCall()).options.destinationNumber).to.equal('+12345678900');
  });

  it('has methods for the whole call, which resolve', async () => {
    const {element} = await openPage();
    await element.call();
    const call = await placedCall();
    call.pickUp();
    await reach(element, 'active');
    await element.mute();
    expect(element.muted).to.equal(true);
    await element.mute(true);
    expect(element.muted).to.equal(true);
    await element.mute();
    expect(element.muted).to.equal(false);
    await element.hangUp();
    await reach(element, 'ended');
    expect(element.callId).to.equal(call.id);
    expect(element.duration).to.be.a('number');
  });

  it('methods without a call do nothing and never reject', async () => {
    const {element, events} = await openPage();
    await Promise.all([element.hangUp(), element.mute(), element.mute(false)]);
    expect(events).to.have.length(0);
    expect(element).to.include({state: 'idle', callId: '', muted: false, duration: 0, lastError: undefined});
  });

  it('a call on a button that is in a call starts no second one', async () => {
    const {element, events} = await openPage();
    const call = await talk(element);
    const before = events.length;
    await element.call('+15550100');
    expect(events).to.have.length(before);
    expect(element.callId).to.equal(call.id);
  });
});
