import {unsafeCSS} from '@lit/reactive-element';

// Lit's own `css` comes with checks that a text without values does not need.
const css = String.raw;

/** The shell's styles: the idle button and what the panel shares with it. */
export const buttonStyles = unsafeCSS(css`
  :host {
    display: inline-block;
    --_accent: var(--telnyx-call-accent, #0b6e4f);
    --_on: #fff;
    --_focus: var(--telnyx-call-focus-color, var(--_accent));
  }
  :host(:is([layout='floating'], [layout='headless'])) {
    display: contents;
  }
  :host([hidden]),
  :host(:is([layout='floating'], [layout='headless'])) .place:not([popover]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  @supports (color: light-dark(red, red)) and (color: color(from red xyz-d65 x y z)) {
    :host {
      --_accent: var(--telnyx-call-accent, light-dark(#0b6e4f, #5fd0a5));
      /* Black or white, whichever is readable: by the luminance that contrast is made of. */
      --_on: color(
        from var(--_accent) xyz-d65 clamp(0, (0.179 - y) * 999, 0.95) clamp(0, (0.179 - y) * 999, 1)
          clamp(0, (0.179 - y) * 999, 1.089)
      );
      --_focus: var(--telnyx-call-focus-color, color-mix(in srgb, var(--_accent) 50%, CanvasText));
    }
  }
  .place[popover] {
    --_block: calc(var(--telnyx-call-offset-block, 20px) + env(safe-area-inset-bottom, 0px));
    --_inline: calc(
      var(--telnyx-call-offset-inline, 20px) +
        max(env(safe-area-inset-left, 0px), env(safe-area-inset-right, 0px))
    );
    position: fixed;
    inset: auto;
    inset-block-end: var(--_block);
    inset-inline-end: var(--_inline);
    z-index: 2147483647;
    max-width: calc(100% - 2 * var(--_inline));
    margin: 0;
    padding: 0;
    border: 0;
    overflow: visible;
    background: none;
    color: inherit;
  }
  :host(:is([position='top-end'], [position='top-start'])) .place[popover] {
    inset-block: calc(var(--telnyx-call-offset-block, 20px) + env(safe-area-inset-top, 0px)) auto;
  }
  :host(:is([position='bottom-start'], [position='top-start'])) .place[popover] {
    inset-inline: var(--_inline) auto;
  }
  @media print {
    .place[popover] {
      display: none !important;
    }
  }
  [part='button'],
  .place[popover] > :is(a, slot) {
    appearance: none;
    box-sizing: border-box;
    display: flex;
    align-items: center;
    justify-content: center;
    min-width: 100%;
    min-height: 48px;
    max-width: 100%;
    margin: 0;
    padding: 8px 18px;
    padding-inline-end: 22px;
    border: 1px solid transparent;
    border-radius: var(--telnyx-call-button-radius, 999px);
    background: var(--telnyx-call-button-background, var(--_accent));
    color: var(--telnyx-call-button-color, var(--_on));
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    text-align: start;
    cursor: pointer;
    box-shadow: 0 1px 2px #0002;
  }
  .place[popover] > * {
    box-shadow:
      0 1px 3px #0003,
      0 6px 20px #0003;
  }
  .place[popover] ::slotted(*) {
    color: inherit !important;
  }
  [part='button']::before {
    content: '\200b';
  }
  [part='label'] {
    margin-inline-start: 10px;
  }
  @media (hover: hover) {
    [part='button']:hover {
      filter: brightness(0.94);
    }
  }
  [part='button']:active {
    transform: scale(0.985);
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  [part='icon'] {
    display: block;
    flex: none;
    width: 1.25em;
    height: 1.25em;
    fill: currentColor;
  }
  [aria-busy='true'] {
    opacity: 0.8;
    cursor: progress;
  }
`);
