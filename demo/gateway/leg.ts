import {randomUUID} from 'node:crypto';
import type {Json} from './frames.js';
import {Media, type Audio} from './media.js';
import type {Impairment} from './path.js';
import {REASONS, type Reason} from './numbers.js';
import {HOLD_MUSIC, play} from './tone.js';
import type {Session} from './session.js';

/** What is at the other end of a leg: another leg, or a robot. */
export interface FarEnd {
  /** Who it is, for people: a user name or a number's name. */
  readonly name: string;
  /** The leg at this end has been answered by its client. */
  answered(): void;
  audio(audio: Audio): void;
  digits(digits: string): void;
  /** The leg at this end holds the call (true), or is back. */
  onHold(held: boolean): void;
  /** The leg at this end is gone. */
  ended(reason: Reason): void;
}

export interface LegInfo {
  callID: string;
  session: Session;
  /** As the client sees it. */
  direction: 'outbound' | 'inbound';
  callerName: string;
  callerNumber: string;
  destination: string;
  customHeaders: Json[];
  clientState: string | null;
}

/** What a leg needs of the exchange. */
export interface LegHooks {
  /** Whether a fault cuts this: packets one way, or the connection itself. */
  cuts(what: 'to-client' | 'from-client' | 'ice'): boolean;
  /** Whether the packet of this number gets lost on its way to the client. */
  loses(packet: number): boolean;
  /** What the network does to the leg's datagrams. */
  impairment(): Impairment;
  /** Takes the leg off the list of calls. */
  remove(leg: Leg): void;
}

export type Phase = 'new' | 'ringing' | 'early' | 'active' | 'ended';

