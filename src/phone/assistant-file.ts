/** What only callers of an AI assistant need. */
export type AssistantFile = typeof import('../assistant.js');

/** Loads it, with a second try. */
export const openAssistant = (): Promise<AssistantFile> =>
  import('../assistant.js').catch(() => import('../assistant.js'));
