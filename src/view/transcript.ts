import type {TemplateResult} from 'lit';
import type {Words} from '../locales/en.js';
import type {TranscriptEntry} from '../session/state.js';
import {html, nothing} from './html.js';
import {pieces, type Piece} from './links.js';

/** How long a written message can be (characters). */
const LONGEST_MESSAGE = 1_000;

/** What entries are made of: an entry never changes, and all of them are drawn with every change of the panel. */
const known = new WeakMap<TranscriptEntry, readonly Piece[]>();

/** What the transcript shows. */
export interface TranscriptModel {
  readonly entries: readonly TranscriptEntry[];
  /** True as long as there is somebody to write to. */
  readonly open: boolean;
  /** True while a message can be sent. */
  readonly can: boolean;
}

/**
 * What the visitor and an AI assistant have said, and the field to write in. A screen reader is told each entry once, when
 * it is complete. Without the line the visitor may write on, and send later.
 *
 * @param say sends a message: it shows once the server has it
 */
export function transcript(
  {entries, open, can}: TranscriptModel,
  strings: Words,
  say: (text: string) => void,
): TemplateResult {
  const last = entries.at(-1);
  const growing = open && last && !last.final ? last : undefined;
  const complete = growing ? entries.slice(0, -1) : entries;
  const send = (event: Event) => {
    const field = (event.currentTarget as Element).parentElement?.querySelector('input');
    const text = field?.value.trim();
    if (!field || !text || !can) return;
    say(text.slice(0, LONGEST_MESSAGE));
    field.value = '';
  };
  // The key that ends an IME's composition is Enter, too; Safari sends it after the composition, with the code 229.
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.isComposing && event.keyCode !== 229) send(event);
  };
  return html`<div part="transcript">
    <div class="log" role="log" aria-label=${strings.transcript} tabindex="0">
      ${complete.map((entry) => line(entry, strings))} ${growing ? line(growing, strings, true) : nothing}
    </div>
    ${
      open
        ? html`<div class="write">
            <input
              aria-label=${strings.writeMessage}
              placeholder=${strings.writeMessage}
              maxlength=${LONGEST_MESSAGE}
              autocomplete="off"
              enterkeyhint="send"
              @keydown=${press}
            />
            <button
              part="control"
              class="icon"
              aria-label=${strings.send}
              aria-disabled=${!can}
              @click=${send}
            >
              <svg part="icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M3 20.5v-6.7L11 12 3 10.2V3.5l19 8.5z" />
              </svg>
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

function line(entry: TranscriptEntry, strings: Words, growing = false): TemplateResult {
  const parts = known.get(entry) ?? pieces(entry.text);
  known.set(entry, parts);
  return html`<p class="${entry.role} ${growing ? 'growing' : ''}" aria-hidden=${growing || nothing}>
    <b>${entry.role === 'user' ? strings.you : strings.assistant}</b>
    <span dir="auto">${parts.map((piece) => (typeof piece === 'string' ? piece : link(piece.href)))}</span>
  </p>`;
}

const link = (href: string): TemplateResult =>
  html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">${href}</a>`;
