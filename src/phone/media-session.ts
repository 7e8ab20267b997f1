/** What the system shows of a call. */
export interface CallCard {
  /** Whom the visitor talks to. */
  readonly title: string;
  /** What is going on. */
  readonly status: string;
  readonly muted: boolean;
}

/** What the system's buttons do: those of a headset, of the lock screen, of the browser's own windows. */
export type CallKeys = Readonly<Record<'hangup' | 'togglemicrophone', () => void>>;

/** Shows the call where the system shows what plays. A page's own handlers can't be read: those of these keys are lost. */
export class CallMediaSession {
  #card: CallCard | undefined;
  #metadata: MediaMetadata | undefined;
  #before: MediaMetadata | null = null;
  #played: MediaSessionPlaybackState = 'none';
  /** True where the browser does not only show that the microphone is off: it turns it off, for the whole page. */
  #acts = false;

  constructor(private readonly keys: CallKeys) {}

  /** Nothing: takes everything back. */
  show(card: CallCard | undefined): void {
    const was = this.#card;
    this.#card = card;
    const session = navigator.mediaSession as MediaSession | undefined;
    if (!session || !(card ?? was)) return;
    if (!card !== !was) this.#take(session, Boolean(card));
    if (!card) return;
    if (card.title !== was?.title || card.status !== was.status)
      tried(() => {
        // Also what the page has set in the call.
        if (session.metadata !== this.#metadata) this.#before = session.metadata;
        this.#metadata = new MediaMetadata({title: card.title, artist: card.status});
        session.metadata = this.#metadata;
      });
    if (card.muted !== Boolean(was?.muted)) this.#microphone(session, !card.muted);
  }

  #take(session: MediaSession, on: boolean): void {
    for (const key of ['hangup', 'togglemicrophone'] as const)
      tried(() => session.setActionHandler(key as MediaSessionAction, on ? this.keys[key] : null));
    if (on) {
      this.#played = session.playbackState;
      // Else Safari and Chromium offer no keys.
      session.playbackState = 'playing';
      return this.#microphone(session, true);
    }
    this.#microphone(session, false);
    // What the page has set meanwhile is its own.
    if (session.playbackState === 'playing') session.playbackState = this.#played;
    if (session.metadata === this.#metadata) session.metadata = this.#before;
  }

  /**
   * Those that act answer with a promise, and may give the microphone back in a click only.
   *
   * @see https://w3c.github.io/mediasession/#update-capture-state-algorithm
   */
  #microphone(session: MediaSession, on: boolean): void {
    if (!on && this.#acts) return;
    tried(() => {
      const answer: unknown = session.setMicrophoneActive(on);
      if (!(answer instanceof Promise)) return;
      this.#acts = true;
      answer.catch(() => undefined);
    });
  }
}

/** Browsers throw at a name that they don't know. */
function tried(run: () => void): void {
  try {
    run();
  } catch {
    // It is only not offered.
  }
}
