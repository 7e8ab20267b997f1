import {expect} from '@open-wc/testing';
import {SignalingWatch} from '../../src/phone/signaling-watch.js';
import {Footprint} from '../fakes/footprint.js';
import {TelnyxRTC} from '../fakes/telnyx-webrtc.js';
import {FakeTime} from '../fakes/time.js';

function setUp() {
  const time = new FakeTime();
  const client = new TelnyxRTC({login_token: 'a.b.c'});
  client.connected = true;
  const told: boolean[] = [];
  const watch: SignalingWatch = new SignalingWatch(client as never, () => told.push(watch.up));
  return {time, client, told, watch};
}

const never = () => new Promise(() => undefined);

describe('The watch over the server of a call', () => {
  it('asks every four seconds, and has nothing to tell while it is answered', async () => {
    const {watch, time, client, told} = setUp();
    watch.run(true);
    await time.pass(12_000);
    expect(client.asked('telnyx_rtc.ping')).to.equal(3);
    expect(told).to.deep.equal([]);
    watch.run(false);
    expect(time.running).to.equal(0);
  });

  it('tells a socket that stalls after three seconds, and that it works again', async () => {
    const {watch, time, client, told} = setUp();
    watch.run(true);
    client.serve = never;
    await time.pass(6_999);
    expect(told).to.deep.equal([]);
    await time.pass(1);
    expect(told).to.deep.equal([false]);
    client.serve = () => Promise.resolve();
    await time.pass(1_000);
    expect(told).to.deep.equal([false, true]);
    watch.run(false);
  });

  it('leaves a socket that stalls to the SDK, unless the network or the page has just come back', async () => {
    const {watch, time, client} = setUp();
    watch.run(true);
    client.serve = never;
    await time.pass(20_000);
    expect(client.replaced).to.equal(0);
    watch.nudge();
    await time.pass(2_999);
    expect(client.replaced).to.equal(0);
    await time.pass(4_001);
    expect(client.replaced).to.equal(1);
    watch.run(false);
  });

  it('a socket that answers after the page has come back is kept', async () => {
    const {watch, time, client} = setUp();
    watch.run(true);
    watch.nudge();
    await time.pass(0);
    client.serve = never;
    await time.pass(20_000);
    expect(client.replaced).to.equal(0);
    watch.run(false);
  });

  it('tells once that the socket is closed, and asks nothing until the line is registered', async () => {
    const {watch, time, client, told} = setUp();
    watch.run(true);
    watch.set(false);
    watch.set(false);
    await time.pass(12_000);
    expect(client.asked('telnyx_rtc.ping')).to.equal(0);
    watch.set(true);
    expect(told).to.deep.equal([false, true]);
    watch.run(false);
  });

  it('believes the device that it is offline, and asks when it is online again', async () => {
    const {watch, time, client, told} = setUp();
    watch.run(true);
    window.dispatchEvent(new Event('offline'));
    expect(told).to.deep.equal([false]);
    window.dispatchEvent(new Event('online'));
    await time.pass(0);
    expect(client.asked('telnyx_rtc.ping')).to.equal(1);
    expect(told).to.deep.equal([false, true]);
    watch.run(false);
  });

  it('tries at once instead of waiting for the SDK’s next try', () => {
    const {watch, client} = setUp();
    client.connected = false;
    watch.nudge();
    expect(client).to.include({resets: 1, connects: 1});
    client.off('telnyx.socket.message');
  });

  it('without a call listens to nothing', () => {
    const footprint = new Footprint();
    const {watch, told} = setUp();
    const before = footprint.listeners.length;
    watch.run(true);
    expect(footprint.listeners).to.include('offline').and.to.include('online');
    watch.run(false);
    expect(footprint.listeners).to.have.length(before);
    window.dispatchEvent(new Event('offline'));
    expect(told).to.deep.equal([]);
  });
});
