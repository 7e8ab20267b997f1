/** Plays the far end. Never in the document: it plays there too, and does not stop when the button is moved in the page. */
export class RemoteAudio {
  /** Handed to the SDK, which puts the sound into it. */
  readonly element = new Audio();

  /** @param blocked told whether the browser plays nothing before the visitor has tapped */
  constructor(private readonly blocked: (on: boolean) => void) {
    this.element.autoplay = true;
  }

  /** Starts the sound, where the browser may have refused to by itself. */
  play(): void {
    this.element.play().then(
      () => this.blocked(false),
      (error: unknown) => {
        // Other errors mean that another sound has come meanwhile, which is started as well.
        if (error instanceof Error && error.name === 'NotAllowedError') this.blocked(true);
      },
    );
  }
}
