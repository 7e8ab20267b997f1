import type {CallEvent, DeviceKind, Wait} from './state.js';

/** How a port answers: it sends events and never returns anything. */
export type Send = (event: CallEvent) => void;

/** The visitor's microphone. Reports `microphone-opened` or `obstacle`, also later when it is gone or back. */
export interface Microphone {
  /** Asks for it, again too. Goes on by itself once permission or a device has come. */
  open(attempt: number): void;
  /** Stops every track at once, also one that a still open prompt will give. Safe to call at any time. */
  close(): void;
}

/** Where login tokens come from. Reports `token-received` or `failed`; the token itself stays inside. */
export interface TokenSource {
  get(attempt: number): void;
}

/**
 * The line to Telnyx. Reports `invited`, `sdk-loaded`, `line-opened`, `placed`, `accepted`, `ringing`, `early`, `answered`,
 * `muted`, `held`, `digits-sent`, `measured`, `conversation`, `microphone-awaited`, `sound-blocked`, `lost`, `back`, `over`,
 * `failed`.
 */
export interface Phone {
  load(attempt: number): void;
  open(attempt: number): void;
  place(attempt: number): void;
  /** Takes a call that has come in: what it reports is this attempt's. */
  ring(attempt: number, callId: string): void;
  /** Answers it with the microphone that is open now. Without one it waits: `useMicrophone`. */
  answer(): void;
  /** Ends a call that has come in and that nobody takes, as busy. */
  decline(callId: string): void;
  hangUp(): void;
  mute(on: boolean): void;
  /** Reports `held` when the server has done it. */
  hold(on: boolean): void;
  /** Reports `digits-sent` when the server has taken them. */
  sendDigits(digits: string): void;
  /** Writes to the AI assistant. Reports `conversation` when the server has it. */
  say(text: string): void;
  /** Puts the microphone that is open now into the call. Without one a call that waits for it goes on in silence. */
  useMicrophone(): void;
  /** Plays the far end's sound. Only in a click. */
  hear(): void;
  /** Closes the line once the call on it is gone. Safe to call at any time. */
  close(): void;
}

/** What the call is spoken into and heard from. Reports `devices`, also when one is plugged in or vanishes. */
export interface DeviceChoice {
  /** Opens it and puts it in the place of the one in use; that one stays if it can't be opened. */
  choose(kind: DeviceKind, id: string, attempt: number): void;
  /** `level`: 0 to 1. */
  setVolume(level: number): void;
}

/** Reports `too-long` when a wait has taken longer than its limit. */
export interface Clock {
  /** Forgets the last wait. `undefined`: there is nothing to wait for. */
  wait(wait: Wait | undefined, attempt: number): void;
}

/** Everything that a session needs of the outside world. */
export interface Ports {
  readonly microphone: Microphone;
  readonly tokens: TokenSource;
  readonly phone: Phone;
  readonly devices: DeviceChoice;
  readonly clock: Clock;
}
