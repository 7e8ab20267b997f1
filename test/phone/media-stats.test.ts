import {expect} from '@open-wc/testing';
import {statsOf} from '../../src/phone/media-stats.js';
import {FakePeer} from '../fakes/peer.js';
import {setUpCall} from '../fakes/placed-call.js';

const read = (peer: FakePeer) => statsOf(peer as unknown as RTCPeerConnection);

describe('What a connection says of itself', () => {
  it('is what has arrived and what was sent, in milliseconds', async () => {
    const peer = new FakePeer();
    peer.lost = 3;
    peer.heard = peer.spoken = 0.5;
    Object.assign(peer.more, {
      in: {bytesReceived: 4000, jitterBufferDelay: 2400, jitterBufferEmittedCount: 48_000, codecId: 'codec'},
      out: {bytesSent: 5000},
      remote: {timestamp: 900, fractionLost: 0.25, packetsReceived: 30},
      there: {type: 'remote-outbound-rtp', kind: 'audio', timestamp: 950},
      codec: {type: 'codec', mimeType: 'audio/opus', clockRate: 48_000, payloadType: 111, channels: 2},
      pair: {localCandidateId: 'here', remoteCandidateId: 'away'},
      here: {
        type: 'local-candidate',
        candidateType: 'relay',
        protocol: 'udp',
        relayProtocol: 'tls',
        address: '10.0.0.1',
      },
      away: {type: 'remote-candidate', candidateType: 'host', protocol: 'udp', address: '10.0.0.2'},
    });
    expect(await read(peer)).to.deep.equal({
      at: 1000,
      received: 50,
      lost: 3,
      sent: 50,
      bytesReceived: 4000,
      bytesSent: 5000,
      jitter: 4,
      rtt: 50,
      buffered: 2400,
      played: 48_000,
      heard: {energy: 0.25, duration: 1},
      spoken: {energy: 0.25, duration: 1},
      silenced: false,
      reportedAt: 900,
      reportedLoss: 25,
      reportedReceived: 30,
      aliveAt: 950,
      codec: {mimeType: 'audio/opus', clockRate: 48_000, payloadType: 111},
      path: {local: 'relay', remote: 'host', protocol: 'tls'},
    });
  });

  it('may be nearly nothing: what the browser does not tell is not made up', async () => {
    const peer = new FakePeer();
    peer.rtt = peer.jitter = undefined;
    expect(await read(peer)).to.deep.equal({
      at: 1000,
      received: 50,
      lost: 0,
      sent: 50,
      bytesReceived: 0,
      bytesSent: 0,
      jitter: 0,
      rtt: undefined,
      buffered: 0,
      played: 0,
      heard: undefined,
      spoken: undefined,
      silenced: false,
      reportedAt: undefined,
      reportedLoss: undefined,
      reportedReceived: undefined,
      aliveAt: undefined,
      codec: undefined,
      path: undefined,
    });
  });

  it('has another way to tell how long a packet is under way', async () => {
    const peer = new FakePeer();
    peer.rtt = undefined;
    peer.remoteRtt = 0.2;
    expect(await read(peer)).to.include({rtt: 200});
  });

  it('is of the way in use, though another was nominated before or is still listed after it', async () => {
    const pair = (currentRoundTripTime: number) => ({
      type: 'candidate-pair',
      state: 'succeeded',
      nominated: true,
      currentRoundTripTime,
    });
    const peer = new FakePeer();
    Object.assign(peer.more, {other: pair(0.3), last: pair(0.4)});
    expect(await read(peer)).to.include({rtt: 400});
    peer.more.other = {...pair(0.3), selected: true};
    expect(await read(peer)).to.include({rtt: 300});
    peer.more.last = {...pair(0.4), selected: true};
    peer.more.other = {...pair(0.3), selected: false};
    expect(await read(peer)).to.include({rtt: 400});
    Object.assign(peer.more, {ice: {type: 'transport', selectedCandidatePairId: 'pair'}});
    expect(await read(peer)).to.include({rtt: 50});
    Object.assign(peer.more, {ice: {type: 'transport'}});
    expect(await read(peer)).to.include({rtt: 400});
  });

  it('counts on when the far end begins another source, and judges by that one', async () => {
    const peer = new FakePeer();
    Object.assign(peer.more, {
      music: {
        type: 'inbound-rtp',
        kind: 'audio',
        packetsReceived: 7,
        packetsLost: 2,
        jitter: 0.03,
        lastPacketReceivedTimestamp: 2000,
      },
      in: {lastPacketReceivedTimestamp: 1000},
    });
    expect(await read(peer)).to.include({received: 57, lost: 2, jitter: 30});
  });

  it('knows of a microphone that the system has silenced', async () => {
    const peer = new FakePeer();
    peer.senders[0]!.track = {kind: 'audio', muted: true};
    expect(await read(peer)).to.include({silenced: true});
    peer.senders[0]!.track = {kind: 'audio', muted: false};
    expect(await read(peer)).to.include({silenced: false});
  });

  it('is nothing while it is being closed', async () => {
    const peer = new FakePeer();
    peer.tells = false;
    expect(await read(peer)).to.include({received: 0, lost: 0, sent: 0, jitter: 0, rtt: undefined});
  });

  it('is told each second in which sound has arrived, and not while the call is on hold', async () => {
    const set = await setUpCall();
    const told = set.measured;
    set.call.trying();
    set.call.pickUp();
    await set.time.pass(7_000);
    expect(told.map(({received}) => received)).to.deep.equal([50, 100, 150, 200, 250, 300, 350]);
    expect(set.time.running).to.equal(2);
    set.placed.hold(true);
    await set.time.pass(20_000);
    expect(told).to.have.length(7);
    set.placed.hold(false);
    set.call.peer.instance.jitter = 0.06;
    await set.time.pass(4_000);
    expect(told.at(-1)).to.include({jitter: 60});
    await set.close();
  });
});
