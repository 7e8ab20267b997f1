import type {CallEvent} from './state.js';

/** How a port answers: it sends events and never returns anything. */
export type Send = (event: CallEvent) => void;

/** The visitor's microphone. Reports `microphone-opened` or `failed`. */
export interface Microphone {
  open(attempt: number): void;
  /** Stops every track at once, also one that a still open prompt will give. Safe to call at any time. */
  close(): void;
}

/** Where login tokens come from. Reports `token-received` or `failed`; the token itself stays inside. */
export interface TokenSource {
  get(attempt: number): void;
}

/** The line to Telnyx. Reports `sdk-loaded`, `line-opened`, `placed`, `ringing`, `answered`, `muted`, `over`, `failed`. */
export interface Phone {
  load(attempt: number): void;
  open(attempt: number): void;
  place(attempt: number): void;
  hangUp(): void;
  mute(on: boolean): void;
  /** Closes the line once the call on it is gone. Safe to call at any time. */
  close(): void;
}

/** Everything that a session needs of the outside world. */
export interface Ports {
  readonly microphone: Microphone;
  readonly tokens: TokenSource;
  readonly phone: Phone;
}
