import {expect} from '@open-wc/testing';
import type {CallListener} from '../../src/phone/call-listener.js';
import {RENEWALS_TRIED, RENEWED_EVERY_MS} from '../../src/phone/login.js';
import {TelnyxLine} from '../../src/phone/telnyx-line.js';
import {loadSdk} from '../../src/phone/telnyx-sdk.js';
import {deaf} from '../fakes/deaf.js';
import {Footprint} from '../fakes/footprint.js';
import {replace} from '../fakes/replace.js';
import {TelnyxRTC} from '../fakes/telnyx-webrtc.js';
import {FakeTime} from '../fakes/time.js';
import {settle} from '../fakes/until.js';

async function open(token = () => Promise.reject<string>(new Error('none'))) {
  const renew = async () => ({token: await token(), expiresAt: undefined});
  const line = new TelnyxLine(await loadSdk(), {client: {login_token: 'a.b.c'}, renew});
  const client = TelnyxRTC.made.at(-1)!;
  let outcome: unknown;
  void line.opened().then((failure) => (outcome = failure ?? 'ready'));
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
    await line.opened();
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

  it('is ready once; an idle one that the server refuses later is closed, and not used again', async () => {
    const {line, client, outcome} = await open();
    client.ready();
    await line.opened();
    for (const code of [45002, 45004, 48001]) client.fail(code);
    expect(line.usable).to.equal(true);
    client.fail(46001);
    await settle();
    expect(outcome()).to.equal('ready');
    expect(line.usable).to.equal(false);
    expect(client.disconnected).to.equal(true);
  });

  it('logs in with a new token when the old one is refused in a call', async () => {
    const {line, client, place} = await open(() => Promise.resolve('d.e.f'));
    client.ready();
    const call = place();
    client.fail(46001);
    await settle();
    expect(client.options.login_token).to.equal('d.e.f');
    expect(client.asked('login')).to.equal(1);
    expect(line.usable).to.equal(true);
    call.bye();
    line.release();
  });

  for (const client of [
    {anonymous_login: {target_type: 'ai_assistant', target_id: 'a'}},
    {login: 'jo', password: 'x'},
    {login_token: 'a.b.c'},
  ])
    it(`whose ${Object.keys(client)[0]} nobody can renew is lost as soon as it is refused`, async () => {
      const line = new TelnyxLine(await loadSdk(), {client});
      const made = TelnyxRTC.made.at(-1)!;
      made.ready();
      line.place('call-1', {}, deaf);
      made.warn(34001);
      made.fail(46001);
      await settle();
      expect(made.asked('login')).to.equal(0);
      expect(made.calls).to.deep.equal({});
      expect(line.usable).to.equal(false);
      expect(made.disconnected).to.equal(true);
    });

  for (const [what, given, tries] of [
    ['there is no new token', false, RENEWALS_TRIED],
    // The sixth login is one too many.
    ['the new ones are refused, too', true, 6],
  ] as const)
    it(`gives the call up when ${what} for a while`, async () => {
      const time = new FakeTime();
      let asked = 0;
      const {line, client, place} = await open(() =>
        ++asked && given ? Promise.resolve('d.e.f') : Promise.reject<string>(new Error('none')),
      );
      client.ready();
      const states: string[] = [];
      place({update: ({state}) => states.push(state)});
      line.release();
      client.fail(46001);
      for (let tried = 1; tried < tries; tried++) {
        await time.pass(0);
        if (given) client.fail(46001);
        expect(states).to.deep.equal(['new']);
        await time.pass(RENEWED_EVERY_MS);
      }
      await time.pass(0);
      expect(asked).to.equal(tries);
      expect(states).to.deep.equal(['new', 'hangup', 'destroy']);
      expect(client.asked('telnyx_rtc.bye')).to.equal(0);
      expect(client.disconnected).to.equal(true);
      expect(time.running).to.equal(0);
    });

  it('keeps the call when there is a new token after some tries', async () => {
    const time = new FakeTime();
    let asked = 0;
    const {line, client, place} = await open(() =>
      ++asked < 3 ? Promise.reject<string>(new Error('none')) : Promise.resolve('d.e.f'),
    );
    client.ready();
    const call = place();
    client.fail(46001);
    await time.pass(2 * RENEWED_EVERY_MS);
    expect(client.asked('login')).to.equal(1);
    client.ready([call.id]);
    await time.pass(60_000);
    expect(asked).to.equal(3);
    expect(line.usable).to.equal(true);
    call.bye();
    line.release();
    await time.pass(0);
    expect(time.running).to.equal(0);
  });

  it('keeps a new token for the next reconnect when the old one is about to expire: no login in a call', async () => {
    const {line, client, place} = await open(() => Promise.resolve('d.e.f'));
    client.ready();
    client.warn(34001);
    await settle();
    expect(client.options.login_token).to.equal('a.b.c');
    const call = place();
    client.warn(34001);
    await settle();
    expect(client.options.login_token).to.equal('d.e.f');
    expect(client.asked('login')).to.equal(0);
    call.bye();
    line.release();
  });

  it('leaves a login to the SDK that it has made again by itself', async () => {
    const {line, client, outcome} = await open();
    client.serve = () => Promise.reject({code: -32000});
    await client.send('login').catch(() => client.fail(46001));
    client.serve = () => Promise.resolve();
    await settle();
    expect(client.disconnected).to.equal(false);
    client.ready();
    await settle();
    expect(line.open).to.equal(true);
    expect(outcome()).to.equal('ready');
    line.release();
  });

  it('that is asked for a login again and again is given up', async () => {
    const {client, outcome} = await open();
    for (let logins = 0; logins < 5; logins++) void client.send('login');
    await settle();
    expect(outcome()).to.equal(undefined);
    void client.send('login');
    await settle();
    expect(outcome()).to.include({code: 'login-refused'});
    expect(client.disconnected).to.equal(true);
  });

  it('hears the errors that reach no client, of its own session only', async () => {
    const {line, client, place} = await open();
    client.ready();
    const heard: number[] = [];
    const call = place({error: (code) => heard.push(code)});
    const tell = (code: number, sessionId: string) =>
      TelnyxRTC.tell('telnyx.error', {error: {code}, sessionId});
    tell(40001, 'another');
    tell(44001, client.sessionid);
    expect(heard).to.deep.equal([]);
    tell(40002, client.sessionid);
    expect(heard).to.deep.equal([40002]);
    call.bye();
    line.release();
  });

  it('errors that the SDK mends itself do not end the opening', async () => {
    const {line, client, outcome} = await open();
    for (const code of [45002, 45004, 48001]) client.fail(code);
    await settle();
    expect(outcome()).to.equal(undefined);
    client.ready();
    await line.opened();
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

  it('closed, it stays so, when the SDK has put off a try to connect until then', async () => {
    const {line, client} = await open();
    line.release();
    await settle();
    await client.connect();
    expect(client.connected).to.equal(false);
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
    await line.opened();
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
