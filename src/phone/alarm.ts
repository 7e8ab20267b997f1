/** What an incoming call says of itself to somebody who looks elsewhere. */
export interface AlarmCard {
  readonly title: string;
  readonly text: string;
}

/** Twice, like the tone, and as long as a browser takes at once: about a minute (ms on, ms off, …). */
const PATTERN: readonly number[] = Array.from({length: 22}, () => [350, 250, 350, 1800]).flat();

/**
 * Draws attention to an incoming call beyond the page: a phone vibrates, and a hidden page is announced by the system, but
 * only if the visitor has allowed the site to do so before. Nothing is ever asked for. All of it ends at once.
 */
export class Alarm {
  #on = false;
  #notice: Notification | undefined;

  /** Nothing: quiet. Called again when the page is hidden or shown. */
  show(card: AlarmCard | undefined): void {
    if (Boolean(card) !== this.#on) this.#vibrate((this.#on = Boolean(card)));
    if (!card || !document.hidden) this.#close();
    else this.#notice ??= announce(card);
  }

  #vibrate(on: boolean): void {
    try {
      // Browsers complain of a page that vibrates before anybody has touched it.
      if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(on ? [...PATTERN] : 0);
    } catch {
      // It is only not felt.
    }
  }

  #close(): void {
    this.#notice?.close();
    this.#notice = undefined;
  }
}

/** Throws in Chrome on Android, where a page has to leave it to its service worker. */
function announce({title, text}: AlarmCard): Notification | undefined {
  try {
    if (Notification.permission !== 'granted') return undefined;
    const notice = new Notification(title, {body: text, tag: 'telnyx-call', requireInteraction: true});
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
    return notice;
  } catch {
    return undefined;
  }
}
