import type {CDPSession, Page} from '@playwright/test';

declare global {
  interface Window {
    /** What a test looks after, by what it is. */
    remembered?: Array<[kind: string, ref: WeakRef<object>]>;
  }
}

/** A page's memory, as Chromium's own tools see it. */
export class Heap {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<Heap> {
    return new Heap(page, await page.context().newCDPSession(page));
  }

  /**
   * Remembers every object there is of a class, weakly.
   * @param prototype an expression for what they all inherit from; may be a promise
   * @returns how many there are
   */
  async remember(kind: string, prototype: string): Promise<number> {
    const found = await this.#evaluate(prototype);
    const {objects} = await this.session.send('Runtime.queryObjects', {prototypeObjectId: found});
    const {result} = await this.session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId!,
      functionDeclaration: `function (kind) {
        const refs = Array.from(this, (object) => [kind, new WeakRef(object)]);
        window.remembered = [...(window.remembered ?? []), ...refs];
        return refs.length;
      }`,
      arguments: [{value: kind}],
      returnByValue: true,
    });
    // The tool's own hold on them.
    await this.session.send('Runtime.releaseObject', {objectId: objects.objectId!});
    return result.value as number;
  }

  /** What of the remembered is still there after everything that can go has gone. */
  async kept(): Promise<string[]> {
    await this.session.send('HeapProfiler.collectGarbage');
    return this.page.evaluate(() =>
      (window.remembered ?? []).filter(([, ref]) => ref.deref()).map(([kind]) => kind),
    );
  }

  /** How many listeners these hear with, by the type of their event. */
  async listeners(...targets: string[]): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const target of targets) {
      const objectId = await this.#evaluate(target);
      const {listeners} = await this.session.send('DOMDebugger.getEventListeners', {objectId});
      for (const {type} of listeners) counts[`${target} ${type}`] = (counts[`${target} ${type}`] ?? 0) + 1;
    }
    return counts;
  }

  async #evaluate(expression: string): Promise<string> {
    const {result} = await this.session.send('Runtime.evaluate', {expression, awaitPromise: true});
    return result.objectId!;
  }
}
