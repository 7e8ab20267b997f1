/** The sound one way, as far as it was counted: its loudness over a time is the root of energy per second. */
export interface Loudness {
  /** Sum of the squared levels (1: as loud as can be) times their duration (s). */
  readonly energy: number;
  /** How much sound there was (s). */
  readonly duration: number;
}

/** A codec as it was negotiated. */
export interface Codec {
  /** As `audio/opus`. */
  readonly mimeType: string;
  /** Sampling rate (Hz). */
  readonly clockRate: number;
  /** RTP payload type. */
  readonly payloadType: number;
}

/** The way that the sound takes: kinds of addresses, never the addresses. */
export interface Path {
  /** How the browser is reached: `host`, `srflx`, `prflx` or `relay` (ICE, RFC 8445 5.1.1). */
  readonly local: string;
  /** How the far end is reached, likewise. */
  readonly remote: string;
  /** `udp` or `tcp`; with a relay, how the browser reaches that: `udp`, `tcp` or `tls`. */
  readonly protocol: string;
}

/** What a connection has counted by now. What the browser doesn't tell is undefined. */
export interface MediaStats {
  /** When this was looked at (ms), by the clock of `reportedAt` and `aliveAt`. */
  readonly at: number;
  /** Packets that have arrived so far. */
  readonly received: number;
  /** Packets that have not, and should have. */
  readonly lost: number;
  /** Packets that were sent so far. */
  readonly sent: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** Interarrival jitter of what arrives (ms). */
  readonly jitter: number;
  /** Round-trip time (ms). */
  readonly rtt: number | undefined;
  /** How long all samples together have waited in the jitter buffer (s), and how many they were. */
  readonly buffered: number;
  readonly played: number;
  /** What arrives. */
  readonly heard: Loudness | undefined;
  /** What the microphone gives to the call. */
  readonly spoken: Loudness | undefined;
  /** True while the system, or a switch, keeps the microphone silent. */
  readonly silenced: boolean;
  /** When the far end has last reported on what it gets (ms). */
  readonly reportedAt: number | undefined;
  /** What it has missed of the packets before that report (%). */
  readonly reportedLoss: number | undefined;
  /** How many packets it has got, as it says. */
  readonly reportedReceived: number | undefined;
  /** When the far end has last reported on what it sends (ms). */
  readonly aliveAt: number | undefined;
  /** The codec of what arrives. */
  readonly codec: Codec | undefined;
  readonly path: Path | undefined;
}
