const undo: Array<() => void> = [];

/** Puts a value in the place of a property until the end of the test. */
export function replace<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
  restoreLater(target, key);
  Object.defineProperty(target, key, {configurable: true, writable: true, value});
}

/** Takes a property away until the end of the test. */
export function remove<T extends object>(target: T, key: keyof T): void {
  restoreLater(target, key);
  Reflect.deleteProperty(target, key);
}

function restoreLater(target: object, key: PropertyKey): void {
  const own = Object.getOwnPropertyDescriptor(target, key);
  undo.push(() => {
    if (own) Object.defineProperty(target, key, own);
    else Reflect.deleteProperty(target, key);
  });
}

afterEach(() => {
  while (undo.length) undo.pop()?.();
});
