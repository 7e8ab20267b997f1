import type {Effect} from './state.js';

/** What is no key of a telephone is left out of what was typed or pasted. */
export function dial(typed: string): readonly Effect[] {
  const digits = typed.toUpperCase().replace(/[^\dA-D*#]/g, '');
  return digits ? [{do: 'send-digits', digits}] : [];
}
