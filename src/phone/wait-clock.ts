import type {Clock, Send} from '../session/ports.js';
import {limits} from '../session/limits.js';
import type {Wait} from '../session/state.js';

/** The browser's clock for one button. */
export class WaitClock implements Clock {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: Send) {}

  wait(wait: Wait | undefined, attempt: number): void {
    clearTimeout(this.#timer);
    if (!wait) return;
    this.#timer = setTimeout(
      () => this.send({type: 'too-long', attempt, wait, at: Date.now()}),
      limits[wait],
    );
  }
}
