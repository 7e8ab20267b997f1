import type {AiFrame} from './ai-frames.js';
import type {Conversation, TranscriptEntry} from './state.js';

/** How many entries a transcript has at most; when one more comes, the oldest go all at once. */
export const MOST_ENTRIES = 300;
const KEPT_ENTRIES = 200;
/** How long an entry can be (characters). */
export const LONGEST_ENTRY = 5_000;

type Entries = readonly TranscriptEntry[];

/**
 * A transcript with what a frame adds to it. Pure; the same entries if it adds nothing. Entries keep the order in which
 * they began, and only the last one can be unfinished: when another begins, no more is expected of it.
 */
export function transcribe(entries: Entries, frame: AiFrame): Entries {
  switch (frame.type) {
    case 'heard':
      return hear(entries, frame);
    case 'says':
      return say(entries, frame);
    case 'said':
      return finished(entries);
    case 'tool':
      return entries;
  }
}

/** A transcript to which nothing more comes. */
export function finished(entries: Entries): Entries {
  const last = entries.at(-1);
  return last && !last.final ? [...entries.slice(0, -1), {...last, final: true}] : entries;
}

/** A conversation that is over. */
export function concluded(conversation: Conversation | undefined): Conversation | undefined {
  return conversation && {...conversation, entries: finished(conversation.entries)};
}

function hear(entries: Entries, {id, text, final}: Extract<AiFrame, {type: 'heard'}>): Entries {
  const at = entries.findIndex((entry) => entry.id === id && entry.role === 'user');
  const old = entries[at];
  if (!text || (old?.final && (!final || old.text === text))) return entries;
  if (!old) return begin(entries, {id, role: 'user', text, final});
  return change(entries, at, {...old, text, final});
}

/** A piece without an id belongs to what is being said. */
function say(entries: Entries, {id, text}: Extract<AiFrame, {type: 'says'}>): Entries {
  if (!text) return entries;
  const last = entries.length - 1;
  const at = entries.findIndex(
    (entry, index) => entry.role === 'assistant' && (id ? entry.id === id : index === last && !entry.final),
  );
  const old = entries[at];
  if (!old) return begin(entries, {id, role: 'assistant', text, final: false});
  // What was complete stays so, whatever comes late: nobody is told twice that it is.
  return change(entries, at, {...old, text: old.text + text, final: old.final || at !== last});
}

function begin(entries: Entries, entry: TranscriptEntry): Entries {
  const before = entries.length < MOST_ENTRIES ? entries : entries.slice(-KEPT_ENTRIES);
  return [...finished(before), short(entry)];
}

function change(entries: Entries, at: number, entry: TranscriptEntry): Entries {
  return entries.map((old, index) => (index === at ? short(entry) : old));
}

const short = (entry: TranscriptEntry): TranscriptEntry => ({
  ...entry,
  text: entry.text.slice(0, LONGEST_ENTRY),
});
