import {Calls} from './calls.js';
import {Faults} from './faults.js';
import {Sessions} from './login.js';
import {METHODS, serve} from './methods.js';
import {REASONS} from './numbers.js';
import type {Report} from './reports.js';
import type {Session} from './session.js';
import type {Socket, SocketHooks} from './socket.js';
import {Tokens} from './tokens.js';

/** What `GET /control/state` tells. */
export interface GatewayState {
  /** Open WebSockets, logged in or not. */
  sockets: number;
  clients: {user: string; sessid: string; voiceSdkId: string; connected: boolean; anonymous: boolean}[];
  legs: {
    callID: string;
    user: string;
    /** The far end: a user, a number's name, or null before there is one. */
    peer: string | null;
    direction: 'outbound' | 'inbound';
    phase: string;
    held: boolean;
    dtmf: string;
    callerName: string;
    callerNumber: string;
    destination: string;
    customHeaders: unknown[];
    clientState: string | null;
    packetsReceived: number;
    packetsSent: number;
    attaches: number;
  }[];
  reports: Report[];
  logins: number;
  /** How many frames of each method came and went. */
  frames: {received: Record<string, number>; sent: Record<string, number>};
}

/** The rooms of the gateway put together: sockets, clients, calls and faults. */
export class Exchange implements SocketHooks {
  readonly sockets = new Set<Socket>();
  faults = new Faults();
  private reports: Report[] = [];
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly calls: Calls;
  #frames: GatewayState['frames'] = {received: {}, sent: {}};

  constructor(secret: Uint8Array, grace: number) {
    this.tokens = new Tokens(secret);
    this.sessions = new Sessions(this.tokens, () => this.faults, grace);
    this.calls = new Calls(
      {
        cuts: (what) => this.faults.cuts(what),
        loses: (packet) => this.faults.loses(packet),
        impairment: () => this.faults.impairment,
      },
      (user, except) => this.sessions.named(user, except),
    );
  }

  serve(...[socket, {method, params}, reply]: Parameters<SocketHooks['serve']>): Promise<void> | void {
    return serve(this, socket, method, params, reply);
  }

  delay(method: string): number | null {
    return this.faults.wait(method);
  }

  hold(method: string): number | null {
    return this.faults.hold(method);
  }

  count(way: 'received' | 'sent', method: string): void {
    const known = way === 'sent' || METHODS.has(method) || /^(anonymous_)?login$/.test(method);
    const name = known ? method : 'other';
    this.#frames[way][name] = (this.#frames[way][name] ?? 0) + 1;
  }

  opened(socket: Socket): void {
    this.sockets.add(socket);
    if (this.faults.freezeNew) socket.freeze();
  }

  closed(socket: Socket): void {
    this.sockets.delete(socket);
    this.sessions.left(socket, this.calls);
  }

  /** Remembers the last hundred call reports. */
  note(report: Report): void {
    this.reports = [...this.reports.slice(-99), report];
  }

  ping(): void {
    for (const socket of this.sockets) if (socket.session) socket.request('telnyx_rtc.ping', {});
  }

  /** Asks clients to go. Without a call id they forget their calls, and so does the gateway. */
  punt(sessions: readonly Session[], withCallId: boolean): void {
    for (const session of sessions) {
      const legs = this.calls.of(session);
      session.request('telnyx_rtc.punt', withCallId && legs[0] ? {callID: legs[0].info.callID} : {});
      if (!withCallId) for (const leg of legs) leg.end(REASONS.normal, false);
    }
  }

  /** Everything off and empty: faults, calls, clients, sockets, counts. */
  reset(): void {
    this.faults = new Faults();
    for (const leg of this.calls.legs) leg.end(REASONS.normal, true);
    this.sessions.reset();
    for (const socket of this.sockets) socket.drop();
    this.tokens.reset();
    this.reports = [];
    this.#frames = {received: {}, sent: {}};
  }

  state(): GatewayState {
    return {
      sockets: this.sockets.size,
      clients: this.sessions.all.map(({user, sessid, voiceSdkId, socket, anonymous}) => ({
        user,
        sessid,
        voiceSdkId,
        connected: socket !== null,
        anonymous,
      })),
      legs: this.calls.legs.map((leg) => ({
        callID: leg.info.callID,
        user: leg.name,
        peer: leg.far?.name ?? null,
        direction: leg.info.direction,
        phase: leg.phase,
        held: leg.held,
        dtmf: leg.dtmf,
        callerName: leg.info.callerName,
        callerNumber: leg.info.callerNumber,
        destination: leg.info.destination,
        customHeaders: leg.info.customHeaders,
        clientState: leg.info.clientState,
        packetsReceived: leg.received,
        packetsSent: leg.sent,
        attaches: leg.attaches,
      })),
      reports: this.reports,
      logins: this.sessions.logins,
      frames: this.#frames,
    };
  }
}
