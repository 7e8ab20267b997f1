import {expect} from '@open-wc/testing';
import {statsOf, type MediaStats} from '../../src/phone/media-stats.js';
import {QualityMeter} from '../../src/phone/quality-meter.js';
import type {Quality} from '../../src/session/state.js';
import {FakePeer} from '../fakes/peer.js';
import {setUpCall} from '../fakes/placed-call.js';

const read = (peer: FakePeer) => statsOf(peer as unknown as RTCPeerConnection);

describe('What a connection says of itself', () => {
  it('is the far end’s sound, in milliseconds', async () => {
    const peer = new FakePeer();
    peer.lost = 3;
    expect(await read(peer)).to.deep.equal({received: 50, lost: 3, jitter: 4, rtt: 50});
  });

  it('has another way to tell how long a packet is under way, and may tell nothing', async () => {
    const peer = new FakePeer();
    peer.rtt = undefined;
    peer.remoteRtt = 0.2;
    expect(await read(peer)).to.include({rtt: 200});
    peer.remoteRtt = peer.jitter = undefined;
    expect(await read(peer)).to.include({rtt: 0, jitter: 0});
  });

  it('is nothing while it is being closed', async () => {
    const peer = new FakePeer();
    peer.tells = false;
    expect(await read(peer)).to.deep.equal({received: 0, lost: 0, jitter: 0, rtt: 0});
  });
});

describe('The quality of a call', () => {
  /** Seconds of a connection in which so many of 50 packets get lost. */
  function setUp() {
    const told: Quality[] = [];
    const meter = new QualityMeter((quality) => told.push(quality));
    let stats: MediaStats = {received: 0, lost: 0, jitter: 4, rtt: 50};
    const pass = (seconds: number, lost = 0, more: Partial<MediaStats> = {}) => {
      for (let second = 0; second < seconds; second++) {
        stats = {...stats, received: stats.received + 50 - lost, lost: stats.lost + lost, ...more};
        meter.take(stats);
      }
    };
    const restart = () => (stats = {...stats, received: 0, lost: 0});
    return {told, pass, restart};
  }

  it('is told every few seconds while nothing changes', () => {
    const {told, pass} = setUp();
    pass(1);
    expect(told).to.deep.equal([]);
    pass(5);
    expect(told).to.deep.equal([{level: 'good', rtt: 50, jitter: 4, packetLoss: 0}]);
    pass(10);
    expect(told).to.have.length(3);
  });

  it('is told at once when it is another one', () => {
    const {told, pass} = setUp();
    pass(6);
    pass(3, 0, {rtt: 400});
    expect(told.map(({level}) => level)).to.deep.equal(['good', 'critical']);
    pass(5, 0, {rtt: 50});
    expect(told.at(-1)).to.include({level: 'good', rtt: 50});
  });

  it('counts lost packets over some seconds: a single one is no bad connection', () => {
    const {told, pass} = setUp();
    pass(6);
    pass(1, 1);
    pass(20);
    expect(new Set(told.map(({level}) => level))).to.deep.equal(new Set(['good']));
    pass(8, 5);
    expect(told.at(-1)).to.include({level: 'critical', packetLoss: 10});
  });

  it('counts anew on another connection', () => {
    const {told, pass, restart} = setUp();
    pass(10, 5);
    restart();
    pass(6);
    expect(told.at(-1)).to.include({packetLoss: 0});
  });

  it('is taken from the look at the sound, and not while the call is on hold', async () => {
    const set = await setUpCall();
    const told = () => set.events.flatMap((event) => (event.type === 'quality' ? [event.quality] : []));
    set.call.trying();
    set.call.pickUp();
    await set.time.pass(7_000);
    expect(told()).to.deep.equal([{level: 'good', rtt: 50, jitter: 4, packetLoss: 0}]);
    expect(set.time.running).to.equal(2);
    set.placed.hold(true);
    await set.time.pass(20_000);
    expect(told()).to.have.length(1);
    set.placed.hold(false);
    set.call.peer.instance.jitter = 0.06;
    await set.time.pass(4_000);
    expect(told().at(-1)).to.include({level: 'critical', jitter: 60});
    await set.close();
  });
});
