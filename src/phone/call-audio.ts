/** What Chromium alone can, by now: others play through the system's own speaker. */
type Context = AudioContext & {setSinkId?(id: string): Promise<void>};

/** The one AudioContext of a call: made for the first sound or the level meter, closed when the call is over. */
export class CallAudio {
  #context: Context | undefined;
  #speaker = '';

  /** The id of the speaker that was chosen, for the later calls, too; empty for the system's own. */
  get speaker(): string {
    return this.#speaker;
  }

  /** Running, or about to. Nothing where the browser has none, or lets a page play nothing that nobody has touched. */
  get context(): AudioContext | undefined {
    try {
      // Browsers complain of one that is made before the first touch.
      if (!this.#context && navigator.userActivation?.hasBeenActive !== false) {
        this.#context = new AudioContext();
        if (this.#speaker) this.speakThrough(this.#speaker);
      }
      // Phones stop it for an alarm, and some browsers let it wait for a tap.
      if (this.#context?.state !== 'running') this.#context?.resume().catch(() => undefined);
    } catch {
      // The call goes on without.
    }
    return this.#context;
  }

  /** `id`: of the speaker; empty for the system's own. */
  speakThrough(id: string): void {
    this.#speaker = id;
    this.#context?.setSinkId?.(id).catch(() => undefined);
  }

  /** Leaves the context to whoever has still something to play, and closes it then. */
  release(): AudioContext | undefined {
    const context = this.#context;
    this.#context = undefined;
    return context;
  }

  close(): void {
    this.release()
      ?.close()
      .catch(() => undefined);
  }
}
