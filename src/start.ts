import {readDestination} from './config.js';
import {openKit, type Kit} from './door.js';
import {TelnyxCallRequestEvent, type CallSource} from './events.js';
import {EarlyToken, requestMicrophone, stop} from './phone/early.js';
import type {TelnyxCallButton} from './telnyx-call-button.js';

/** The button whose call is live: one call at a time per page. */
let live: CallStart | undefined;

/** The way from intent to a call: what must run in the click's own task, until the kit has come and takes over. */
export class CallStart {
  /** Everything after the first sign of intent. */
  kit: Kit | undefined;
  /** True if a file beside the script did not load. */
  broken = false;
  /** The start that waits for the kit or for the page's consent. */
  #start: object | undefined;
  readonly #token = new EarlyToken();
  /** The microphone that was asked for in the click, until the kit takes it over. */
  #microphone: Promise<MediaStream> | undefined;

  constructor(private readonly host: TelnyxCallButton) {}

  /** True while a click waits. */
  get waiting(): boolean {
    return this.#start !== undefined;
  }

  async warm(): Promise<void> {
    const {host} = this;
    if (host.preview || host.warmUp === 'none' || host.unable || !host.possible) return;
    try {
      if (!this.kit && !this.#asks) this.#token.ask(...this.#wanted);
      const kit = await this.#open();
      const token = this.#token.take(...this.#wanted);
      if (host.isConnected) kit.warm({token});
    } catch {
      // The click tries again and tells.
    }
  }

  /** Forgets a click that still waits. */
  cancel(): void {
    this.#start = undefined;
    this.#microphone?.then(stop, () => undefined);
  }

  /** Has the kit do something beside a call. Nothing if its file does not load; what the kit itself rejects with is told. */
  ask<T>(what: (kit: Kit) => T | Promise<T>): Promise<T | undefined> {
    return this.#open().then(what, (error: unknown) => this.#misses(error));
  }

  async call(source: CallSource, destination?: string): Promise<void> {
    const {host, kit} = this;
    if (!host.isConnected || (this.#start && !kit?.panel.open)) return;
    if (host.preview || kit?.live || this.#start) return kit?.panel.show(true);
    if (!host.possible) return;
    const request = new TelnyxCallRequestEvent(destination ?? readDestination(host.destination), source);
    if (!host.dispatchEvent(request)) return;
    const start = (this.#start = {});
    host.requestUpdate();
    try {
      // Without anything to wait for all of it runs in the click's own task.
      if (request.waits.length) await Promise.all(request.waits);
      const goes = this.#start === start && (!this.#asks || (await this.ask((kit) => kit.agreed())));
      if (goes && this.#start === start) await this.#begin(start, destination);
    } catch {
      // The page does not want the call.
    }
    if (this.#start === start) this.#start = undefined;
    host.requestUpdate();
  }

  /** With the kit at hand all of this runs in the click's own task; else only what must is started in it. */
  async #begin(start: object, destination: string | undefined): Promise<void> {
    const {host} = this;
    const busy = live && live !== this && (live.#start ?? live.kit?.live);
    const code = host.unable ?? (busy ? 'another-call' : undefined);
    if (!code) live = this;
    const microphone = this.kit || code ? undefined : requestMicrophone(host.audioConstraints);
    if (microphone && !destination) this.#token.ask(...this.#wanted);
    this.#microphone = microphone;
    microphone?.catch(() => undefined);
    try {
      const kit = this.kit ?? (await this.#open());
      const token = this.#token.take(...this.#wanted);
      if (this.#start === start && host.isConnected) {
        this.#microphone = undefined;
        return code
          ? kit.calls.refuse({code})
          : kit.calls.call(destination, {microphone, token: destination ? undefined : token});
      }
    } catch (error) {
      this.#misses(error);
    }
    microphone?.then(stop, () => undefined);
  }

  /** Whether the page may want something to be agreed to: then nothing is asked for in the click. */
  get #asks(): unknown {
    return this.host.consent || this.host.querySelector(':scope>[slot=consent]');
  }

  /** What a token is for. */
  get #wanted(): [url: string, destination: string | undefined] {
    return [this.host.url, readDestination(this.host.destination)];
  }

  async #open(): Promise<Kit> {
    // The panel stands in what the first update shows.
    const [{Kit}] = await Promise.all([openKit(), this.host.updateComplete]);
    this.broken = false;
    return (this.kit ??= new Kit(this.host));
  }

  #misses(error: unknown): undefined {
    this.broken = true;
    this.host.complain(`a file beside the script did not load (${error as Error}).`);
  }
}
