import {Alarm} from '../phone/alarm.js';
import {CallMediaSession, type CallKeys} from '../phone/media-session.js';
import {TabMark} from '../phone/tab-mark.js';
import {WakeLock} from '../phone/wake-lock.js';
import {canMute, hasCall, isIncoming, isLeaving, isMuted} from '../session/selectors.js';
import type {CallState} from '../session/state.js';

/** Lets the system know of a call, and takes it all back when the call is over or the visitor has hung up. */
export class PresenceController {
  readonly #session: CallMediaSession;
  readonly #lock = new WakeLock();
  readonly #mark = new TabMark();
  readonly #alarm = new Alarm();
  #state: CallState | undefined;

  /**
   * @param words whom the visitor talks to, and the state in words
   * @param keys what the system's buttons do
   */
  constructor(
    private readonly words: (state: CallState) => {readonly title: string; readonly status: string},
    keys: CallKeys,
  ) {
    this.#session = new CallMediaSession(keys);
  }

  follow(state: CallState, previous: CallState): void {
    this.#state = state;
    const on = isThere(state);
    if (on !== isThere(previous))
      document[on ? 'addEventListener' : 'removeEventListener']('visibilitychange', this.#look);
    const muted = isIncoming(state) || isMuted(state);
    this.#session.show(isIncoming(state) || canMute(state) ? {...this.words(state), muted} : undefined);
    this.#ring(state);
    if (canMute(state) !== canMute(previous)) this.#lock.keep(canMute(state));
    // A page that has set another title meanwhile has lost the mark.
    this.#mark.show(document.hidden && on);
  }

  #ring(state: CallState): void {
    const {title, status: text} = this.words(state);
    this.#alarm.show(isIncoming(state) ? {title, text} : undefined);
  }

  readonly #look = (): void => {
    const state = this.#state!;
    this.#mark.show(document.hidden && isThere(state));
    this.#lock.keep(canMute(state));
    this.#ring(state);
  };
}

/** From the moment that a call is placed until it is over, or the visitor has hung up. */
const isThere = (state: CallState): boolean => hasCall(state) && !isLeaving(state);
