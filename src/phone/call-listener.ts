import type {Call} from '@telnyx/webrtc';

/** A call is to be answered, or taken up again, and there is no microphone: the SDK waits. */
export interface MicrophoneAwaited {
  readonly recoverable: true;
  /** Until when (ms since the epoch). */
  readonly retryDeadline: number;
  /** Asks again, or takes the call's `localStream`. */
  resume(): void;
  /** Ends the call. */
  reject(): void;
}

/** What a line tells the owner of a call. */
export interface CallListener {
  /** The SDK's call object has changed. After a recovery it is another object with the same id. */
  update(call: Call): void;
  /** The far end rings: the SDK shows it on the socket only. */
  ringing(): void;
  /** The far end has said goodbye; an update follows. */
  bye(): void;
  /** The server is gone, or back. */
  signaling(up: boolean): void;
  /** The call is over for this side; the server is told when it can be reached. */
  gone(): void;
  /** The call can't go on before there is a microphone. */
  awaits(microphone: MicrophoneAwaited): void;
  /** The server has taken DTMF digits of this call. */
  digitsSent(digits: string): void;
  /** A frame of an AI assistant's has come. `params`: whatever was in it. */
  converse(params: unknown): void;
  /** An error of the call. `code`: the SDK's number. */
  error(code: number, cause: unknown): void;
}
