import {expect, html} from '@open-wc/testing';
import type {Credentials, GetToken} from '../src/index.js';
import {openPage, placedCall, press, reach, usual, type Page} from './fakes/page.js';
import {FakeDevices} from './fakes/devices.js';
import {all, the} from './fakes/look.js';
import {TelnyxRTC} from './fakes/telnyx-webrtc.js';
import {jwt, tokenUrl} from './fakes/token-endpoint.js';
import {until} from './fakes/until.js';

/** A button that gets its login by code alone. */
const own = (set: {getToken?: GetToken; credentials?: Credentials}) => html`
  <telnyx-call-button
    destination="+123"
    .getToken=${set.getToken}
    .credentials=${set.credentials}
  ></telnyx-call-button>
`;

const made = (): TelnyxRTC => TelnyxRTC.made.at(-1)!;

/** By code: a click finds another button once there was a call. */
async function callOf({element}: Page) {
  void element.call();
  const call = await placedCall();
  call.pickUp();
  await element.updateComplete;
  return {call, client: made()};
}

describe('What a page sets by code', () => {
  it('a function that gives a token: it is asked, and its token is told to nobody', async () => {
    let asked = 0;
    const page = await openPage(own({getToken: async () => (asked++, jwt('of-the-page'))}));
    const {call, client} = await callOf(page);
    expect(client.options.login_token).to.equal(jwt('of-the-page'));
    expect(asked).to.equal(1);
    expect(page.endpoint.requests).to.have.length(0);
    call.bye();
    await reach(page.element, 'ended');
    expect(page.complaints()).to.deep.equal([]);
    expect(document.documentElement.outerHTML).not.to.contain(jwt('of-the-page'));
    expect(JSON.stringify(page.events.map((event) => ({...event})))).not.to.contain(jwt('of-the-page'));
  });

  it('a function that gives none: the call fails, in words', async () => {
    const page = await openPage(own({getToken: () => Promise.reject(new Error('no'))}));
    await press(page.element, 'Call us');
    await reach(page.element, 'failed');
    expect(page.element.lastError).to.include({code: 'token-unavailable', retryable: true});
    page.complaints();
  });

  it('name and password: warned of once, in however many calls', async () => {
    const page = await openPage(own({credentials: {login: 'jo', password: 'secret'}}));
    for (let calls = 0; calls < 2; calls++) {
      const {call, client} = await callOf(page);
      expect(client.options).to.include({login: 'jo', password: 'secret'});
      call.bye();
      await reach(page.element, 'ended');
    }
    const said = page.complaints();
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('development only');
    expect(said[0]).not.to.contain('secret');
  });

  it('what can’t be used costs no call, and is complained about once', async () => {
    const page = await openPage();
    const {element} = page;
    element.setAttribute('region', 'no region');
    element.setAttribute('preferred-codecs', 'opus speex');
    element.clientOptions = {login_token: 'x', iceServers: 'none', enableCallRecording: true};
    element.callOptions = {id: 'x', onNotification: () => undefined, customHeaders: 7};
    for (let calls = 0; calls < 2; calls++) {
      const {call, client} = await callOf(page);
      expect(client.options).to.not.have.any.keys('region', 'iceServers', 'enableCallRecording');
      expect(client.options.login_token).not.to.equal('x');
      expect(call.options).to.not.have.any.keys('onNotification', 'customHeaders');
      expect(call.id).to.equal(element.callId);
      expect(call.id).not.to.equal('x');
      call.bye();
      await reach(element, 'ended');
    }
    expect(page.complaints().map((said) => said.replace(/.*>: /, '').slice(0, 33))).to.have.members([
      'region="no region" is not a regio',
      'preferred-codecs: this browser ha',
      'clientOptions.login_token is igno',
      'clientOptions.iceServers can’t be',
      'clientOptions.enableCallRecording',
      'callOptions.id is ignored: the bu',
      'callOptions.onNotification is ign',
      'callOptions.customHeaders can’t b',
    ]);
  });

  it('a recording is left to pages that ask for it, be it in the slot', async () => {
    const page = await openPage(html`
      <telnyx-call-button token-url=${tokenUrl} destination="+123">
        <p slot="consent">We record this call.</p>
      </telnyx-call-button>
    `);
    const wishes = {
      enableCallRecording: true,
      callRecordingFlushIntervalMs: 5_000,
      callRecordingMaxBufferBytes: 1e6,
      callRecordingSampleRate: 16_000,
      callRecordingTracks: ['local'],
      callRecordingEndpoint: '/recordings',
    };
    page.element.clientOptions = wishes;
    await press(page.element, 'Call us');
    await until(() => all(page.element, 'button', 'Agree and call').length, 'the question');
    await press(page.element, 'Agree and call');
    const call = await placedCall();
    localStorage.removeItem('telnyx-call-consent');
    expect(made().options).to.deep.include(wishes);
    call.bye();
    await reach(page.element, 'ended');
    expect(page.complaints()).to.deep.equal([]);
  });
});

describe('A call that begins muted', () => {
  it('says so, on the button and to the page, and is heard when the visitor wants it', async () => {
    const page = await openPage();
    page.element.setAttribute('muted', '');
    const {call, client} = await callOf(page);
    expect(client.options.mutedMicOnStart).to.equal(true);
    expect(call.isAudioMuted).to.equal(true);
    await until(() => page.element.muted);
    await page.element.updateComplete;
    expect(the(page.element, 'button', /^Mute/).getAttribute('aria-pressed')).to.equal('true');
    await page.element.mute(false);
    expect(page.element.muted).to.equal(false);
    expect(call.isAudioMuted).to.equal(false);
    call.bye();
    await reach(page.element, 'ended');
  });
});

describe('A device that a page chooses before the call', () => {
  it('is what the call asks for, whatever has been loaded by then', async () => {
    const page = await openPage(usual, 'granted');
    const plugs = new FakeDevices(page.microphone);
    expect(plugs.looks).to.equal(0);
    await page.element.setMicrophone('headset');
    expect(page.microphone.asked).to.have.length(0);
    const {call} = await callOf(page);
    expect(page.microphone.asked).to.have.length(1);
    expect(page.microphone.asked[0]?.audio).to.deep.include({deviceId: {exact: 'headset'}});
    call.bye();
    await reach(page.element, 'ended');
  });

  it('that is not there is complained about, and none is no reason to reject', async () => {
    const page = await openPage(usual, 'granted');
    new FakeDevices(page.microphone);
    await page.element.setMicrophone('nonsense');
    await page.element.setSpeaker('nonsense');
    await page.element.setMicrophone(undefined as unknown as string);
    expect(page.complaints().map((said) => said.replace(/.*>: /, ''))).to.deep.equal([
      'there is no microphone with the id "nonsense": the choice stays what it was.',
      'there is no speaker with the id "nonsense": the choice stays what it was.',
    ]);
    const {call} = await callOf(page);
    expect(page.microphone.asked[0]?.audio).not.to.have.property('deviceId');
    call.bye();
    await reach(page.element, 'ended');
  });
});
