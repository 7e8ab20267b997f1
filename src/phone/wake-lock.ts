/** Keeps the screen from going dark. The browser takes it back when the page is hidden; it may refuse at any time. */
export class WakeLock {
  #wanted = false;
  #lock: WakeLockSentinel | undefined;

  keep(on: boolean): void {
    this.#wanted = on;
    if (on) void this.#ask();
    else this.#release();
  }

  async #ask(): Promise<void> {
    if (this.#lock?.released === false || document.hidden || isForbidden()) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      this.#release();
      this.#lock = lock;
    } catch {
      // Not every browser has it, and none gives it when the battery is low.
    }
    if (!this.#wanted) this.#release();
  }

  #release(): void {
    this.#lock?.release().catch(() => undefined);
    this.#lock = undefined;
  }
}

/** Chromium writes a request that the page's or the frame's policy forbids to the console. Others don't tell before. */
function isForbidden(): boolean {
  const {featurePolicy} = document as {featurePolicy?: {allowsFeature(name: string): boolean}};
  return featurePolicy?.allowsFeature('screen-wake-lock') === false;
}
