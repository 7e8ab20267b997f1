/** A track in a connection's sender, as far as the connection is concerned. */
type FakeTrack = Pick<MediaStreamTrack, 'kind' | 'muted'>;

/** A connection's sender: what was put into it. */
export class FakeSender {
  track: MediaStreamTrack | FakeTrack | null = null;
  /** Every track that was put into it. */
  readonly replaced: MediaStreamTrack[] = [];
  /** False once the connection is being closed. */
  open = true;

  async replaceTrack(track: MediaStreamTrack): Promise<void> {
    if (!this.open) throw new DOMException('', 'InvalidStateError');
    this.replaced.push(track);
    this.track = track;
  }
}

/** A connection over which sound arrives, or not. */
export class FakePeer {
  connectionState: RTCPeerConnectionState = 'connected';
  /** Whether sound arrives between one look and the next. */
  flows = true;
  /** Whether the connection still tells. */
  tells = true;
  readonly senders = [new FakeSender()];
  /** Packets that have got lost so far. */
  lost = 0;
  /** Jitter and round-trip times (s); without a value the browser does not tell. */
  jitter: number | undefined = 0.004;
  rtt: number | undefined = 0.05;
  remoteRtt: number | undefined;
  /** How loud it is there and here (0 to 1); without a value the browser does not tell. */
  heard: number | undefined;
  spoken: number | undefined;
  /** What else the browser tells of something. */
  readonly more: Record<string, object> = {};
  #packets = 0;
  #seconds = 0;

  async getStats(): Promise<Map<string, object>> {
    if (!this.tells) throw new DOMException('', 'InvalidStateError');
    if (this.flows) this.#packets += 50;
    this.#seconds += 1;
    const sound = (level: number | undefined) =>
      level === undefined
        ? {}
        : {totalAudioEnergy: level ** 2 * this.#seconds, totalSamplesDuration: this.#seconds};
    const {jitter, lost: packetsLost, rtt: currentRoundTripTime} = this;
    const audio = {kind: 'audio'};
    const packetsReceived = this.#packets;
    const entries: Record<string, object> = {
      video: {type: 'inbound-rtp', kind: 'video', packetsReceived: Math.random()},
      out: {type: 'outbound-rtp', ...audio, packetsSent: 50 * this.#seconds, timestamp: 1000 * this.#seconds},
      in: {type: 'inbound-rtp', ...audio, packetsReceived, packetsLost, jitter, ...sound(this.heard)},
      source: {type: 'media-source', ...audio, ...sound(this.spoken)},
      failed: {type: 'candidate-pair', state: 'failed', nominated: false, currentRoundTripTime: 9},
      pair: {type: 'candidate-pair', state: 'succeeded', nominated: true, currentRoundTripTime},
      remote: {type: 'remote-inbound-rtp', ...audio, roundTripTime: this.remoteRtt},
    };
    const names = new Set([...Object.keys(entries), ...Object.keys(this.more)]);
    return new Map([...names].map((id) => [id, {id, ...entries[id], ...this.more[id]}]));
  }

  getSenders(): readonly FakeSender[] {
    return this.senders;
  }
}
