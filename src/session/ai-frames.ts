/** What an `ai_conversation` frame says, as far as it matters here. */
export type AiFrame =
  /** The visitor's own words, spoken or typed. `final`: no more will come of them. */
  | {readonly type: 'heard'; readonly id: string; readonly text: string; readonly final: boolean}
  /** A further piece of what the assistant says. */
  | {readonly type: 'says'; readonly id: string; readonly text: string}
  /** The assistant has said all that it has to say now. */
  | {readonly type: 'said'}
  /** The assistant wants a function of the page's. `args`: as it came, mostly JSON. */
  | {readonly type: 'tool'; readonly callId: string; readonly name: string; readonly args: unknown};

type Bag = Readonly<Record<string, unknown>>;

/**
 * Reads the `params` of an `ai_conversation` frame. Never throws: what is malformed or unknown says nothing.
 *
 * The SDK hands these frames on unparsed. The types are those that Telnyx's Android and iOS SDKs read, which drop the
 * items of any other role than `user`: the assistant's words come as `response.text.delta`. That a response ends with a
 * `response.…done` is the convention these frames follow elsewhere, and unconfirmed here.
 */
export function readFrame(params: unknown): AiFrame | undefined {
  const {type, item, delta, item_id, response_id} = bag(params);
  if (type === 'response.text.delta') {
    const id = text(item_id) || text(response_id);
    return typeof delta === 'string' ? {type: 'says', id, text: delta} : undefined;
  }
  if (/^response\.(\w+\.)?done$/.test(text(type))) return {type: 'said'};
  return type === 'conversation.item.created' ? readItem(bag(item)) : undefined;
}

/**
 * The id by which a conversation can be gone on with (`conversation-id`), if a frame tells it. No source says whether the
 * server does.
 */
export function conversationIdIn(params: unknown): string {
  const {conversation_id, conversation} = bag(params);
  return text(conversation_id) || text(bag(conversation).id);
}

function readItem({
  type,
  id,
  role,
  status,
  content,
  call_id,
  name,
  arguments: args,
}: Bag): AiFrame | undefined {
  if (type === 'function_call')
    return text(call_id) && text(name)
      ? {type: 'tool', callId: text(call_id), name: text(name), args}
      : undefined;
  if (type !== 'message' || role !== 'user' || !text(id)) return undefined;
  return {type: 'heard', id: text(id), text: words(content), final: status !== 'in_progress'};
}

/** What can be read in an item's content: images say nothing. */
function words(content: unknown): string {
  if (!Array.isArray(content)) return text(content).trim();
  const parts = content.map(
    (part: unknown) => text(part) || text(bag(part).text) || text(bag(part).transcript),
  );
  return parts.filter(Boolean).join(' ').trim();
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const bag = (value: unknown): Bag => (typeof value === 'object' && value ? (value as Bag) : {});
