/** A connection's sender: what was put into it. */
export class FakeSender {
  track: MediaStreamTrack | null = null;
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
  #packets = 0;

  async getStats(): Promise<Map<string, object>> {
    if (!this.tells) throw new DOMException('', 'InvalidStateError');
    if (this.flows) this.#packets += 50;
    return new Map<string, object>([
      ['video', {type: 'inbound-rtp', kind: 'video', packetsReceived: Math.random()}],
      ['out', {type: 'outbound-rtp', kind: 'audio', packetsReceived: Math.random()}],
      [
        'in',
        {
          type: 'inbound-rtp',
          kind: 'audio',
          packetsReceived: this.#packets,
          packetsLost: this.lost,
          jitter: this.jitter,
        },
      ],
      ['failed', {type: 'candidate-pair', state: 'failed', nominated: false, currentRoundTripTime: 9}],
      ['pair', {type: 'candidate-pair', state: 'succeeded', nominated: true, currentRoundTripTime: this.rtt}],
      ['remote', {type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: this.remoteRtt}],
    ]);
  }

  getSenders(): readonly FakeSender[] {
    return this.senders;
  }
}
