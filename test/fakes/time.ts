import {replace} from './replace.js';
import {settle} from './until.js';

interface Timer {
  readonly due: number;
  readonly every: number | undefined;
  readonly run: () => void;
}

/** Time in the test's hand: timers run, and `Date.now` moves, only when the test lets time pass. */
export class FakeTime {
  #now = Date.now();
  #next = 1_000_000;
  readonly #timers = new Map<number, Timer>();

  constructor() {
    const start = (every: boolean) => (run: () => void, ms?: number) => {
      const id = this.#next++;
      this.#timers.set(id, {due: this.#now + (ms ?? 0), every: every ? ms : undefined, run});
      return id;
    };
    const stop = (id: unknown) => void this.#timers.delete(Number(id));
    replace(window, 'setTimeout', start(false) as typeof window.setTimeout);
    replace(window, 'setInterval', start(true) as typeof window.setInterval);
    replace(window, 'clearTimeout', stop);
    replace(window, 'clearInterval', stop);
    replace(Date, 'now', () => this.#now);
  }

  /** How many timers are running. */
  get running(): number {
    return this.#timers.size;
  }

  /** How long until the next timer (ms). */
  get wait(): number | undefined {
    const due = [...this.#timers.values()].map((timer) => timer.due);
    return due.length ? Math.min(...due) - this.#now : undefined;
  }

  /** Lets time pass (ms), and everything run that is due by then. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (;;) {
      const [id, timer] = [...this.#timers].sort(([, a], [, b]) => a.due - b.due)[0] ?? [];
      if (id === undefined || !timer || timer.due > end) break;
      this.#now = timer.due;
      if (timer.every) this.#timers.set(id, {...timer, due: timer.due + timer.every});
      else this.#timers.delete(id);
      timer.run();
      await settle();
    }
    this.#now = end;
  }
}
