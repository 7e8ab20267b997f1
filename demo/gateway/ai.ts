import {randomUUID} from 'node:crypto';
import {isObject, objectAt, textAt, type Json} from './frames.js';
import type {Session} from './session.js';

/** Between two pieces of what the assistant says, in ms. */
const PIECE = 60;
const GREETING = 'Hello, this is the assistant of the local gateway. How can I help?';

/** Typed by somebody who wants the assistant to use a tool: `/use name {"its": "arguments"}`. */
const TOOL = /^\/use (\S+) ?(.*)$/;

const words = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

/** What was typed: a plain string, or the text parts of a list. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part: unknown) => (isObject(part) ? (textAt(part, 'text') ?? '') : '')).join('');
}

/** The assistant's side of the `ai_conversation` frames of one call. */
export class AssistantTalk {
  readonly #timers = new Set<NodeJS.Timeout>();
  #due = 0;

  constructor(private readonly session: Session) {
    session.talk = this;
  }

  /** The call has been answered: greet, hear the visitor, then use a tool of the page's. */
  begin(): void {
    this.#say(GREETING);
    const id = randomUUID();
    this.#later(400, () => this.#userItem('When are', id, 'in_progress'));
    this.#later(400, () => this.#userItem('When are you open?', id));
    this.#use('get_opening_hours', JSON.stringify({day: 'today'}));
  }

  /** An item the client has sent: a typed message, or what its tool returned. */
  item(params: Json): void {
    if (textAt(params, 'type') !== 'conversation.item.create') return;
    const item = objectAt(params, 'item');
    if (textAt(item, 'type') === 'function_call_output')
      this.#say(`The page says: ${(textAt(item, 'output') ?? '').slice(0, 200)}`);
    if (textAt(item, 'type') === 'message') {
      const text = textOf(item.content).slice(0, 200);
      this.#userItem(text);
      const [, name, args = '{}'] = TOOL.exec(text) ?? [];
      if (name) this.#use(name, args);
      else this.#say(`You wrote: ${text}`);
    }
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    if (this.session.talk === this) this.session.talk = null;
  }

  #use(name: string, args: string): void {
    const item = {
      id: randomUUID(),
      type: 'function_call',
      call_id: `call_${randomUUID()}`,
      name,
      arguments: args,
    };
    this.#later(200, () => this.#frame({type: 'conversation.item.created', item}));
  }

  #userItem(text: string, id: string = randomUUID(), status = 'completed'): void {
    this.#frame({
      type: 'conversation.item.created',
      item: {id, type: 'message', role: 'user', status, content: [{type: 'text', text}]},
    });
  }

  /** Says a sentence in pieces, after whatever is being said. */
  #say(text: string): void {
    const ids = {item_id: randomUUID(), response_id: randomUUID()};
    for (const delta of words(text))
      this.#later(PIECE, () => this.#frame({type: 'response.text.delta', delta, ...ids}));
  }

  #later(gap: number, action: () => void): void {
    const now = performance.now();
    this.#due = Math.max(now, this.#due) + gap;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      action();
    }, this.#due - now);
    this.#timers.add(timer);
  }

  #frame(params: Json): void {
    this.session.request('ai_conversation', params);
  }
}
