import {replace} from './replace.js';

/** Watches what the widget's own code leaves on the page: listeners of window and document, and timers. */
export class Footprint {
  readonly #listeners: string[] = [];
  readonly #timers = new Set<number>();

  constructor() {
    const {addEventListener, removeEventListener} = EventTarget.prototype;
    const kept: Array<readonly [EventTarget, string, unknown, string]> = [];
    const listeners = this.#listeners;
    const capture = (options: unknown) =>
      String(typeof options === 'object' ? Reflect.get(options ?? {}, 'capture') : options);
    const isPage = (target: EventTarget) => !target || target === window || target === document;
    replace(EventTarget.prototype, 'addEventListener', function (this: EventTarget, type, callback, options) {
      if (isPage(this)) {
        kept.push([this, type, callback, capture(options)]);
        listeners.push(type);
      }
      addEventListener.call(this, type, callback, options);
    });
    replace(
      EventTarget.prototype,
      'removeEventListener',
      function (this: EventTarget, type, callback, options) {
        const at = kept.findIndex(
          ([target, name, listener, phase]) =>
            target === this && name === type && listener === callback && phase === capture(options),
        );
        if (at >= 0) {
          kept.splice(at, 1);
          listeners.splice(at, 1);
        }
        removeEventListener.call(this, type, callback, options);
      },
    );
    this.#watch('setTimeout', 'clearTimeout');
    this.#watch('setInterval', 'clearInterval');
  }

  /** Types of the listeners that were added to window and document and are still there. */
  get listeners(): readonly string[] {
    return this.#listeners;
  }

  /** Timers that the widget has set and that have neither run nor been cleared. */
  get timers(): number {
    return this.#timers.size;
  }

  #watch(set: 'setTimeout' | 'setInterval', clear: 'clearTimeout' | 'clearInterval'): void {
    const start = window[set].bind(window) as (run: () => void, ms?: number) => number;
    const stop = window[clear].bind(window);
    const timers = this.#timers;
    const watched = (run: () => void, ms?: number): number => {
      const own = new Error().stack?.includes('/src/');
      const id = start(() => {
        if (set === 'setTimeout') timers.delete(id);
        run();
      }, ms);
      if (own) timers.add(id);
      return id;
    };
    replace(window, set, watched as typeof window.setTimeout & typeof window.setInterval);
    replace(window, clear, (id: unknown) => {
      timers.delete(Number(id));
      stop(Number(id));
    });
  }
}
