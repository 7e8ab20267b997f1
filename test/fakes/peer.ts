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
  #packets = 0;

  async getStats(): Promise<Map<string, object>> {
    if (!this.tells) throw new DOMException('', 'InvalidStateError');
    if (this.flows) this.#packets += 50;
    return new Map<string, object>([
      ['video', {type: 'inbound-rtp', kind: 'video', packetsReceived: Math.random()}],
      ['out', {type: 'outbound-rtp', kind: 'audio', packetsReceived: Math.random()}],
      ['in', {type: 'inbound-rtp', kind: 'audio', packetsReceived: this.#packets}],
    ]);
  }

  getSenders(): readonly FakeSender[] {
    return this.senders;
  }
}
