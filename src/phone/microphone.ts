import type {FailureCode} from '../errors.js';
import type {Microphone, Send} from '../session/ports.js';
import {requestMicrophone, stop} from './early.js';

/** getUserMedia's errors by name. A missing device has two names: they differ between browsers. */
const CODES: Readonly<Record<string, FailureCode>> = {
  NotAllowedError: 'microphone-denied',
  NotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
  NotReadableError: 'microphone-busy',
  AbortError: 'microphone-busy',
};

/** The code for what getUserMedia rejected with; anything unknown means that the page may not ask. */
export function microphoneFailure(cause: unknown): FailureCode {
  return (cause instanceof Error && CODES[cause.name]) || 'microphone-blocked';
}

/** The browser's microphone for one button. */
export class BrowserMicrophone implements Microphone {
  #stream: MediaStream | undefined;
  #request: Promise<MediaStream> | undefined;
  #permission: PermissionStatus | undefined;

  constructor(private readonly send: Send) {}

  /** What is open now. */
  get stream(): MediaStream | undefined {
    return this.#stream;
  }

  /** True if the browser is known to give the microphone without a prompt. */
  get granted(): boolean {
    return this.#permission?.state === 'granted';
  }

  /** Finds out whether a prompt is to be expected. Never asks for anything. */
  async look(): Promise<void> {
    try {
      this.#permission = await navigator.permissions.query({name: 'microphone'});
    } catch {
      // Not every browser knows the name: a prompt is expected then.
    }
  }

  /** Takes a request over that was made in the click's own task. */
  adopt(request: Promise<MediaStream>): void {
    this.close();
    this.#request = request;
  }

  open(attempt: number): void {
    const request = (this.#request ??= requestMicrophone());
    request.then(
      (stream) => {
        if (this.#request !== request) return stop(stream);
        this.#stream = stream;
        this.send({type: 'microphone-opened', attempt});
      },
      (cause: unknown) =>
        this.send({type: 'failed', attempt, failure: {code: microphoneFailure(cause), cause}}),
    );
  }

  close(): void {
    const request = this.#request;
    this.#request = undefined;
    stop(this.#stream);
    this.#stream = undefined;
    // A prompt may still be open: what it gives later is turned off as it comes.
    request?.then(stop, () => undefined);
  }
}
