import type {AssistantTool} from '../call-config.js';
import {conversationIdIn, readFrame} from '../session/ai-frames.js';
import type {Conversation} from '../session/state.js';
import {afterFrame, afterSound, attentive, type Talking} from '../session/talk.js';
import {finished, transcribe} from '../session/transcript.js';
import {ClientTools} from './client-tools.js';

/** How long after the last piece of an answer it counts as complete (ms): no frame is known to say so. */
export const ANSWERED_AFTER_MS = 1_500;

/** An item for the assistant, as the SDK's `sendAIConversationMessage()` takes it. */
export interface ToolOutput {
  readonly type: 'function_call_output';
  readonly call_id: string;
  readonly output: string;
}

/** What a conversation needs of its call. */
export interface AssistantCall {
  /** The page's functions by name. */
  readonly tools: Readonly<Record<string, AssistantTool>> | undefined;
  /** Hands an item to the assistant, if there is a way to it. */
  send(item: ToolOutput): void;
  /** Told of each change. */
  changed(conversation: Conversation): void;
}

/** The far end's sound so far, as the connection's statistics have it. */
export interface Heard {
  /** `totalAudioEnergy` (1: full scale, times s). */
  readonly energy: number;
  /** `totalSamplesDuration` (s). */
  readonly duration: number;
}

/** One call's conversation with an AI assistant, made out of the frames of its server. */
export class AssistantTalk {
  #now: Conversation = {entries: [], talk: attentive.talk, id: ''};
  #talking: Talking = attentive;
  #heard: Heard | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;
  readonly #tools: ClientTools;

  constructor(private readonly call: AssistantCall) {
    this.#tools = new ClientTools(call.tools, (call_id, output) =>
      call.send({type: 'function_call_output', call_id, output}),
    );
    call.changed(this.#now);
  }

  /** Takes the `params` of an `ai_conversation` frame, whatever they are. */
  hear(params: unknown): void {
    if (this.#over) return;
    const frame = readFrame(params);
    const id = conversationIdIn(params) || this.#now.id;
    if (!frame) return this.#become({id});
    this.#talking = afterFrame(this.#talking, frame);
    if (frame.type === 'tool') void this.#tools.run(frame);
    if (frame.type === 'says') this.#wait();
    this.#become({id, entries: transcribe(this.#now.entries, frame)});
  }

  /** Takes the far end's sound of one more second. */
  measured(heard: Heard | undefined): void {
    if (this.#over) return;
    const before = this.#heard;
    const lasted = heard && before ? heard.duration - before.duration : 0;
    this.#heard = heard;
    this.#talking = afterSound(
      this.#talking,
      lasted > 0 ? (heard!.energy - before!.energy) / lasted : undefined,
    );
    this.#become({});
  }

  /** The call is over: nothing more is run, sent or told. */
  end(): void {
    this.#over = true;
    this.#tools.end();
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#become({entries: finished(this.#now.entries)}), ANSWERED_AFTER_MS);
  }

  #become(more: Partial<Conversation>): void {
    const {talk} = this.#talking;
    const before = this.#now;
    const {entries = before.entries, id = before.id} = more;
    if (entries === before.entries && id === before.id && talk === before.talk) return;
    this.#now = {entries, talk, id};
    this.call.changed(this.#now);
  }
}
