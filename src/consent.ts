import type {PanelController} from './controllers/panel-controller.js';
import type {KitHost} from './kit-host.js';
import {hashOf} from './session/hash.js';

/** Under which name an agreement is kept, for all pages of the origin: the text that was agreed to, as a hash. */
const KEPT_AS = 'telnyx-call-consent';

/** What the page wants to be agreed to before the first call. */
export class Consent {
  #answer: ((agreed: boolean) => void) | undefined;

  constructor(
    private readonly host: KitHost,
    private readonly panel: PanelController,
  ) {}

  /** True while the visitor reads it. */
  get asking(): boolean {
    return Boolean(this.#answer);
  }

  /** True if the page has something to be agreed to. */
  get wanted(): boolean {
    return Boolean(this.#text);
  }

  /** True if there is nothing to agree to, or it was agreed to before. */
  get given(): boolean {
    const text = this.#text;
    try {
      return !text || localStorage.getItem(KEPT_AS) === hashOf(text);
    } catch {
      // A browser that keeps nothing asks each time.
      return false;
    }
  }

  /** Asks, unless it is given. Resolves with whether the visitor agrees; once they do, in the task of their click. */
  ask(): Promise<boolean> | true {
    if (this.given) return true;
    this.leave();
    this.panel.show(true);
    return new Promise((answer) => (this.#answer = answer));
  }

  readonly agree = (): void => {
    try {
      localStorage.setItem(KEPT_AS, hashOf(this.#text));
    } catch {
      // As above.
    }
    this.#settle(true);
  };

  /** No answer is one, too. */
  readonly leave = (): void => this.#settle(false);

  #settle(agreed: boolean): void {
    this.#answer?.(agreed);
    this.#answer = undefined;
    this.host.requestUpdate();
  }

  /** Rich text takes the place of the plain one. */
  get #text(): string {
    const rich = [...this.host.querySelectorAll(':scope > [slot=consent]')];
    const text = rich.length ? rich.map(({textContent}) => textContent).join(' ') : this.host.consent;
    return (text ?? '').replace(/\s+/g, ' ').trim();
  }
}
