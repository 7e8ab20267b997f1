import type {FailureCode} from './errors.js';
import type {
  Alert,
  CallSummary,
  Caller,
  EndReason,
  Initiator,
  Level,
  Phase,
  Quality,
  TranscriptEntry,
} from './session/state.js';
import type {QualitySummary} from './session/summary.js';

/** What asked for a call: the visitor on the button, a trigger in the page, code, or somebody who calls. */
export type CallSource = 'user' | 'trigger' | 'api' | 'incoming';

/** What every event of the element is: it bubbles and leaves the shadow root. */
class CallEvent extends Event {
  constructor(type: string, cancelable = false) {
    super(type, {bubbles: true, composed: true, cancelable});
  }
}

/** `telnyx-call-request`: a call is about to begin. `preventDefault()` stops it, and declines one that comes in. */
export class TelnyxCallRequestEvent extends CallEvent {
  /** What the call waits for. @internal */
  readonly waits: Array<Promise<unknown>> = [];

  constructor(
    /** Whom to call, as far as the page says so. */
    readonly destination: string | undefined,
    /** What asked for the call. */
    readonly source: CallSource,
    /** Who calls, as the far end says, if somebody does: `name` and `number`, empty where they are not told. */
    readonly caller?: Caller,
  ) {
    super('telnyx-call-request', true);
  }

  /**
   * Holds the call until the promise settles, for a form or a consent tool.
   *
   * @param promise What to wait for; a rejection cancels the call.
   */
  waitUntil(promise: Promise<unknown>): void {
    this.waits.push(promise);
  }
}

/** `telnyx-call-state`: the state has changed. */
export class TelnyxCallStateEvent extends CallEvent {
  constructor(
    /** The state now. */
    readonly state: Phase,
    /** The state before. */
    readonly previous: Phase,
    /** Empty as long as no call is placed. */
    readonly callId: string,
  ) {
    super('telnyx-call-state');
  }
}

/** `telnyx-call-end`: a call is over; once per call. */
export class TelnyxCallEndEvent extends CallEvent implements CallSummary {
  readonly callId: string;
  readonly reason: EndReason;
  readonly initiator: Initiator;
  readonly cause: string;
  readonly sipCode: number | undefined;
  readonly duration: number;
  readonly quality: QualitySummary | undefined;

  constructor(summary: CallSummary) {
    super('telnyx-call-end');
    ({
      callId: this.callId,
      reason: this.reason,
      initiator: this.initiator,
      cause: this.cause,
      sipCode: this.sipCode,
      duration: this.duration,
      quality: this.quality,
    } = summary);
  }
}

/** What went wrong: `element.lastError`, and what `telnyx-call-error` carries. */
export interface CallErrorDetails {
  /** What went wrong, of a closed list. */
  readonly code: FailureCode;
  /** Whether trying again, with nothing changed, can help. */
  readonly retryable: boolean;
  /** The visitor's sentence, localized. */
  readonly message: string;
  /** The original error. */
  readonly cause: unknown;
}

/** `telnyx-call-error`: an attempt has failed; once per failure. */
export class TelnyxCallErrorEvent extends CallEvent implements CallErrorDetails {
  readonly code: FailureCode;
  readonly retryable: boolean;
  readonly message: string;
  readonly cause: unknown;

  constructor(details: CallErrorDetails) {
    super('telnyx-call-error');
    ({code: this.code, retryable: this.retryable, message: this.message, cause: this.cause} = details);
  }
}

/** `telnyx-call-quality`: the level of a call's connection is known or has changed, or an alert has begun or ended. */
export class TelnyxCallQualityEvent extends CallEvent implements Quality {
  readonly level: Level;
  readonly mos: number | undefined;
  readonly rtt: number | undefined;
  readonly jitter: number;
  readonly packetLoss: number;
  readonly alerts: readonly Alert[];

  constructor(quality: Quality) {
    super('telnyx-call-quality');
    ({
      level: this.level,
      mos: this.mos,
      rtt: this.rtt,
      jitter: this.jitter,
      packetLoss: this.packetLoss,
      alerts: this.alerts,
    } = quality);
  }
}

/** `telnyx-call-transcript`: in a call with an AI assistant, something was said or written, or more of it. */
export class TelnyxCallTranscriptEvent extends CallEvent {
  /** Who has said it: the visitor (`user`) or the assistant. */
  readonly role: 'user' | 'assistant';
  /** All of it so far. Plain text from the far end: never put it into a page as HTML. */
  readonly text: string;
  /** False as long as more of it is expected. It stays true: what comes late is told with all of the text so far. */
  readonly final: boolean;
  /** The same in every event about the same words. */
  readonly itemId: string;
  /** Set as `conversation-id`, it goes on with this conversation in a later call. Empty if the server does not tell. */
  readonly conversationId: string;

  constructor({role, text, final, id}: TranscriptEntry, conversationId: string) {
    super('telnyx-call-transcript');
    this.role = role;
    this.text = text;
    this.final = final;
    this.itemId = id;
    this.conversationId = conversationId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'telnyx-call-request': TelnyxCallRequestEvent;
    'telnyx-call-state': TelnyxCallStateEvent;
    'telnyx-call-end': TelnyxCallEndEvent;
    'telnyx-call-error': TelnyxCallErrorEvent;
    'telnyx-call-quality': TelnyxCallQualityEvent;
    'telnyx-call-transcript': TelnyxCallTranscriptEvent;
  }
}
