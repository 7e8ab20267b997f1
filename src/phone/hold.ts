import type {Call} from '@telnyx/webrtc';

/** The hold of one call, whichever of the SDK's objects that is. The server does it: nothing of the sound changes here. */
export class Hold {
  #on = false;
  /** The request that the server has not answered. */
  #asking: object | undefined;
  /** True while the server may think otherwise than this side. */
  #doubtful = false;

  /** @param changed told when the server has put the far end on hold, or taken it back */
  constructor(private readonly changed: (on: boolean) => void) {}

  get on(): boolean {
    return this.#on;
  }

  /** Asks the server, unless it is being asked. */
  ask(call: Call, on: boolean): void {
    if (this.#asking) return;
    const asking = (this.#asking = {});
    // Resolves once the SDK's state has told, and never rejects.
    void (on ? call.hold() : call.unhold()).then((done: boolean) => {
      const late = this.#asking !== asking;
      // An answer that was lost with its socket, or comes late, leaves open what the server has done.
      this.#doubtful = !done || late;
      if (late) return;
      this.#asking = undefined;
      if (call.state === 'active') this.#set(false);
    });
  }

  /**
   * The SDK says `active` or `held`. Only what follows the other one is the server's answer: after a recovery, or a
   * restart of the connection in a call that began with early media, it says `active` of a call that is held.
   */
  hear(call: Call, recovered: boolean): void {
    const held = call.state === 'held';
    if (held || call.prevState === 'held') this.#set(held);
    if (recovered) this.interrupt();
    if (this.#on && (recovered || !held)) this.#doubtful = true;
  }

  /** The socket is another one: what was asked on the old one is not answered any more. */
  interrupt(): void {
    this.#asking = undefined;
  }

  /** The call has its whole connection: a server that may think otherwise is told again. */
  settle(call: Call): void {
    if (!this.#doubtful) return;
    this.#doubtful = false;
    this.ask(call, this.#on);
  }

  #set(on: boolean): void {
    if (this.#on === on) return;
    this.#on = on;
    this.changed(on);
  }
}
