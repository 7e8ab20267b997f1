const undo: Array<() => void> = [];

/** Puts a value in the place of a property until the end of the test. */
export function replace<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
  const own = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, {configurable: true, writable: true, value});
  undo.push(() => {
    if (own) Object.defineProperty(target, key, own);
    else Reflect.deleteProperty(target, key);
  });
}

afterEach(() => {
  while (undo.length) undo.pop()?.();
});
