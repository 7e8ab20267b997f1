/** A telephone, in a spelling that no page's title has by chance. */
const MARK = '☎\uFE0E ';

/**
 * Marks the tab of a hidden page: a text of its own in front of the page's title, so that the title's own text stays what it
 * is. It changes nothing else of the page, and is taken away again.
 */
export class TabMark {
  #mark: Text | undefined;

  show(on: boolean): void {
    if (on) {
      // A page may have made its next title out of the marked one.
      if (!document.title || document.title.includes(MARK)) return;
      this.#mark = new Text(MARK);
      document.head?.querySelector('title')?.prepend(this.#mark);
    } else if (this.#mark) {
      this.#mark.remove();
      this.#mark = undefined;
      if (document.title.includes(MARK)) document.title = document.title.replace(MARK, '');
    }
  }
}
