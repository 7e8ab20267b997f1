import type {ReactiveController} from 'lit';
import {isLive} from '../session/selectors.js';
import type {CallState, EndedState} from '../session/state.js';
import type {CallHost} from './call-controller.js';

/** Puts the panel where it belongs. `rtl`: the element's direction. */
export type Placer = (button: DOMRect, panel: DOMRect, rtl: boolean) => {x: number; y: number};

/** What can stand in the panel's middle. */
type Page = 'call' | 'keypad' | 'audio' | 'quality';

/** Whether the panel is open, in the top layer, beside its button, and who has the focus. */
export class PanelController implements ReactiveController {
  #open = false;
  #page: Page = 'call';
  #shown: HTMLElement | undefined;
  #shownPage: Page = 'call';
  #focused = false;
  #apart = false;
  /** True from the visitor's asking for the panel until it is there. */
  #asked = false;
  /** What had the focus outside the element when the panel was opened: the page's own button or link. */
  #from: HTMLElement | undefined;

  /** `paste`: what was pasted in the panel. Tells whether it was of use. */
  constructor(
    private readonly host: CallHost,
    private readonly place: Placer,
    private readonly paste: (text: string) => boolean,
  ) {
    host.addController(this);
  }

  /** What stands in its middle. */
  get page(): Page {
    return this.#page;
  }

  get open(): boolean {
    return this.#open;
  }

  readonly turnTo = (page: Page): void => {
    this.#page = page;
    this.host.requestUpdate();
  };

  /** `asked`: by the visitor, who goes on in it. */
  show(asked = false): void {
    this.#asked = asked;
    if (asked && this.#open) this.#panel?.focus({preventScroll: true});
    this.#set(true);
  }

  readonly hide = (): void => this.#set(false);

  /** Opens when a call begins or there is something to say at its end; closes when there is nothing to show. */
  follow(state: CallState, previous: CallState): void {
    if (state.phase === previous.phase && state.attempt === previous.attempt) return;
    const began = isLive(state) && !isLive(previous);
    if (began) this.#page = 'call';
    // Somebody who calls has not been asked for.
    if (began || state.phase === 'ended' || state.phase === 'failed')
      this.show(began && state.phase !== 'incoming');
    if (state.phase === 'idle' || (state.phase === 'ended' && isWished(state))) this.hide();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#listen(false);
    this.#shown = undefined;
  }

  /** Before a render: a control that has the focus may go with it. */
  hostUpdate(): void {
    const panel = this.#panel;
    const active = this.#active;
    this.#focused = Boolean(panel && active && (panel.contains(active) || this.host.contains(active)));
  }

  hostUpdated(): void {
    const panel = this.#panel;
    // One that was removed meanwhile is shown again when it is back.
    if (panel && !this.host.isConnected) return;
    const appeared = panel && panel !== this.#shown;
    if (appeared) {
      panel.showPopover?.();
      this.#listen(true);
    } else if (!panel && this.#shown) {
      this.#listen(false);
    }
    const apart = Boolean(this.#stand?.hasAttribute('popover'));
    if (panel && !appeared && apart && !this.#apart) {
      // What comes last into the top layer stands above the rest.
      panel.hidePopover?.();
      panel.showPopover?.();
    }
    this.#apart = apart;
    this.#shown = panel;
    this.#settle();
    if (appeared ? this.#mayTakeFocus : this.#focused)
      this.#nextFocus(panel, appeared)?.focus({preventScroll: true});
    this.#shownPage = this.#page;
    if (panel) this.#asked = false;
  }

  /** The page that was turned to, or the control that it was opened by; the panel, if what had the focus has gone. */
  #nextFocus(panel: HTMLElement | undefined, appeared: boolean | undefined): HTMLElement | null | undefined {
    // A menu's item may be hidden by now.
    if (!panel) return this.#from?.getClientRects().length ? this.#from : this.#button;
    if (appeared) return panel;
    if (this.#page !== this.#shownPage) {
      const goal =
        this.#page === 'call'
          ? `[data-opens=${this.#shownPage}]`
          : '.page :is(button,select,input), .page[tabindex]';
      return panel.querySelector<HTMLElement>(goal) ?? panel;
    }
    return this.#active ? undefined : panel;
  }

  /** What has the focus in the element, or in what the page has put into it. */
  get #active(): Element | null | undefined {
    return this.host.shadowRoot?.activeElement ?? this.host.querySelector(':focus');
  }

  /** Somebody who types elsewhere in the page goes on typing, and when a call ends also who reads there. */
  get #mayTakeFocus(): boolean {
    const elsewhere = outside(this.host);
    return !elsewhere || (this.#asked && !elsewhere.matches('input, textarea, select, [contenteditable]'));
  }

  get #panel(): HTMLElement | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>('[part=panel]') ?? undefined;
  }

  get #button(): HTMLElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLElement>('[part=button]');
  }

  get #stand(): Element | null | undefined {
    return this.host.shadowRoot?.querySelector('.place');
  }

  #set(open: boolean): void {
    if (this.#open === open) return;
    this.#open = open;
    if (open) this.#from = outside(this.host);
    this.host.requestUpdate();
  }

  readonly #settle = (): void => {
    const panel = this.#shown;
    if (!panel) return;
    const anchor = (this.#stand ?? this.host).getBoundingClientRect();
    const {x, y} = this.place(
      anchor,
      panel.getBoundingClientRect(),
      getComputedStyle(this.host).direction === 'rtl',
    );
    panel.style.setProperty('--_x', `${x}px`);
    panel.style.setProperty('--_y', `${y}px`);
  };

  /** Firefox sends the event to where the page's selection is, whatever has the focus. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const active = this.host.shadowRoot?.activeElement ?? null;
    if (!this.#panel?.contains(active) || active?.matches('input:not([type=range])')) return;
    if (this.paste(event.clipboardData?.getData('text') ?? '')) event.preventDefault();
  };

  #listen(on: boolean): void {
    const how = on ? 'addEventListener' : 'removeEventListener';
    document[how]('paste', this.#onPaste as EventListener, true);
    window[how]('resize', this.#settle);
    window[how]('scroll', this.#settle, {capture: true, passive: true});
  }
}

/** True for a call that the visitor has taken back or declined: there is nothing to say. */
const isWished = ({reason, initiator}: EndedState): boolean =>
  reason === 'cancelled' || (reason === 'declined' && initiator === 'local');

/** What has the focus, if that is neither in the element nor the page as a whole. */
function outside(host: HTMLElement): HTMLElement | undefined {
  let active = (host.getRootNode() as Document | ShadowRoot).activeElement ?? document.activeElement;
  while (active !== host && active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== host && active !== document.body ? active : undefined;
}
