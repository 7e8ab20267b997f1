import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How near to its end (px) a transcript counts as read to the end. */
const NEAR = 24;

/** Keeps the end of the transcript in sight, unless the visitor has scrolled up to read. */
export class TranscriptController implements ReactiveController {
  #shown: Element | undefined;
  #follows = true;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostUpdate(): void {
    const log = this.#shown;
    if (log?.isConnected) this.#follows = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  }

  hostUpdated(): void {
    const log = this.host.shadowRoot?.querySelector('[part=transcript] [role=log]') ?? undefined;
    // Another one begins at its end.
    if (log && (this.#follows || log !== this.#shown)) log.scrollTop = log.scrollHeight;
    this.#shown = log;
  }
}
