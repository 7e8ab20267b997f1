import type {TemplateResult} from 'lit';
import type {KitHost} from './kit-host.js';
import type {Words} from './locales/en.js';
import {openAssistant, type AssistantFile} from './phone/assistant-file.js';
import {canTalk, conversationOf, isLive} from './session/selectors.js';
import type {CallState} from './session/state.js';
import {adoptStyles} from './view/adopt-styles.js';

/** The transcript's place in the panel. Its file loads with the first call to an AI assistant. */
export class AssistantPanel {
  #file: AssistantFile | undefined;
  #loading = false;

  constructor(private readonly host: KitHost) {}

  /** Without the file the call goes on as any other. */
  async load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      const file = await openAssistant();
      adoptStyles(this.host.shadowRoot!, file.transcriptStyles);
      new file.TranscriptController(this.host);
      this.#file = file;
      this.host.requestUpdate();
    } catch {
      this.#loading = false;
    }
  }

  render(state: CallState, strings: Words, say: (text: string) => void): TemplateResult | undefined {
    const conversation = conversationOf(state);
    const open = isLive(state);
    if (!conversation || (!open && !conversation.entries.length)) return undefined;
    return this.#file?.transcript({entries: conversation.entries, open, can: canTalk(state)}, strings, say);
  }
}
