import {waitOf} from './limits.js';
import type {Ports} from './ports.js';
import type {CallEvent, CallState, Effect} from './state.js';
import {idle} from './state.js';
import {transition} from './transition.js';

/** Told after each change, with the new and the previous state. */
export type Listener = (state: CallState, previous: CallState) => void;

/**
 * Holds the state of one button's call and runs the effects through the ports. An event that a port sends while
 * an effect runs waits its turn, so that every step is complete before the next begins.
 */
export class Session {
  #state = idle;
  #queue: CallEvent[] = [];
  #draining = false;

  constructor(
    private readonly ports: Ports,
    private readonly changed: Listener,
  ) {}

  get state(): CallState {
    return this.#state;
  }

  /** Takes an event in. Effects run synchronously, so that a click's user activation reaches the browser. */
  readonly send = (event: CallEvent): void => {
    this.#queue.push(event);
    if (this.#draining) return;
    this.#draining = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#step(next);
    } finally {
      this.#draining = false;
    }
  };

  #step(event: CallEvent): void {
    const previous = this.#state;
    const [state, effects] = transition(previous, event);
    this.#state = state;
    const wait = waitOf(state);
    if (wait !== waitOf(previous) || state.attempt !== previous.attempt)
      this.ports.clock.wait(wait, state.attempt);
    effects.forEach((effect) => this.#run(effect));
    if (state !== previous) this.changed(state, previous);
  }

  #run(effect: Effect): void {
    const {microphone, tokens, phone, devices} = this.ports;
    switch (effect.do) {
      case 'open-microphone':
        return microphone.open(effect.attempt);
      case 'use-microphone':
        return phone.useMicrophone();
      case 'load-sdk':
        return phone.load(effect.attempt);
      case 'get-token':
        return tokens.get(effect.attempt);
      case 'open-line':
        return phone.open(effect.attempt);
      case 'place-call':
        return phone.place(effect.attempt);
      case 'ring':
        return phone.ring(effect.attempt, effect.callId);
      case 'answer-call':
        return phone.answer();
      case 'decline':
        return phone.decline(effect.callId);
      case 'hang-up':
        return phone.hangUp();
      case 'mute':
        return phone.mute(effect.on);
      case 'hold':
        return phone.hold(effect.on);
      case 'send-digits':
        return phone.sendDigits(effect.digits);
      case 'say':
        return phone.say(effect.text);
      case 'choose':
        return devices.choose(effect.kind, effect.id, effect.attempt);
      case 'volume':
        return devices.setVolume(effect.level);
      case 'hear':
        return phone.hear();
      case 'close-microphone':
        return microphone.close();
      case 'close-line':
        return phone.close();
    }
  }
}
