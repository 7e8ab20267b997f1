import {UNIMPAIRED, type Impairment} from './path.js';

/** What the next re-attach does with a call: see the README's table. */
export type Reattach = 'attach' | 'listed' | 'without-call' | 'absent';

/** Where sound is lost: a way, both ways (`both`), or the whole connection with its checks (`ice`). */
export type MediaCut = 'both' | 'to-client' | 'from-client' | 'ice';

/** What becomes of call reports: taken, refused with 500, or never answered. */
export type Reports = 'take' | 'refuse' | 'hang';

/** Frames of these methods, with their prefix. */
interface Slow {
  /** null means never. */
  ms: number | null;
  /** null means all. */
  methods: ReadonlySet<string> | null;
}

const time = ({ms, methods}: Slow, method: string): number | null =>
  methods === null || methods.has(method) ? ms : 0;

/** The faults that are on. Everything is off at first and after `reset`. */
export class Faults {
  /** Sockets are frozen as soon as they open. */
  freezeNew = false;
  mediaCut: MediaCut | null = null;
  /** One packet of sound to the client in so many gets lost; 0: none. */
  loseOneIn = 0;
  impairment: Impairment = UNIMPAIRED;
  reports: Reports = 'take';
  /** Methods that are left unanswered, with their prefix. */
  silenced: ReadonlySet<string> = new Set();
  /** Requests wait this long. */
  delay: Slow = {ms: 0, methods: null};
  /** The gateway's own requests wait this long. */
  withheld: Slow = {ms: 0, methods: new Set()};
  /** Error of the next logins, so many `times`. */
  refuseLogin: {code: number; message: string; times: number} | null = null;
  /** One use. */
  reattach: Reattach = 'attach';
  /** What the next gatewayState requests are told, one each; then REGED. */
  gatewayStates: string[] = [];

  /** Milliseconds to wait for a method, null to leave it unanswered. */
  wait(method: string): number | null {
    return this.silenced.has(method) ? null : time(this.delay, method);
  }

  /** Milliseconds to hold a request of the gateway's own back, null to leave it unsent. */
  hold(method: string): number | null {
    return time(this.withheld, method);
  }

  /** Whether this is lost at the moment: sound one way, or the connection's checks. */
  cuts(what: 'to-client' | 'from-client' | 'ice'): boolean {
    const cut = this.mediaCut;
    return cut === what || cut === 'ice' || (cut === 'both' && what !== 'ice');
  }

  /** Whether the packet of this number does not arrive. */
  loses(packet: number): boolean {
    return this.loseOneIn > 0 && packet % this.loseOneIn === 0;
  }

  takeReattach(): Reattach {
    const mode = this.reattach;
    this.reattach = 'attach';
    return mode;
  }

  takeRefusal(): {code: number; message: string} | null {
    const refusal = this.refuseLogin;
    if (refusal && --refusal.times <= 0) this.refuseLogin = null;
    if (refusal && refusal.times < 0) return null;
    return refusal;
  }
}
