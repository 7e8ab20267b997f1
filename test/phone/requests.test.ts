import {expect} from '@open-wc/testing';
import {request, watchRequests, type Request} from '../../src/phone/requests.js';
import {TelnyxRTC} from '../fakes/telnyx-webrtc.js';
import {settle} from '../fakes/until.js';

function setUp() {
  const client = new TelnyxRTC({login_token: 'a.b.c'});
  client.connected = true;
  const told: unknown[] = [];
  watchRequests(client as never, {
    asked: ({method}: Request) => told.push(`asked ${method}`),
    answered: ({method}: Request, error?: unknown) => told.push(`answered ${method}`, error),
  });
  return {client, told};
}

describe('The requests of the SDK', () => {
  it('are told as they are asked, and as they are answered', async () => {
    const {client, told} = setUp();
    const answer = client.send('telnyx_rtc.ping');
    expect(told).to.deep.equal(['asked telnyx_rtc.ping']);
    await answer;
    await settle();
    expect(told).to.deep.equal(['asked telnyx_rtc.ping', 'answered telnyx_rtc.ping', undefined]);
  });

  it('that fail when nobody waits for them are no error of the page, and whoever waits is told', async () => {
    const {client, told} = setUp();
    const rejected: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => rejected.push(event.reason);
    window.addEventListener('unhandledrejection', note);
    const error = new Error('no answer');
    client.serve = () => Promise.reject(error);
    void client.send('ping');
    const heard = await client.send('ping').catch(({message}: Error) => message);
    await settle();
    window.removeEventListener('unhandledrejection', note);
    expect(heard).to.equal('no answer');
    expect(rejected).to.have.length(0);
    expect(told.filter((entry) => entry === error)).to.have.length(2);
  });

  it('of our own are sent in the SDK’s form, each with an id of its own', async () => {
    const {client, told} = setUp();
    await request(client as never, 'telnyx_rtc.ping', {some: 1});
    await request(client as never, 'telnyx_rtc.ping', {});
    const [first, second] = client.requests as unknown as Array<Record<string, unknown>>;
    expect(first).to.deep.include({jsonrpc: '2.0', method: 'telnyx_rtc.ping', params: {some: 1}});
    expect(first?.['id']).to.be.a('string').and.not.equal(second?.['id']);
    expect(told[0]).to.equal('asked telnyx_rtc.ping');
  });
});
