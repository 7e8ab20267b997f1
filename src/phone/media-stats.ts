import type {Codec, Loudness, MediaStats, Path} from '../session/stats.js';

/** What browsers tell, of which TypeScript's own types know a part. */
type Entry = RTCInboundRtpStreamStats &
  RTCOutboundRtpStreamStats &
  RTCIceCandidatePairStats & {
    readonly roundTripTime?: number;
    readonly fractionLost?: number;
    readonly candidateType?: string;
    readonly relayProtocol?: string;
    readonly protocol?: string;
    /** Firefox, which has no `transport`: whether the pair is in use. */
    readonly selected?: boolean;
    readonly selectedCandidatePairId?: string;
  } & Partial<Codec>;

/** What only grows. */
type Counter =
  | 'packetsReceived'
  | 'packetsLost'
  | 'bytesReceived'
  | 'jitterBufferDelay'
  | 'jitterBufferEmittedCount'
  | 'totalAudioEnergy'
  | 'totalSamplesDuration';

const ms = (seconds: number | undefined) => (seconds === undefined ? undefined : seconds * 1000);

/**
 * Looks at a connection's statistics. One that is being closed tells nothing.
 *
 * @see https://www.w3.org/TR/webrtc-stats/
 */
export async function statsOf(peer: RTCPeerConnection): Promise<MediaStats> {
  const found: Record<string, Entry | undefined> = {};
  const byId = new Map<string | undefined, Entry>();
  // A far end that changes its source, as for music, begins another one.
  const inbound: Entry[] = [];
  try {
    (await peer.getStats()).forEach((entry: Entry) => {
      const type: string = entry.type;
      byId.set(entry.id, entry);
      if (type === 'inbound-rtp' && entry.kind === 'audio') inbound.push(entry);
      else if (
        type === 'candidate-pair'
          ? entry.selected || (!found[type]?.selected && entry.nominated && entry.state === 'succeeded')
          : type === 'transport' || entry.kind === 'audio'
      )
        found[type] = entry;
    });
  } catch {
    // What was counted so far is no answer.
    inbound.length = 0;
  }
  const sum = (name: Counter) => inbound.reduce((all, entry) => all + (entry[name] ?? 0), 0);
  const arrivedAt = (entry: Entry) => entry.lastPacketReceivedTimestamp ?? 0;
  const heard = inbound.sort((a, b) => arrivedAt(a) - arrivedAt(b)).at(-1);
  const {
    'outbound-rtp': sent,
    'remote-inbound-rtp': report,
    'remote-outbound-rtp': alive,
    'candidate-pair': nominated,
    transport,
    'media-source': source,
  } = found;
  // Of several that were nominated, as after a change of network, one is in use.
  const pair = byId.get(transport?.selectedCandidatePairId) ?? nominated;
  const codec = byId.get(heard?.codecId);
  const local = byId.get(pair?.localCandidateId);
  return {
    at: sent?.timestamp ?? 0,
    received: sum('packetsReceived'),
    lost: sum('packetsLost'),
    sent: sent?.packetsSent ?? 0,
    bytesReceived: sum('bytesReceived'),
    bytesSent: sent?.bytesSent ?? 0,
    jitter: (heard?.jitter ?? 0) * 1000,
    rtt: ms(pair?.currentRoundTripTime ?? report?.roundTripTime),
    buffered: sum('jitterBufferDelay'),
    played: sum('jitterBufferEmittedCount'),
    heard: heard?.totalAudioEnergy === undefined ? undefined : loudness(sum),
    spoken: source?.totalAudioEnergy === undefined ? undefined : loudness((name) => source[name] ?? 0),
    silenced: peer.getSenders().some(({track}) => track?.kind === 'audio' && track.muted),
    reportedAt: report?.timestamp,
    reportedLoss: report?.fractionLost === undefined ? undefined : report.fractionLost * 100,
    reportedReceived: report?.packetsReceived,
    aliveAt: alive?.timestamp,
    codec: codec && {
      mimeType: codec.mimeType ?? '',
      clockRate: codec.clockRate ?? 0,
      payloadType: codec.payloadType ?? 0,
    },
    path: local && pathOf(local, byId.get(pair?.remoteCandidateId)),
  };
}

const loudness = (of: (name: Counter) => number): Loudness => ({
  energy: of('totalAudioEnergy'),
  duration: of('totalSamplesDuration'),
});

/** Addresses stay in the browser. */
function pathOf(local: Entry, remote: Entry | undefined): Path {
  return {
    local: local.candidateType ?? '',
    remote: remote?.candidateType ?? '',
    protocol: local.relayProtocol || (local.protocol ?? ''),
  };
}
