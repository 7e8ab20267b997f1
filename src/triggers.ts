import type {Complain} from './read-values.js';

/** What the page's own elements can do with a call button. */
export interface Triggered extends HTMLElement {
  /** Whether a click can lead to a call. */
  readonly able: boolean;
  /** Starts all that may start before the click. */
  warm(): Promise<void>;
  /** Starts the call, or shows the one that is live. */
  trigger(): void;
  answer(): Promise<void>;
  hangUp(): Promise<void>;
  mute(): Promise<void>;
  checkMicrophone(): Promise<unknown>;
  /** Makes way for what has the focus in the page. */
  makeWay(): void;
  /** Tells the site's owner, once. */
  readonly complain: Complain;
}

/** The call buttons that stand in the page. */
const buttons = new Set<Triggered>();

/** `Node.DOCUMENT_POSITION_PRECEDING`, in fewer bytes. */
const PRECEDING = 2;

/** The one with the id, else the page's first. */
const find = (id: string | null): Triggered | undefined =>
  [...buttons]
    .sort((a, b) => (a.compareDocumentPosition(b) & PRECEDING ? 1 : -1))
    .find((button) => !id || button.id === id);

/** Does what a command of the platform's says: `--call`, `--answer`, `--hang-up`, `--toggle-mute` or `--check-microphone`. */
export function obey(button: Triggered, command: string | null): void {
  if (command === '--call') button.trigger();
  if (command === '--answer') void button.answer();
  if (command === '--hang-up') void button.hangUp();
  if (command === '--toggle-mute') void button.mute();
  if (command === '--check-microphone') void button.checkMicrophone();
}

/** Intent, or a click, on an element of the page that stands for a call button; in open shadow roots too. */
const onTrigger = (event: Event): void => {
  for (const node of event.composedPath() as Element[]) {
    // What is pressed in a call button is that button's.
    if (buttons.has(node as Triggered)) return;
    const call = node.getAttribute?.('data-telnyx-call');
    const id = call ?? node.getAttribute?.('commandfor');
    const button = id || call === '' ? find(id ?? null) : undefined;
    if (!button) {
      if (call && event.type === 'click')
        find(null)?.complain(`data-telnyx-call="${call}": no button has that id.`);
      continue;
    }
    // Browsers differ in whether they tell of what is inside a disabled one.
    if (node.matches(':disabled')) return;
    if (event.type !== 'click') return void button.warm();
    // Browsers that know commands send one by themselves.
    const command = call == null ? !('commandForElement' in node) && node.getAttribute('command') : '--call';
    if (!command) return;
    const {ctrlKey, metaKey, shiftKey} = event as MouseEvent;
    // A link stays what it is where there is no call, and for another tab or window.
    if ((!button.able || ctrlKey || metaKey || shiftKey) && node.closest('a[href]')) return;
    event.preventDefault();
    return obey(button, command);
  }
};

/** When the browser has scrolled to what has got the focus. */
const onFocus = (): number => requestAnimationFrame(() => buttons.forEach((button) => button.makeWay()));

function listen(how: 'addEventListener' | 'removeEventListener'): void {
  const options = {capture: true, passive: true};
  // Ahead of the page's own listeners: many a menu and dialog stops the click on its way.
  document[how]('click', onTrigger, true);
  for (const type of ['pointerover', 'focusin', 'touchstart']) document[how](type, onTrigger, options);
  for (const type of ['focusin', 'focusout', 'scroll']) document[how](type, onFocus, options);
}

/** A button that has come into the page listens for its triggers; the first one listens for all. */
export function join(button: Triggered): void {
  if (!buttons.size) listen('addEventListener');
  buttons.add(button);
}

/** A button that has gone; the last one takes the listeners along. */
export function leave(button: Triggered): void {
  buttons.delete(button);
  if (!buttons.size) listen('removeEventListener');
}
