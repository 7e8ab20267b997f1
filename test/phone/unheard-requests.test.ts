import {expect} from '@open-wc/testing';
import {TelnyxLine} from '../../src/phone/telnyx-line.js';
import {loadSdk} from '../../src/phone/telnyx-sdk.js';
import {TelnyxRTC} from '../fakes/telnyx-webrtc.js';
import {settle} from '../fakes/until.js';

describe('A request of the SDK that fails when nobody waits for it', () => {
  it('is no error of the page, and whoever waits is told', async () => {
    const execute = TelnyxRTC.prototype.execute;
    const rejected: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => rejected.push(event.reason);
    window.addEventListener('unhandledrejection', note);
    TelnyxRTC.prototype.execute = () => Promise.reject(new Error('no answer'));
    const line = new TelnyxLine(await loadSdk(), {token: 'a.b.c', signalingUrl: undefined});
    const client = TelnyxRTC.made.at(-1)!;
    void client.execute('ping');
    const told = await client.execute('ping').catch(({message}: Error) => message);
    await settle();
    TelnyxRTC.prototype.execute = execute;
    window.removeEventListener('unhandledrejection', note);
    line.release();
    expect(told).to.equal('no answer');
    expect(rejected).to.have.length(0);
  });
});
