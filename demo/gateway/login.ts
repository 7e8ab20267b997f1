import type {Calls} from './calls.js';
import type {Faults} from './faults.js';
import {FrameError, INVALID_PARAMS, LOGIN_INCORRECT, textAt, type Json} from './frames.js';
import {REASONS} from './numbers.js';
import {Session} from './session.js';
import type {Socket} from './socket.js';
import type {Tokens} from './tokens.js';

/** The one password of every login name. */
export const PASSWORD = 'demo';

/** Who is registered, and how one gets in. */
export class Sessions {
  /** Successful logins since the last reset. */
  logins = 0;
  readonly #sessions = new Map<string, Session>();

  constructor(
    private readonly tokens: Tokens,
    private readonly faults: () => Faults,
    /** How long a client without socket is kept, in ms. */
    private readonly grace: number,
  ) {}

  get all(): Session[] {
    return [...this.#sessions.values()];
  }

  /** The connected client of that name that logged in last. */
  named(user: string, except?: Session): Session | undefined {
    return this.all.findLast((session) => session.user === user && session !== except && session.socket);
  }

  async login(socket: Socket, method: string, params: Json, calls: Calls, reply: (result: Json) => void) {
    // A client that has left must not be logged in: not when it comes late, and not if it left while its token was
    // looked at.
    if (!socket.open) return;
    const refusal = this.faults().takeRefusal();
    if (refusal) throw new FrameError(refusal.code, refusal.message);
    const anonymous = method === 'anonymous_login';
    const user = anonymous ? this.#assistant(params) : await this.#user(params);
    if (!user) throw new FrameError(LOGIN_INCORRECT, 'Login Incorrect');
    if (!socket.open) return;
    const known = this.#sessions.get(textAt(params, 'sessid') ?? '');
    const resumed = known?.user === user && known.anonymous === anonymous ? known : undefined;
    const session = resumed ?? new Session(user, anonymous, socket.voiceSdkId);
    const sameSocket = socket.session === session;
    // A login without the old sessid starts a new session: the old one's calls are left to their grace time.
    if (socket.session && !sameSocket) this.left(socket, calls);
    // Last in, first found.
    this.#sessions.delete(session.sessid);
    this.#sessions.set(session.sessid, session);
    session.attach(socket);
    this.logins += 1;
    reply({message: 'logged in', sessid: session.sessid});
    this.#ready(session, calls, resumed !== undefined && !sameSocket);
  }

  /** A socket has closed, or logged in as somebody else. */
  left(socket: Socket, calls: Calls): void {
    const session = socket.session;
    if (!session) return;
    socket.session = null;
    session.detach(this.grace, () => {
      this.#sessions.delete(session.sessid);
      for (const leg of calls.of(session)) leg.end(REASONS.normal, false);
    });
  }

  reset(): void {
    for (const session of this.all) session.forget();
    this.#sessions.clear();
    this.logins = 0;
  }

  /** Tells the client which calls it has, and takes them up again on a new socket. */
  #ready(session: Session, calls: Calls, reconnected: boolean): void {
    const legs = calls.of(session);
    const mode = reconnected ? this.faults().takeReattach() : 'listed';
    const listed = mode === 'without-call' ? [] : legs.map((leg) => leg.info.callID);
    session.request('telnyx_rtc.clientReady', mode === 'absent' ? {} : {reattached_sessions: listed});
    for (const leg of legs) {
      if (mode === 'without-call') leg.end(REASONS.normal, false);
      if (mode === 'attach' && leg.phase === 'active') void leg.attach();
    }
  }

  #assistant(params: Json): string {
    if (textAt(params, 'target_type') !== 'ai_assistant' || !textAt(params, 'target_id'))
      throw new FrameError(INVALID_PARAMS, 'Invalid params');
    return 'anonymous';
  }

  async #user(params: Json): Promise<string | undefined> {
    const token = textAt(params, 'login_token');
    if (token) return this.tokens.user(token);
    return textAt(params, 'passwd') === PASSWORD ? textAt(params, 'login') : undefined;
  }
}
