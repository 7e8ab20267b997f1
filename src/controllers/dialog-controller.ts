import type {ReactiveController} from 'lit';
import type {CallHost} from './call-controller.js';

/** Opens the recovery dialog when it is rendered, and gives the focus back when it is gone. */
export class DialogController implements ReactiveController {
  #shown: HTMLElement | undefined;
  /** Who had the focus before: in the element, or elsewhere in the page. */
  #before: HTMLElement | undefined;
  #focused = false;

  constructor(private readonly host: CallHost) {
    host.addController(this);
  }

  /** A move of the element takes its dialog out of the top layer. */
  hostConnected(): void {
    this.host.requestUpdate();
  }

  /** Before a render: the dialog may go with it, and takes the focus along. */
  hostUpdate(): void {
    this.#focused = Boolean(
      this.#shown && (isModal(this.#shown) || this.#shown.contains(this.#inside ?? null)),
    );
  }

  hostUpdated(): void {
    const dialog = this.#find('[part=dialog]');
    // One that follows another gives the focus back to the same place.
    if (dialog && !this.#shown) this.#before = this.#inside ?? this.#outside;
    if (dialog && this.host.isConnected && !isUp(dialog)) this.#open(dialog);
    if (!dialog && this.#focused && this.host.isConnected) this.#giveBack();
    this.#shown = dialog;
  }

  #open(dialog: HTMLElement): void {
    const mayTakeFocus = isModal(dialog) || this.#focused || !this.#outside;
    if (isModal(dialog)) {
      // One that was moved still counts as open, which showModal() refuses.
      dialog.open = false;
      dialog.showModal();
    } else {
      dialog.showPopover?.();
      // Hanging up must stay within reach: the card stands on the other side of the window.
      const panel = this.#find('[part=panel]')?.getBoundingClientRect();
      dialog.classList.toggle('left', Boolean(panel && panel.left + panel.width / 2 > innerWidth / 2));
    }
    // The heading says what is wrong; what to do about it is read on from there.
    if (mayTakeFocus) dialog.querySelector('h2')?.focus({preventScroll: true});
  }

  #giveBack(): void {
    // The panel that takes the dialog's place takes the focus too.
    if (this.#inside) return;
    const target = this.#before?.isConnected ? this.#before : this.#find('[part=panel]');
    (target ?? this.#find('[part=button]'))?.focus({preventScroll: true});
    this.#before = undefined;
  }

  #find(selector: string): HTMLElement | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  get #inside(): HTMLElement | undefined {
    return (this.host.shadowRoot?.activeElement as HTMLElement | null) ?? undefined;
  }

  /** Whoever has the focus in the page around the element. */
  get #outside(): HTMLElement | undefined {
    const {activeElement} = this.host.getRootNode() as Document | ShadowRoot;
    const elsewhere = activeElement && activeElement !== this.host && activeElement !== document.body;
    return elsewhere ? (activeElement as HTMLElement) : undefined;
  }
}

const isModal = (dialog: HTMLElement): dialog is HTMLDialogElement => dialog.localName === 'dialog';

/** Whether it is in the top layer; browsers without popovers show what can't be there as it is. */
const isUp = (dialog: HTMLElement): boolean =>
  isModal(dialog) ? dialog.matches(':modal') : !dialog.showPopover || dialog.matches(':popover-open');
