import {expect, html} from '@open-wc/testing';
import type {TelnyxCallButton} from '../src/index.js';
import {en} from '../src/locales/en.js';
import {all, read, the} from './fakes/look.js';
import {client, openPage, placedCall, press, reach, talk} from './fakes/page.js';
import {TelnyxRTC} from './fakes/telnyx-webrtc.js';
import {json, jwt, tokenUrl} from './fakes/token-endpoint.js';
import {settle, until} from './fakes/until.js';

const pair = html`
  <div>
    <telnyx-call-button token-url=${tokenUrl} destination="+111" label="Sales"></telnyx-call-button>
    <telnyx-call-button token-url="${tokenUrl}/2" destination="+222" label="Help"></telnyx-call-button>
  </div>
`;

async function openTwo() {
  const page = await openPage(pair);
  const other = page.element.nextElementSibling as TelnyxCallButton;
  await other.updateComplete;
  return {...page, other};
}

describe('Two buttons on a page', () => {
  it('while one is in a call, the other says so and asks for nothing', async () => {
    const {element, other, endpoint, microphone, complaints} = await openTwo();
    await talk(element);
    await press(other, 'Help');
    await reach(other, 'failed');
    expect(read(the(other, 'dialog'))).to.contain(en.failed['another-call']);
    expect(other.lastError).to.include({code: 'another-call', retryable: true});
    expect(element.state).to.equal('active');
    expect(endpoint.requests).to.have.length(1);
    expect(microphone.asked).to.have.length(1);
    expect(complaints()).to.have.length(0);
  });

  it('the other can call when the first call is over', async () => {
    const {element, other} = await openTwo();
    const call = await talk(element);
    await press(other, 'Help');
    await reach(other, 'failed');
    call.bye();
    await reach(element, 'ended');
    await press(other, 'Try again');
    expect((await placedCall()).options.destinationNumber).to.equal('+222');
  });

  it('clicked together: the first one calls', async () => {
    const {element, other} = await openTwo();
    the(element, 'button', 'Sales').click();
    the(other, 'button', 'Help').click();
    await reach(other, 'failed');
    expect(other.lastError?.code).to.equal('another-call');
    expect((await placedCall()).options.destinationNumber).to.equal('+111');
  });

  it('with the same token share one client', async () => {
    const {element, other} = await openTwo();
    const call = await talk(element);
    call.bye();
    await reach(element, 'ended');
    other.dispatchEvent(new PointerEvent('pointerenter'));
    await client();
    await press(other, 'Help');
    await placedCall();
    expect(TelnyxRTC.open.length).to.equal(1);
  });

  it('with different tokens never share one: the first client is closed before the second opens', async () => {
    const {element, other, endpoint} = await openTwo();
    endpoint.first.push(json({token: jwt('sales')}), json({token: jwt('help')}));
    element.dispatchEvent(new PointerEvent('pointerenter'));
    const first = await client();
    first.ready();
    await press(other, 'Help');
    await until(() => TelnyxRTC.made.length === 2);
    await until(() => first.disconnected);
    const call = await placedCall();
    expect(call.options.destinationNumber).to.equal('+222');
    expect(TelnyxRTC.made.map(({options}) => options.login_token)).to.deep.equal([jwt('sales'), jwt('help')]);
    expect(first.placed).to.have.length(0);
  });

  it('a visitor who points at the other one does not disturb the call', async () => {
    const {element, other, endpoint} = await openTwo();
    endpoint.first.push(json({token: jwt('sales')}), json({token: jwt('help')}));
    await talk(element);
    other.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => endpoint.requests.length === 2);
    await other.updateComplete;
    expect(element.state).to.equal('active');
    expect(TelnyxRTC.made.length).to.equal(1);
  });

  it('a visitor who points at the other one while the prompt is up does not close the line', async () => {
    const {element, other, endpoint, microphone} = await openTwo();
    endpoint.first.push(json({token: jwt('sales')}), json({token: jwt('help')}));
    const {allow} = microphone.prompt();
    await press(element, 'Sales');
    const line = await client();
    line.ready();
    other.dispatchEvent(new PointerEvent('pointerenter'));
    await until(() => endpoint.requests.length === 2);
    await settle();
    expect(line.disconnected).to.equal(false);
    expect(TelnyxRTC.made.length).to.equal(1);
    allow();
    expect((await placedCall()).options.destinationNumber).to.equal('+111');
  });

  it('one that is removed takes only its own call with it', async () => {
    const {element, other, microphone} = await openTwo();
    await talk(element);
    other.remove();
    await element.updateComplete;
    expect(element.state).to.equal('active');
    expect(microphone.on).to.equal(true);
    expect(all(element, 'button', 'Hang up')).to.have.length(1);
  });
});