/** A client's half of a call: signalling towards the client, and its media. */
export class Leg implements FarEnd {
  phase: Phase = 'new';
  held = false;
  /** DTMF digits the client has sent. */
  dtmf = '';
  /** How often the call was taken up again on a new socket. */
  attaches = 0;
  /** RTP packets from and to the client. */
  received = 0;
  sent = 0;
  far: FarEnd | null = null;
  readonly #ids = {
    telnyx_call_control_id: `v3:${randomUUID()}`,
    telnyx_session_id: randomUUID(),
    telnyx_leg_id: randomUUID(),
  };
  readonly #hooks: LegHooks;
  readonly #timers = new Set<NodeJS.Timeout>();
  #media: Media;
  /** Media of a re-attach that the client has not answered yet. */
  #next: Media | null = null;
  #stopMusic: (() => void) | null = null;

  constructor(
    readonly info: LegInfo,
    hooks: LegHooks,
  ) {
    this.#hooks = hooks;
    this.#media = this.#newMedia();
  }

  get name(): string {
    return this.info.session.user;
  }

  // Towards the client

  ring(): void {
    if (this.phase !== 'new') return;
    this.phase = 'ringing';
    this.#notify('telnyx_rtc.ringing', {...this.#parties(), display_direction: 'outbound', ...this.#ids});
  }

  /** Early media: the client hears the far end before the answer. */
  async early(offer: string): Promise<void> {
    const sdp = await this.#describe(this.#media.answer(offer));
    if (!sdp) return;
    this.phase = 'early';
    this.#notify('telnyx_rtc.media', {sdp});
  }

  async answer(offer: string): Promise<void> {
    // After early media the client has its description already.
    const early = this.phase === 'early';
    const sdp = early ? null : await this.#describe(this.#media.answer(offer));
    if (!early && !sdp) return;
    this.phase = 'active';
    this.#notify('telnyx_rtc.answer', {...(sdp && {sdp}), ...this.#ids});
  }

  async invite(): Promise<void> {
    const sdp = await this.#describe(this.#media.offer());
    if (!sdp) return;
    this.phase = 'ringing';
    this.#notify('telnyx_rtc.invite', {sdp, ...this.#parties(), ...this.#ids, ...this.#dialog()});
  }

  /** Offers the call to the client's new socket. An offer that is not answered yet is forgotten. */
  async attach(): Promise<void> {
    this.#next?.close();
    const next = this.#newMedia();
    this.#next = next;
    const sdp = await next.offer().catch(() => null);
    // Another attach, or the end of the call, may have come first.
    if (!sdp || this.#next !== next) return;
    this.#notify('telnyx_rtc.attach', {sdp, ...this.#parties(), ...this.#ids, ...this.#dialog()});
  }

  // From the client

  /** The client has answered an invite. */
  async accepted(answer: string): Promise<void> {
    await this.#media.accept(answer);
    if (this.phase === 'ended') return;
    this.phase = 'active';
    this.far?.answered();
  }

  /** The client has answered an attach. */
  async attached(answer: string): Promise<void> {
    const next = this.#next;
    if (!next) return;
    await next.accept(answer);
    if (this.#next !== next) return;
    this.#next = null;
    this.#media.close();
    this.#media = next;
    this.attaches += 1;
  }

  /** The client restarts ICE. */
  restart(offer: string): Promise<string> {
    return (this.#next ?? this.#media).answer(offer);
  }

  hold(held: boolean): void {
    if (this.held === held) return;
    this.held = held;
    this.far?.onHold(held);
  }

  press(digits: string): void {
    this.dtmf += digits;
    this.far?.digits(digits);
  }

  /**
   * Ends the leg and tells the far end.
   * @param notify whether the client gets a bye
   */
  end(reason: Reason, notify: boolean): void {
    if (this.phase === 'ended') return;
    this.phase = 'ended';
    for (const timer of this.#timers) clearTimeout(timer);
    this.#stopMusic?.();
    this.#media.close();
    this.#next?.close();
    this.#next = null;
    this.#hooks.remove(this);
    if (notify) this.#notify('telnyx_rtc.bye', {...reason, sip_call_id: this.#ids.telnyx_leg_id});
    const far = this.far;
    this.far = null;
    far?.ended(reason);
  }

  /** Does something later, in ms, unless the leg ends before. */
  after(delay: number, action: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, delay);
    this.#timers.add(timer);
  }

  // As the far end of another leg

  answered(): void {}

  audio(audio: Audio): void {
    if (this.held || this.#hooks.cuts('to-client')) return;
    if (this.#media.send(audio)) this.sent += 1;
  }

  digits(digits: string): void {
    this.#notify('telnyx_rtc.info', {dtmf: digits});
  }

  onHold(held: boolean): void {
    this.#stopMusic?.();
    this.#stopMusic = held
      ? play(HOLD_MUSIC, (payload, timestamp) => this.audio({codec: 'pcmu', payload, timestamp, source: -2}))
      : null;
  }

  ended(reason: Reason): void {
    this.far = null;
    this.end(reason, true);
  }

  /** Waits for a description; null if the leg has ended meanwhile. One that can not be made ends the leg. */
  async #describe(pending: Promise<string>): Promise<string | null> {
    const sdp = await pending.catch(() => null);
    if (sdp === null) this.end(REASONS.incompatible, true);
    return this.phase === 'ended' ? null : sdp;
  }

  #newMedia(): Media {
    const hear = (audio: Audio): void => {
      this.received += 1;
      if (!this.held && !this.#hooks.cuts('from-client') && this.phase === 'active') this.far?.audio(audio);
    };
    return new Media(
      hear,
      () => this.#hooks.cuts('ice'),
      (packet) => this.#hooks.loses(packet),
      () => this.#hooks.impairment(),
    );
  }

  #notify(method: string, params: Json): void {
    this.info.session.request(method, {callID: this.info.callID, ...params});
  }

  /** Who calls whom, as the client is to show it. A re-attached call is always shown as an incoming one. */
  #parties(): Json {
    const {direction, callerName, callerNumber, destination} = this.info;
    if (direction === 'outbound' && this.phase === 'active')
      return {
        caller_id_name: 'Outbound Call',
        caller_id_number: destination,
        callee_id_name: callerName,
        callee_id_number: callerNumber,
      };
    return {
      caller_id_name: callerName,
      caller_id_number: callerNumber,
      callee_id_name: direction === 'outbound' ? 'Outbound Call' : this.name,
      callee_id_number: destination,
    };
  }

  #dialog(): Json {
    return {dialogParams: {custom_headers: this.info.customHeaders}};
  }
}
