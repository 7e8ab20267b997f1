/** What a connection says of the far end's sound. */
export interface MediaStats {
  /** Packets that have arrived so far. */
  readonly received: number;
  /** Packets that have not, and should have. */
  readonly lost: number;
  /** Interarrival jitter (ms). */
  readonly jitter: number;
  /** Round-trip time (ms); 0 if the browser does not tell. */
  readonly rtt: number;
}

type Entry = RTCInboundRtpStreamStats & RTCIceCandidatePairStats & {roundTripTime?: number};

/** Looks at a connection's statistics. One that is being closed tells nothing. */
export async function statsOf(peer: RTCPeerConnection): Promise<MediaStats> {
  let received = 0;
  let lost = 0;
  let jitter = 0;
  let pair: number | undefined;
  let remote: number | undefined;
  try {
    (await peer.getStats()).forEach((entry: Entry) => {
      const type: string = entry.type;
      if (type === 'inbound-rtp' && entry.kind === 'audio') {
        received += entry.packetsReceived ?? 0;
        lost += entry.packetsLost ?? 0;
        jitter = Math.max(jitter, entry.jitter ?? 0);
      }
      if (type === 'candidate-pair' && entry.nominated && entry.state === 'succeeded')
        pair = entry.currentRoundTripTime;
      if (type === 'remote-inbound-rtp' && entry.kind === 'audio') remote = entry.roundTripTime;
    });
  } catch {
    // What was counted so far is no answer.
    received = 0;
  }
  return {received, lost, jitter: jitter * 1000, rtt: (pair ?? remote ?? 0) * 1000};
}
