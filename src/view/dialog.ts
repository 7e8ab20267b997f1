import type {TemplateResult} from 'lit';
import type {DialogCode, Words} from '../locales/en.js';
import {picture} from './dialog-pictures.js';
import {canRetry, isDeadEnd, isInApp, stepsFor} from './dialog-steps.js';
import type {Guide, System} from './guide.js';
import {html, nothing} from './html.js';
import type {QrCode} from './qr.js';
import {fill, span} from './words.js';

/** What the recovery dialog shows. */
export interface DialogModel {
  readonly code: DialogCode;
  readonly guide: Guide;
  readonly system: System;
  /** The host name, as the address bar shows it. */
  readonly site: string;
  /** The page's own URL. */
  readonly page: string;
  /** Whether the browser's own buttons stand from right to left, whatever the page's language is. */
  readonly rtl: boolean;
  /** True while the browser has a request that it has not answered. */
  readonly asking: boolean;
  /** True once the call is placed: it needs no microphone to begin any more. */
  readonly placed?: boolean;
  /** True in a call: it goes on without a microphone, and so does the page. */
  readonly talking: boolean;
  /** A call that waits for the microphone: until it is given up (s). */
  readonly secondsLeft?: number | undefined;
  /** Whether the browser may need a reload before it changes its mind. */
  readonly reload: boolean;
  /** The link to the phone. */
  readonly fallback?: TemplateResult | undefined;
  /** The same link to be scanned; nothing on phones and while it loads. */
  readonly qr?: QrCode | undefined;
}

/** What the visitor can ask for. */
export interface DialogActions {
  /** Asks the browser again. */
  readonly retry: () => void;
  /** Gives the call up or, in a call, goes on without a microphone. */
  readonly cancel: () => void;
  readonly hangUp: () => void;
  readonly reload: () => void;
}

/**
 * The dialog that leads a visitor back to the microphone.
 *
 * Before a call it is modal: nothing else on the page brings the call about. In a call it is not: the visitor is
 * talked to and may need the page, so it is a card in a corner that takes neither focus nor clicks from the page.
 */
export function dialog(model: DialogModel, strings: Words, actions: DialogActions): TemplateResult {
  const inside = content(model, strings, actions);
  return model.talking
    ? html`<div
        part="dialog"
        class="panel dialog aside"
        role="dialog"
        popover="manual"
        aria-labelledby="wrong"
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && actions.cancel()}
      >
        ${inside}
      </div>`
    : html`<dialog
        part="dialog"
        class="panel dialog"
        aria-labelledby="wrong"
        @keydown=${goRound}
        @cancel=${(event: Event) => {
          // The state closes it.
          event.preventDefault();
          actions.cancel();
        }}
        @close=${actions.cancel}
      >
        ${inside}
      </dialog>`;
}

/**
 * From the last control to the first, and back. Firefox 153 leaves a modal dialog in a shadow root after the last one,
 * and finds only a part of it when it comes back. May go when focus.both.spec.ts passes without it.
 */
function goRound(event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const dialog = event.currentTarget as HTMLElement;
  const stops = [...dialog.querySelectorAll<HTMLElement>('a[href], button, slot')]
    .flatMap((stop) => (stop instanceof HTMLSlotElement ? linksIn(stop) : stop))
    .filter((stop) => stop.getClientRects().length);
  const [first, last] = event.shiftKey ? [stops.at(-1), stops[0]] : [stops[0], stops.at(-1)];
  if (event.composedPath()[0] !== last) return;
  event.preventDefault();
  first?.focus();
}

/** What can have the focus in the page's own way out. */
const linksIn = (slot: HTMLSlotElement): HTMLElement[] =>
  slot
    .assignedElements()
    .flatMap((way) => [way, ...way.querySelectorAll('*')])
    .filter((way): way is HTMLElement => way.matches('a[href], button'));

function content(model: DialogModel, strings: Words, actions: DialogActions): TemplateResult {
  const {code, asking, talking, secondsLeft, fallback, qr} = model;
  const words = strings.dialog;
  const steps = stepsFor(model, strings);
  return html`
    ${picture(model, model.site, model.rtl)}
    <div aria-live="polite">
      <h2 id="wrong" tabindex="-1">${words.title[code]}</h2>
      <p class="why">${why(model, strings)}</p>
    </div>
    ${
      steps.length
        ? html`<ol>
            ${steps.map((step) => html`<li>${step}</li>`)}
          </ol>`
        : nothing
    }
    ${secondsLeft === undefined ? nothing : html`<p class="waits">${fill(words.callWaits, {time: span(secondsLeft, strings.lang)})}</p>`}
    <div class="acts">
      ${canRetry(model) ? tryAgain(asking, strings, actions) : onward(model, strings)}
      <button part="control" class="pill ghost" @click=${actions.cancel}>
        ${talking ? words.goOnWithout : isDeadEnd(model) ? strings.close : strings.cancel}
      </button>
      ${
        talking
          ? html`<button part="control" class="pill end" @click=${actions.hangUp}>${strings.hangUp}</button>`
          : nothing
      }
    </div>
    ${
      model.reload
        ? html`<p>
            ${words.nothingChanged}
            <button part="control" class="link" @click=${actions.reload}>${words.reload}</button>
          </p>`
        : nothing
    }
    ${
      fallback
        ? html`<footer>
            <p>${strings.preferPhone} ${fallback} ${qr ? html`<small>${words.scan}</small>` : nothing}</p>
            ${qr ? scan(qr) : nothing}
          </footer>`
        : nothing
    }
  `;
}

function why(model: DialogModel, {dialog: words, failed, permissionHint}: Words): string {
  const {code, asking, talking} = model;
  if (asking && code !== 'microphone-prompt') return permissionHint;
  if (talking) return model.secondsLeft === undefined ? words.callGoesOn : '';
  if (isInApp(model)) return words.appInTheWay;
  switch (code) {
    case 'microphone-blocked':
      return words.ownerOnly;
    case 'microphone-busy':
      return words.maybeBusy;
    case 'insecure-page':
    case 'microphone-system':
      return failed[code];
    case 'microphone-frame':
    case 'unsupported':
      return '';
    default:
      return model.placed ? '' : words.startsByItself;
  }
}

/** Not `disabled` while the browser is asked: that would take the focus away. */
function tryAgain(asking: boolean, strings: Words, {retry}: DialogActions): TemplateResult {
  return html`<button part="control" class="pill" aria-disabled=${asking} @click=${() => asking || retry()}>
    ${asking ? strings.dialog.waiting : strings.tryAgain}
  </button>`;
}

/** Where the page may use the microphone: under https, or out of the frame. */
function onward(model: DialogModel, {dialog: words}: Words): unknown {
  const {code, page} = model;
  if (isInApp(model) || !/^http/.test(page)) return nothing;
  if (code === 'insecure-page')
    return html`<a part="control" class="pill" href=${page.replace(/^http:/, 'https:')}
      >${words.openSecure}</a
    >`;
  return code === 'microphone-frame'
    ? html`<a part="control" class="pill" href=${page} target="_blank" rel="noopener">${words.openAlone}</a>`
    : nothing;
}

function scan({size, path}: QrCode): TemplateResult {
  // Four modules of white around it: scanners need them. Four whole pixels for each: none is wider than another.
  const side = size + 8;
  return html`<svg class="qr" width=${side * 4} viewBox="-4 -4 ${side} ${side}" aria-hidden="true">
    <path d=${path} />
  </svg>`;
}
