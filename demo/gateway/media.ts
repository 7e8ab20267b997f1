import {Path, type Impairment} from './path.js';
import {
  RTCPeerConnection,
  RTCRtpCodecParameters,
  RtpHeader,
  RtpPacket,
  type RTCRtpTransceiver,
  MediaStreamTrack,
} from 'werift';

const LOOPBACK = '127.0.0.1';
/** RTP clock ticks in one 20 ms packet. */
const STEP = {opus: 960, pcmu: 160} as const;

export type Codec = keyof typeof STEP;

/** A packet of sound on its way from one end of a call to the other. */
export interface Audio {
  codec: Codec;
  payload: Buffer;
  /** RTP timestamp of the source. */
  timestamp: number;
  /** Tells one source from another, so that a change of source keeps the outgoing timestamps steady. */
  source: number;
}

/** Opus first: the client sends it. PCMU second: what the gateway itself can speak. */
const codecs = () => [
  new RTCRtpCodecParameters({mimeType: 'audio/opus', clockRate: 48000, channels: 2, payloadType: 111}),
  new RTCRtpCodecParameters({mimeType: 'audio/PCMU', clockRate: 8000, channels: 1, payloadType: 0}),
];

const codecOf = (parameters: RTCRtpCodecParameters): Codec =>
  parameters.mimeType.toLowerCase() === 'audio/opus' ? 'opus' : 'pcmu';

/**
 * Keeps only candidates of the loopback address: nothing else is bound. And says `ice-lite` of the whole session, where
 * werift says it of the medium: Firefox does not read it there, and would wait for checks that never come.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8839#section-5.3
 */
const mended = (sdp: string): string =>
  sdp
    .split('\r\n')
    .filter((line) => line !== 'a=ice-lite')
    .filter((line) => !line.startsWith('a=candidate:') || line.includes(` ${LOOPBACK} `))
    .join('\r\n')
    .replace('\r\nm=', '\r\na=ice-lite\r\nm=');

/** A UDP socket of werift's, of which its types tell nothing. */
interface Wire {
  onData?: (data: Buffer, from: unknown) => void;
  send(data: Buffer, to: unknown): Promise<void>;
}

/**
 * One peer connection with a client, on loopback. ICE lite: it answers checks and sends none, so that nothing is sent
 * to an address that a client names, and no STUN server is asked.
 */
export class Media {
  readonly #pc: RTCPeerConnection;
  readonly #transceiver: RTCRtpTransceiver;
  #sequence = Math.floor(Math.random() * 0x8000);
  #timestamp = 0;
  #offset = 0;
  #source = -1;
  #closed = false;
  #negotiation: Promise<void> = Promise.resolve();

  readonly #wires = new WeakSet<Wire>();
  readonly #there: Path;
  readonly #back: Path;

  /**
   * @param cut whether nothing at all gets through at the moment, the connection's checks included
   * @param loses whether the packet of this number does not arrive
   * @param impairment what the network does to all that gets through, the connection's checks included
   */
  constructor(
    onAudio: (audio: Audio) => void,
    private readonly cut: () => boolean,
    private readonly loses: (packet: number) => boolean,
    impairment: () => Impairment,
  ) {
    this.#there = new Path(impairment);
    this.#back = new Path(impairment);
    this.#pc = new RTCPeerConnection({
      codecs: {audio: codecs()},
      bundlePolicy: 'max-bundle',
      iceServers: [],
      iceLite: true,
      iceUseIpv6: false,
      iceInterfaceAddresses: {udp4: LOOPBACK},
      iceAdditionalHostAddresses: [LOOPBACK],
    });
    this.#transceiver = this.#pc.addTransceiver(new MediaStreamTrack({kind: 'audio'}), {
      direction: 'sendrecv',
    });
    this.#pc.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe((packet) => {
        const parameters = this.#transceiver.codecs.find((c) => c.payloadType === packet.header.payloadType);
        if (this.#closed || !parameters || packet.payload.length === 0) return;
        const {timestamp, ssrc} = packet.header;
        onAudio({codec: codecOf(parameters), payload: packet.payload, timestamp, source: ssrc});
      });
    });
  }

  /** Answers a client's offer; a second offer with new ICE credentials is an ICE restart. */
  answer(offer: string): Promise<string> {
    return this.#negotiate(async () => {
      await this.#pc.setRemoteDescription({type: 'offer', sdp: offer});
      await this.#pc.setLocalDescription(await this.#pc.createAnswer());
    });
  }

  /** The gateway's own offer, for a call to a client and for a re-attach. */
  offer(): Promise<string> {
    return this.#negotiate(async () => {
      await this.#pc.setLocalDescription(await this.#pc.createOffer());
    });
  }

  async accept(answer: string): Promise<void> {
    await this.#negotiate(() => this.#pc.setRemoteDescription({type: 'answer', sdp: answer}));
  }

  /** Sends a packet; false if the connection is not up (yet, or any more). */
  send(audio: Audio): boolean {
    const codec = this.#transceiver.codecs.find((parameters) => codecOf(parameters) === audio.codec);
    if (this.#closed || !codec || this.#pc.connectionState !== 'connected') return false;
    if (audio.source !== this.#source) {
      this.#source = audio.source;
      this.#offset = this.#timestamp + STEP[audio.codec] - audio.timestamp;
    }
    this.#timestamp = (audio.timestamp + this.#offset) >>> 0;
    this.#sequence = (this.#sequence + 1) & 0xffff;
    // The client misses the number.
    if (this.loses(this.#sequence)) return true;
    const header = new RtpHeader({sequenceNumber: this.#sequence, timestamp: this.#timestamp});
    const {sender} = this.#transceiver;
    // werift stamps each packet with the sender's one codec; both are negotiated, so name the packet's own.
    sender.codec = codec;
    sender.sendRtp(new RtpPacket(header, audio.payload)).catch(() => this.close());
    return true;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#there.close();
    this.#back.close();
    // werift opens sockets while it negotiates, and would leave them open if it were closed meanwhile.
    void this.#negotiation.then(() => this.#pc.close()).catch(() => undefined);
  }

  /** One step after the other; resolves with the local description. */
  #negotiate(step: () => Promise<void>): Promise<string> {
    const done = this.#negotiation.then(() => {
      if (this.#closed) throw new Error('closed');
      return step().then(() => this.#watchWires());
    });
    this.#negotiation = done.catch(() => undefined);
    return done.then(() => this.#local());
  }

  /** Puts the fault between werift and its sockets: it has none of its own. */
  #watchWires(): void {
    for (const {connection} of this.#pc.iceTransports)
      for (const {transport} of (connection as unknown as {protocols: {transport: Wire}[]}).protocols) {
        if (this.#wires.has(transport)) continue;
        this.#wires.add(transport);
        const {onData, send} = transport;
        transport.onData = (data, from) => this.cut() || this.#there.carry(() => onData?.(data, from));
        transport.send = async (data, to) => {
          // One that is under way for a while may come to a socket that was closed meanwhile.
          if (!this.cut()) this.#back.carry(() => send.call(transport, data, to).catch(() => undefined));
        };
      }
  }

  #local(): string {
    return mended(this.#pc.localDescription?.sdp ?? '');
  }
}
