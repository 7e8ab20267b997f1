import {expect} from '@open-wc/testing';
import {TelnyxLine, type CallListener} from '../../src/phone/telnyx-line.js';
import {loadSdk} from '../../src/phone/telnyx-sdk.js';
import {Footprint} from '../fakes/footprint.js';
import {replace} from '../fakes/replace.js';
import {TelnyxRTC} from '../fakes/telnyx-webrtc.js';
import {FakeTime} from '../fakes/time.js';
import {settle} from '../fakes/until.js';

const deaf: CallListener = {
  update: () => undefined,
  ringing: () => undefined,
  bye: () => undefined,
  error: () => undefined,
};

async function open() {
  const line = new TelnyxLine(await loadSdk(), {token: 'a.b.c', signalingUrl: undefined});
  const client = TelnyxRTC.made.at(-1)!;
  let outcome: unknown;
  void line.ready.then((failure) => (outcome = failure ?? 'ready'));
  const place = (listener: Partial<CallListener> = {}) => {
    line.place('call-1', {destinationNumber: '+123'}, {...deaf, ...listener});
    return client.placed.at(-1)!;
  };
  return {line, client, place, outcome: () => outcome};
}

describe('A line to Telnyx', () => {
  it('opens without another server’s name, and forgets an earlier session', async () => {
    sessionStorage.setItem('telnyx-voice-sdk-id', 'earlier');
    const {line, client} = await open();
    expect(client.options).not.to.have.property('host');
    expect(sessionStorage.getItem('telnyx-voice-sdk-id')).to.equal(null);
    client.ready();
    await line.ready;
    line.release();
  });

  it('that closes late leaves the next one’s session alone', async () => {
    const first = await open();
    let report!: () => void;
    first.client.reported = new Promise<void>((resolve) => (report = resolve));
    first.line.release();
    const next = await open();
    sessionStorage.setItem('telnyx-voice-sdk-id', 'of the next one');
    report();
    await settle();
    expect(first.client.disconnected).to.equal(true);
    expect(sessionStorage.getItem('telnyx-voice-sdk-id')).to.equal('of the next one');
    next.line.release();
    await settle();
    expect(sessionStorage.getItem('telnyx-voice-sdk-id')).to.equal(null);
  });

  it('is ready once, and an error after that does not take it away', async () => {
    const {line, client, outcome} = await open();
    client.ready();
    await line.ready;
    client.fail(46001);
    await settle();
    expect(outcome()).to.equal('ready');
    expect(line.usable).to.equal(true);
    line.release();
    await settle();
    expect(client.disconnected).to.equal(true);
  });

  it('errors that the SDK mends itself do not end the opening', async () => {
    const {line, client, outcome} = await open();
    for (const code of [45002, 45004, 48001]) client.fail(code);
    await settle();
    expect(outcome()).to.equal(undefined);
    client.ready();
    await line.ready;
    line.release();
  });

  it('gives up after 15 seconds of silence, and closes', async () => {
    const time = new FakeTime();
    const {client, outcome, line} = await open();
    await time.pass(15_000);
    expect(outcome()).to.include({code: 'connection-failed'});
    expect(client.disconnected).to.equal(true);
    expect(line.usable).to.equal(false);
    expect(time.running).to.equal(0);
  });

  it('released while it opens, it says so and leaves nothing on the page', async () => {
    const footprint = new Footprint();
    const {line, client, outcome} = await open();
    expect(footprint.listeners).to.have.members(['beforeunload', 'visibilitychange']);
    line.release();
    line.release();
    await settle();
    expect(outcome()).to.include({code: 'connection-failed'});
    expect(footprint.listeners).to.have.length(0);
    expect(footprint.timers).to.equal(0);
    expect(client.handlers).to.equal(0);
  });

  it('released in a call, it waits for the call’s end, and says goodbye once', async () => {
    const {line, client, place} = await open();
    client.ready();
    const call = place();
    line.release();
    expect(line.usable).to.equal(false);
    expect(client.disconnected).to.equal(false);
    const states: string[] = [];
    client.on('telnyx.notification', ({call: {state}}: {call: {state: string}}) => states.push(state));
    call.bye();
    await settle();
    expect(states).to.deep.equal(['hangup', 'destroy']);
    expect(client.disconnected).to.equal(true);
  });

  it('idle, it is closed when its socket is lost; in a call it is left to the SDK', async () => {
    const {line, client, place} = await open();
    client.ready();
    await line.ready;
    const call = place();
    client.loseSocket();
    expect(line.usable).to.equal(true);
    call.bye();
    client.loseSocket();
    expect(line.usable).to.equal(false);
    await settle();
    expect(client.disconnected).to.equal(true);
  });

  it('a call that nobody here has placed is hung up', async () => {
    const {line, client} = await open();
    client.ready();
    const stranger = client.newCall({id: 'stranger', destinationNumber: '+999'});
    await settle();
    expect(stranger.state).to.equal('destroy');
    line.release();
  });

  it('reports go to the call that they name', async () => {
    const {line, client, place} = await open();
    client.ready();
    const heard: unknown[] = [];
    const call = place({
      update: ({state}) => heard.push(state),
      ringing: () => heard.push('rings'),
      bye: () => heard.push('goodbye'),
      error: (code) => heard.push(code),
    });
    client.tell('telnyx.socket.message', {method: 'telnyx_rtc.ringing', params: {callID: 'another'}});
    client.tell('telnyx.socket.message', {method: 'telnyx_rtc.ping'});
    client.tell('telnyx.notification', {type: 'event'});
    call.ring();
    call.fail(40004);
    call.bye();
    expect(heard).to.deep.equal(['new', 'rings', 40004, 'goodbye', 'hangup', 'destroy']);
    line.release();
  });

  it('an exception of ours does not reach the SDK, which would stop working', async () => {
    const said: unknown[] = [];
    replace(console, 'error', (...args: unknown[]) => said.push(args));
    const {line, client, place} = await open();
    client.ready();
    const call = place({
      ringing: () => {
        throw new Error('ours');
      },
    });
    call.ring();
    expect(said).to.have.length(1);
    call.bye();
    line.release();
  });
});
