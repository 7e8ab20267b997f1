import {failures, type Failure} from '../errors.js';

/** The longest wait before a telephone that is not registered tries again (ms); it begins with a second. */
const TRIED_EVERY_MS = 60_000;
/** A line that is lost sooner than this (ms) counts as a failure: the next wait is longer. */
const STEADY_MS = 60_000;
/** The shortest wait before a telephone that is registered does it again (ms), whatever its token says. */
const RENEWED_AFTER_MS = 30_000;
/** The longest that a timer of the browser can be set to (ms). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What a reception asks its telephone to do. */
export interface Registration {
  /**
   * Registers, or stays registered. Resolves with the time at which it has to be done again (ms since the epoch), if there
   * is one, or with the reason why it can't be.
   */
  register(): Promise<number | Failure | undefined>;
  /** Looks after the connection: the page may have slept. */
  nudge(): void;
  /** The page goes, perhaps to come back: with an open socket a browser would not keep it. */
  leave(): void;
}

/** Keeps a telephone registered so that it can be called, for as long as it is on. */
export class Reception {
  #on = false;
  #tries = 0;
  #running = false;
  /** Asked for while it was under way: what runs may be for nothing by now. */
  #again = false;
  /** Since when it is registered (ms since the epoch). */
  #since: number | undefined;
  #away = false;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly phone: Registration) {}

  get on(): boolean {
    return this.#on;
  }

  set(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    this.#tries = 0;
    this.#since = undefined;
    clearTimeout(this.#later);
    const how = on ? 'addEventListener' : 'removeEventListener';
    window[how]('pagehide', this.#leave);
    window[how]('pageshow', this.#back);
    window[how]('online', this.now);
    document[how]('visibilitychange', this.#wake);
    document[how]('resume', this.#wake);
    if (on) this.now();
  }

  /** Registers at once: the line is free again, or the page is awake. */
  readonly now = (): void => {
    clearTimeout(this.#later);
    if (!this.#on || this.#away) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    void this.phone.register().then((next) => {
      this.#running = false;
      if (this.#again) {
        this.#again = false;
        return this.now();
      }
      if (typeof next === 'object') return this.#failed(next);
      this.#since ??= Date.now();
      if (next !== undefined) this.#wait(Math.max(next - Date.now(), RENEWED_AFTER_MS));
    });
  };

  /** The line is gone: another one soon, and later and later if that fails. */
  readonly lost = (): void => {
    if (!this.#running) this.#retry();
  };

  #failed({code, retryAfter}: Failure): void {
    // Trying again can't help as long as the page stays what it is.
    if (failures[code].retryable) this.#retry(retryAfter);
  }

  /** `after`: seconds that the other side has asked for. */
  #retry(after = 0): void {
    if (Date.now() - (this.#since ?? Infinity) > STEADY_MS) this.#tries = 0;
    this.#since = undefined;
    const backoff = Math.min(TRIED_EVERY_MS, 1000 * 2 ** this.#tries++);
    // Not all pages at once when the server is back.
    this.#wait(Math.max(after * 1000, backoff * (0.75 + Math.random() / 2)));
  }

  #wait(ms: number): void {
    clearTimeout(this.#later);
    if (this.#on && !this.#away) this.#later = setTimeout(this.now, Math.min(ms, LONGEST_TIMER_MS));
  }

  readonly #leave = (): void => {
    this.#away = true;
    clearTimeout(this.#later);
    this.phone.leave();
  };

  readonly #back = (): void => {
    this.#away = false;
    this.now();
  };

  readonly #wake = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.phone.nudge();
    this.now();
  };
}
