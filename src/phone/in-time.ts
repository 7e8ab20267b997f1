/** How long a further file may take to load (ms), the first time and the second, or a page's own `getToken`. */
export const LOADED_WITHIN_MS = 15_000;

/** What it resolves to, or a rejection if it takes too long: a request can hang for ever. */
export function inTime<T>(file: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), LOADED_WITHIN_MS);
  });
  return Promise.race([file, late]).finally(() => clearTimeout(timer));
}
