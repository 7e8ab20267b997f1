import type {Kit} from './kit.js';
import {inTime} from './phone/in-time.js';

/** The kit's module. */
export type KitModule = typeof import('./kit.js');

export type {Kit};

let opening: Promise<KitModule> | undefined;

/** The one way from the shell to the kit: loads it once for the page, with a second try, and again if that failed. */
export function openKit(): Promise<KitModule> {
  opening ??= inTime(import('./kit.js'))
    .catch(() => inTime(import('./kit.js')))
    .catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
  return opening;
}
