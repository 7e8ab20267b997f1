import {unsafeCSS} from 'lit';

// Lit's own `css` comes with checks that a text without values does not need.
const css = String.raw;

/** The shell's styles: the idle button and what the panel shares with it. */
export const buttonStyles = unsafeCSS(css`
  :host {
    display: inline-block;
    --_accent: var(--telnyx-call-accent, #0b6e4f);
    --_on: #fff;
  }
  :host([hidden]) {
    display: none;
  }
  @supports (color: light-dark(red, red)) and (color: oklch(from red l c h)) {
    :host {
      --_accent: var(--telnyx-call-accent, light-dark(#0b6e4f, #5fd0a5));
      --_on: oklch(from var(--_accent) clamp(0, (0.66 - l) * 999, 1) 0 0);
    }
  }
  [part='button'] {
    appearance: none;
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-height: 48px;
    max-width: 100%;
    margin: 0;
    padding: 8px 22px 8px 18px;
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
  [part='button']:hover {
    filter: brightness(0.94);
  }
  [part='button']:active {
    transform: scale(0.985);
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  [part='icon'] {
    display: block;
    flex: none;
    width: 20px;
    height: 20px;
    fill: currentColor;
  }
  [aria-busy='true'] {
    opacity: 0.8;
    cursor: progress;
  }
`);
