import type {Failure} from '../errors.js';

/** How long the way from a new socket to a registered line may take (ms). The SDK itself waits for ever. */
export const READY_WITHIN_MS = 15_000;

/** The wait for a line to be ready. */
export class Opening {
  readonly promise: Promise<Failure | undefined>;
  readonly #timer: ReturnType<typeof setTimeout>;
  #resolve!: (failure?: Failure) => void;

  constructor(late: () => void) {
    this.promise = new Promise((resolve) => (this.#resolve = resolve));
    this.#timer = setTimeout(late, READY_WITHIN_MS);
  }

  settle(failure?: Failure): void {
    clearTimeout(this.#timer);
    this.#resolve(failure);
  }
}
