import type {AssistantTool} from '../call-config.js';
import type {AiFrame} from '../session/ai-frames.js';

/** How long a tool may take (ms): whoever is on the phone does not wait for longer. */
export const TOOL_ANSWERS_WITHIN_MS = 10_000;
/** How long a result can be (characters). */
export const LONGEST_OUTPUT = 32_000;
/** How much of an error's message is told to the assistant (characters). */
const LONGEST_REASON = 200;

type ToolCall = Extract<AiFrame, {type: 'tool'}>;

/** Runs the page's functions for an assistant, and tells it what they return. Nothing of it is an error of the page. */
export class ClientTools {
  readonly #asked = new Set<string>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #over = false;

  /**
   * @param tools the page's functions by name
   * @param answer takes the text for the assistant
   */
  constructor(
    private readonly tools: Readonly<Record<string, AssistantTool>> | undefined,
    private readonly answer: (callId: string, output: string) => void,
  ) {}

  /** Each request runs once. What comes too late, or after the end, is not told to anybody. */
  async run(call: ToolCall): Promise<void> {
    if (this.#over || this.#asked.has(call.callId)) return;
    this.#asked.add(call.callId);
    const output = await this.#output(call);
    if (!this.#over) this.answer(call.callId, output);
  }

  /** The call is over. */
  end(): void {
    this.#over = true;
    this.#timers.forEach(clearTimeout);
  }

  async #output(call: ToolCall): Promise<string> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no result in time')), TOOL_ANSWERS_WITHIN_MS);
      this.#timers.add(timer);
    });
    try {
      return textOf(await Promise.race([this.#call(call), late]));
    } catch (error) {
      const reason = reasonOf(error);
      console.warn(`<telnyx-call-button>: the assistant's tool "${call.name}" failed: ${reason}.`);
      return JSON.stringify({error: reason});
    } finally {
      clearTimeout(timer);
      this.#timers.delete(timer!);
    }
  }

  async #call({name, args}: ToolCall): Promise<unknown> {
    const {tools} = this;
    // Only what the page has put there itself: every object has a `constructor`.
    if (!tools || !Object.hasOwn(tools, name) || typeof tools[name] !== 'function')
      throw new Error('there is no such tool');
    return tools[name](argumentsOf(args));
  }
}

/** @throws if they are no JSON object */
function argumentsOf(args: unknown): Readonly<Record<string, unknown>> {
  let value: unknown = args || {};
  try {
    if (typeof value === 'string') value = JSON.parse(value);
  } catch {
    value = undefined;
  }
  if (typeof value !== 'object' || !value || Array.isArray(value))
    throw new Error('the arguments are no JSON object');
  return value as Readonly<Record<string, unknown>>;
}

/** @throws if it can't be sent */
function textOf(result: unknown): string {
  let text: string | undefined;
  try {
    text = typeof result === 'string' ? result : JSON.stringify(result ?? null);
  } catch {
    // Circular, or a BigInt.
  }
  if (text === undefined) throw new Error('the result is no JSON');
  if (text.length > LONGEST_OUTPUT) throw new Error('the result is too long');
  return text;
}

/** The first line of what was thrown: never a stack. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : error;
  const [line = ''] = typeof message === 'string' ? message.split('\n') : [];
  return line.slice(0, LONGEST_REASON) || 'the tool failed';
}
