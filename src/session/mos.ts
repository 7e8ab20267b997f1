/** How a codec sounds, and how it bears loss. */
export interface Impairment {
  /** Equipment impairment factor without loss. */
  readonly ie: number;
  /** Packet-loss robustness factor. */
  readonly bpl: number;
  /** What gathering a packet and encoding it takes (ms). */
  readonly delay: number;
}

/** G.711 with packet loss concealment. Browsers conceal what is missing in any codec. */
const CONCEALED: Impairment = {ie: 0, bpl: 25.1, delay: 20};

/**
 * What differs from that. On the scale of narrowband telephony no codec of a browser is worse than G.711 as long as
 * nothing gets lost. Opus conceals less: its factor is that of super-wideband speech with a variable bit rate of about
 * 32 kbit/s, which browsers send, at random loss. Packets have 20 ms, and Opus looks 6.5 ms ahead.
 *
 * @see https://www.itu.int/rec/T-REC-G.113 (Appendix I)
 * @see https://doi.org/10.1145/3458751 (loss with Opus)
 * @see https://www.rfc-editor.org/rfc/rfc7587 (delay of Opus, 3.1)
 */
const IMPAIRMENTS: Readonly<Record<string, Impairment>> = {'audio/opus': {ie: 0, bpl: 10.4, delay: 26.5}};

/** What a codec does to speech. `mimeType`: as `audio/opus`. */
export function impairmentOf(mimeType: string | undefined): Impairment {
  return IMPAIRMENTS[mimeType?.toLowerCase() ?? ''] ?? CONCEALED;
}

/** Signal to noise (Ro), what comes with the voice (Is), noise (No) and loudness at the receiver (RLR). */
const RO = 94.77;
const IS = 1.41;
const NO_LESS_RLR = RO / -1.5;
/** Echo losses that G.107 takes for granted (dB): the talker's (TELR) and the listener's (WEPL). */
const TELR = 65;
const WEPL = 110;

/**
 * The transmission rating R of the E-model, with its default values for all that a browser does not know: 93.2 without
 * delay and loss.
 *
 * `R = Ro − Is − Id − Ie,eff`, where delay counts three times (`Id = Idte + Idle + Idd`: the talker's echo, the listener's,
 * and the waiting), and `Ie,eff = Ie + (95 − Ie) · Ppl / (Ppl + Bpl)` for loss without bursts.
 *
 * @param delay from mouth to ear (ms)
 * @param loss packets that did not arrive (%)
 * @see https://www.itu.int/rec/T-REC-G.107 (7.1 to 7.7)
 */
export function ratingOf(delay: number, loss: number, {ie, bpl}: Pick<Impairment, 'ie' | 'bpl'>): number {
  const rle = 10.5 * (WEPL + 7) * (2 * delay + 1) ** -0.25;
  const idle = bend(RO - rle, 169);
  const idd = delay > 100 ? waiting(Math.log2(delay / 100)) : 0;
  const effective = ie + ((95 - ie) * loss) / (loss + bpl);
  return RO - IS - talkerEcho(delay) - idle - idd - effective;
}

function talkerEcho(delay: number): number {
  const terv = TELR - 40 * Math.log10((1 + delay / 10) / (1 + delay / 150)) + 6 * Math.exp(-0.3 * delay ** 2);
  const roe = -1.5 * NO_LESS_RLR;
  return (bend(roe - (80 + 2.5 * (terv - 14)), 100) - 1) * (1 - Math.exp(-delay));
}

function waiting(x: number): number {
  return 25 * ((1 + x ** 6) ** (1 / 6) - 3 * (1 + (x / 3) ** 6) ** (1 / 6) + 2);
}

/** The bend that G.107 gives its two curves for echo. */
function bend(difference: number, curvature: number): number {
  return difference / 2 + Math.sqrt(difference ** 2 / 4 + curvature);
}

/**
 * The mean opinion score of a conversation (MOS-CQE): 1 (bad) to 4.5.
 *
 * @param rating the transmission rating R
 * @see https://www.itu.int/rec/T-REC-G.107 (Annex B)
 */
export function mosOf(rating: number): number {
  const r = Math.min(100, Math.max(0, rating));
  // Between 0 and 6.5 the polynomial is a little below the scale.
  return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6);
}
