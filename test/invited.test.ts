import {expect, html} from '@open-wc/testing';
import type {TelnyxCallButton} from '../src/index.js';
import {client, openPage, reach, type Page} from './fakes/page.js';
import type {FakeCall} from './fakes/telnyx-webrtc.js';
import {tokenUrl} from './fakes/token-endpoint.js';
import {settle, until} from './fakes/until.js';

const pair = html`
  <div>
    <telnyx-call-button token-url=${tokenUrl} destination="+111" receive></telnyx-call-button>
    <telnyx-call-button token-url=${tokenUrl} destination="+222"></telnyx-call-button>
  </div>
`;

/** Somebody calls, and the page has not said yet whether they may ring. */
async function invited(): Promise<Page & {other: TelnyxCallButton; call: FakeCall; welcome: () => void}> {
  const page = await openPage(pair, 'granted');
  const {element} = page;
  const other = element.nextElementSibling as TelnyxCallButton;
  await element.warm();
  const line = await client();
  line.ready();
  await settle();
  let welcome!: () => void;
  let asked = false;
  element.addEventListener('telnyx-call-request', (event) => {
    asked = true;
    event.waitUntil(new Promise<void>((resolve) => (welcome = resolve)));
  });
  const call = line.invite();
  await until(() => asked, 'the page is asked');
  return {...page, other, call, welcome};
}

describe('Somebody who calls, and waits for the page', () => {
  it('rings when the page is done', async () => {
    const {element, call, welcome} = await invited();
    welcome();
    await reach(element, 'incoming');
    call.bye();
    await reach(element, 'ended');
  });

  it('does not ring if a call was begun at another button meanwhile, which goes on', async () => {
    const {element, other, call, welcome} = await invited();
    void other.call();
    const line = await client();
    await until(() => line.placed.length === 2, 'the call of the other');
    const own = line.placed[1]!;
    own.trying();
    own.pickUp();
    await reach(other, 'active');
    welcome();
    await until(() => call.state === 'hangup' || call.state === 'destroy', 'it is declined');
    expect(element.state).to.equal('idle');
    expect(other.state).to.equal('active');
    await other.hangUp();
  });

  it('does not ring if a test of the SDK’s was begun meanwhile, which goes on', async () => {
    const {element, other, call, welcome} = await invited();
    const line = await client();
    let end!: (report: unknown) => void;
    line.diagnosed = new Promise((resolve) => (end = resolve));
    const outcome = other.runPreCall();
    await until(() => line.placed.length === 2, 'the call of the test');
    welcome();
    await until(() => call.state === 'hangup' || call.state === 'destroy', 'it is declined');
    expect(element.state).to.equal('idle');
    end({version: 1, verdict: 'ready'});
    expect((await outcome)?.verdict).to.equal('ready');
  });
});
