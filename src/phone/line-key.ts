import type {CallConfig} from '../call-config.js';
import {clientOptions} from './client-options.js';

/** The page's functions that were seen in options: each is itself alone. */
const numbers = new WeakMap<object, number>();
let last = 0;

/** Text that is the same for the same values; functions are told apart, too. */
export const keyOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'function' ? numberOf(part) : part));

function numberOf(part: object): string {
  if (!numbers.has(part)) numbers.set(part, ++last);
  return `function ${numbers.get(part)}`;
}

/** What a line depends on, beside its token, which is renewed while it is open: two buttons with the same share one. */
export const lineKey = (config: CallConfig): string =>
  JSON.stringify(clientOptions(config, '')) + keyOf(config.clientOptions);
