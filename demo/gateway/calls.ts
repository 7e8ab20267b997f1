import {randomUUID} from 'node:crypto';
import {AssistantTalk} from './ai.js';
import {FrameError, INVALID_PARAMS, NO_SUCH_CALL, isObject, objectAt, textAt, type Json} from './frames.js';
import {Leg, type FarEnd, type LegHooks} from './leg.js';
import {AGENT, ASSISTANT, REASONS, nameOf, robotNamed, type Robot} from './numbers.js';
import {RobotEnd} from './robots.js';
import type {Session} from './session.js';

/** How long an agent that nobody plays lets it ring, in ms. */
const ABSENT_RING = 1500;

const headersOf = (dialog: Json): Json[] =>
  Array.isArray(dialog.custom_headers) ? dialog.custom_headers.filter(isObject) : [];

/** The calls that are up, by the client's own half: one leg per client. */
export class Calls {
  readonly #legs = new Map<string, Leg>();
  readonly #hooks: LegHooks;
  /** Finds a registered client by its user name. */
  readonly #clientNamed: (user: string, except: Session) => Session | undefined;

  constructor(
    faults: Pick<LegHooks, 'cuts' | 'loses' | 'impairment'>,
    clientNamed: (user: string, except: Session) => Session | undefined,
  ) {
    this.#clientNamed = clientNamed;
    this.#hooks = {...faults, remove: ({info}) => this.#legs.delete(info.callID)};
  }

  get legs(): Leg[] {
    return [...this.#legs.values()];
  }

  of(session: Session): Leg[] {
    return this.legs.filter((leg) => leg.info.session === session);
  }

  /** The leg that a client's request is about; the id stands in `params` or in its `dialogParams`. */
  named(session: Session, params: Json): Leg {
    const callID = textAt(params, 'callID') ?? textAt(objectAt(params, 'dialogParams'), 'callID') ?? '';
    const leg = this.#legs.get(callID);
    if (!leg || leg.info.session !== session) throw new FrameError(NO_SUCH_CALL, 'CALL DOES NOT EXIST');
    return leg;
  }

  /** A client's own call. Returns what starts it, once the client knows that it is created. */
  create(session: Session, params: Json): {leg: Leg; start: () => void} {
    const dialog = objectAt(params, 'dialogParams');
    const callID = textAt(dialog, 'callID');
    const offer = textAt(params, 'sdp');
    if (!callID || !offer?.includes('m=audio')) throw new FrameError(INVALID_PARAMS, 'Invalid params');
    const destination = textAt(dialog, 'destination_number') ?? '';
    const leg = this.#add(
      new Leg(
        {
          callID,
          session,
          direction: 'outbound',
          callerName: textAt(dialog, 'caller_id_name') ?? '',
          callerNumber: textAt(dialog, 'caller_id_number') || session.user,
          destination,
          customHeaders: headersOf(dialog),
          clientState: textAt(dialog, 'clientState') ?? null,
        },
        this.#hooks,
      ),
    );
    return {leg, start: () => this.#route(leg, offer)};
  }

  /** An incoming call from a machine to a client. */
  async fromRobot(
    session: Session,
    robot: Robot,
    caller: {number: string; name: string; headers: Json[]},
  ): Promise<string> {
    const leg = this.#add(
      new Leg(
        {
          callID: randomUUID(),
          session,
          direction: 'inbound',
          callerName: caller.name,
          callerNumber: caller.number,
          destination: session.user,
          customHeaders: caller.headers,
          clientState: null,
        },
        this.#hooks,
      ),
    );
    new RobotEnd(robot, leg);
    await leg.invite();
    return leg.info.callID;
  }

  #add(leg: Leg): Leg {
    if (this.#legs.has(leg.info.callID)) throw new FrameError(INVALID_PARAMS, 'CALL ALREADY EXISTS');
    this.#legs.set(leg.info.callID, leg);
    return leg;
  }

  #route(leg: Leg, offer: string): void {
    const {session, destination} = leg.info;
    const name = nameOf(destination);
    const robot = robotNamed(name);
    const callee = robot ? undefined : this.#clientNamed(name, session);
    if (session.anonymous) new RobotEnd(ASSISTANT, leg, new AssistantTalk(session)).called(offer);
    else if (robot) new RobotEnd(robot, leg).called(offer);
    else if (callee) this.#bridge(leg, offer, callee);
    else if (name === AGENT.name) {
      leg.ring();
      leg.after(ABSENT_RING, () => leg.end(REASONS.absent, true));
    } else leg.end(REASONS.unallocated, true);
  }

  /** Rings another client; its own leg is the far end. */
  #bridge(leg: Leg, offer: string, callee: Session): void {
    const {callerName, callerNumber, destination, customHeaders} = leg.info;
    const other = this.#add(
      new Leg(
        {
          callID: randomUUID(),
          session: callee,
          direction: 'inbound',
          callerName,
          callerNumber,
          destination,
          customHeaders,
          clientState: null,
        },
        this.#hooks,
      ),
    );
    leg.far = other;
    other.far = farEndOf(leg, offer);
    leg.ring();
    void other.invite();
  }
}

/** The calling leg as the called one's far end: it gets its answer when the called one answers. */
function farEndOf(leg: Leg, offer: string): FarEnd {
  return {
    name: leg.name,
    answered: () => void leg.answer(offer),
    audio: (audio) => leg.audio(audio),
    digits: (digits) => leg.digits(digits),
    onHold: (held) => leg.onHold(held),
    ended: (reason) => leg.ended(reason),
  };
}
