/** What the next re-attach does with a call: see the README's table. */
export type Reattach = 'attach' | 'listed' | 'without-call' | 'absent';

/** The faults that are on. Everything is off at first and after `reset`. */
export class Faults {
  /** Sockets are frozen as soon as they open. */
  freezeNew = false;
  /** RTP is dropped both ways. */
  mediaCut = false;
  /** Methods that are left unanswered, with their prefix. */
  silenced: ReadonlySet<string> = new Set();
  /** Requests wait this long, in ms; `methods` null means all. */
  delay: {ms: number; methods: ReadonlySet<string> | null} = {ms: 0, methods: null};
  /** Error of the next login. */
  refuseLogin: {code: number; message: string} | null = null;
  /** One use. */
  reattach: Reattach = 'attach';
  /** What the next gatewayState requests are told, one each; then REGED. */
  gatewayStates: string[] = [];

  /** Milliseconds to wait for a method, null to leave it unanswered. */
  wait(method: string): number | null {
    if (this.silenced.has(method)) return null;
    const {ms, methods} = this.delay;
    return methods === null || methods.has(method) ? ms : 0;
  }

  takeReattach(): Reattach {
    const mode = this.reattach;
    this.reattach = 'attach';
    return mode;
  }

  takeRefusal(): {code: number; message: string} | null {
    const refusal = this.refuseLogin;
    this.refuseLogin = null;
    return refusal;
  }
}
