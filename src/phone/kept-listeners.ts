/**
 * Runs `make` and notes the listeners that it adds to the page, so that they can be taken back.
 *
 * A workaround: the SDK's constructor listens to the window's `beforeunload` and the document's
 * `visibilitychange` for the page's whole life. It may go when `disconnect()` removes them
 * (https://github.com/team-telnyx/webrtc, `packages/js/src/Modules/Verto/index.ts`).
 *
 * @returns what `make` gave, and a function that removes the listeners
 */
export function keepListeners<T>(make: () => T): [T, () => void] {
  const kept: Array<() => void> = [];
  const original = EventTarget.prototype.addEventListener;
  const noting: typeof original = function (this: EventTarget, ...args) {
    kept.push(() => this.removeEventListener(...args));
    original.apply(this, args);
  };
  const swap = (value: typeof original) => Reflect.set(EventTarget.prototype, 'addEventListener', value);
  // Synchronous and put back at once; a page that has frozen the prototype keeps the listeners.
  swap(noting);
  try {
    return [make(), () => kept.splice(0).forEach((remove) => remove())];
  } finally {
    if (EventTarget.prototype.addEventListener === noting) swap(original);
  }
}
