import {inTime} from './in-time.js';

/** What only callers of an AI assistant need. */
export type AssistantFile = typeof import('../assistant.js');

/** Loads it, with a second try. */
export const openAssistant = (): Promise<AssistantFile> =>
  inTime(import('../assistant.js')).catch(() => inTime(import('../assistant.js')));
