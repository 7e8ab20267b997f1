import {callStyles} from './call-styles.js';
import {headStyles} from './head-styles.js';
import {pageStyles} from './page-styles.js';

const css = String.raw;

/** The panel's styles. The shell's `button` styles come first. */
export const panelStyles = css`
  .panel {
    --_bg: var(--telnyx-call-panel-background, var(--telnyx-call-background, #fff));
    --_fg: var(--telnyx-call-panel-color, var(--telnyx-call-color, #1c1b19));
    --_soft: var(--telnyx-call-soft, #6b6862);
    --_line: var(--telnyx-call-line, #e7e4dd);
    --_fill: var(--telnyx-call-fill, #f3f1ec);
    --_danger: var(--telnyx-call-hang-up-background, var(--telnyx-call-danger, #b3261e));
    --_on-danger: var(--telnyx-call-hang-up-color, #fff);
    --_warn: #7a4b00;
    --_warned: #fff1d2;
    --_ink: var(--_accent);
    --_width: 20em;
    position: fixed;
    inset: auto;
    left: clamp(
      env(safe-area-inset-left, 0px),
      var(--_x, 8px),
      calc(100% - var(--_width) - env(safe-area-inset-right, 0px))
    );
    top: var(--_y, 8px);
    z-index: 2147483647;
    box-sizing: border-box;
    width: var(--_width);
    max-width: calc(100vw - 16px);
    max-height: calc(100vh - 16px);
    max-height: calc(100dvh - 16px);
    overflow: hidden auto;
    overscroll-behavior: contain;
    /* What gets the focus comes out from under the foot. */
    scroll-padding-block: 8px 5em;
    margin: 0;
    padding: 16px 16px 0;
    border: 1px solid var(--_line);
    border-radius: var(--telnyx-call-panel-radius, var(--telnyx-call-radius, 16px));
    background: var(--_bg);
    color: var(--_fg);
    font: inherit;
    /* Follows the visitor's own size, whatever the page has made of 1rem. */
    font-size: max(16px, 1rem);
    line-height: 1.4;
    /* Japanese lines end between phrases. */
    word-break: auto-phrase;
    text-align: start;
    text-transform: none;
    white-space: normal;
    box-shadow:
      0 1px 2px #0000000f,
      0 12px 32px #0000001a;
    animation: appear 160ms ease-out;
  }
  @supports (color: light-dark(red, red)) {
    .panel {
      --_bg: var(--telnyx-call-panel-background, var(--telnyx-call-background, light-dark(#fff, #1d1f1e)));
      --_fg: var(--telnyx-call-panel-color, var(--telnyx-call-color, light-dark(#1c1b19, #eeece7)));
      --_soft: var(--telnyx-call-soft, light-dark(#6b6862, #a5a29b));
      --_line: var(--telnyx-call-line, light-dark(#e7e4dd, #3a3d3b));
      --_fill: var(--telnyx-call-fill, light-dark(#f3f1ec, #2b2e2c));
      --_danger: var(
        --telnyx-call-hang-up-background,
        var(--telnyx-call-danger, light-dark(#b3261e, #f2776d))
      );
      --_on-danger: var(--telnyx-call-hang-up-color, light-dark(#fff, #2a0603));
      --_warn: light-dark(#7a4b00, #ffd58a);
      --_warned: light-dark(#fff1d2, #3a2c10);
    }
  }
  @supports (color: light-dark(red, red)) and (color: color(from red xyz-d65 x y z)) {
    .panel {
      --_on-danger: var(
        --telnyx-call-hang-up-color,
        color(
          from var(--_danger) xyz-d65 clamp(0, (0.179 - y) * 999, 0.95) clamp(0, (0.179 - y) * 999, 1)
            clamp(0, (0.179 - y) * 999, 1.089)
        )
      );
      /* The accent, as much darker or lighter as text on the panel's own backgrounds needs. */
      --_ink: light-dark(
        color(
          from var(--_accent) xyz-d65 calc(x * min(1, 0.15 / y)) calc(y * min(1, 0.15 / y))
            calc(z * min(1, 0.15 / y))
        ),
        oklch(from var(--_accent) max(l, 0.8) c h)
      );
      --_focus: var(--telnyx-call-focus-color, var(--_ink));
    }
  }
  .panel:focus {
    outline: none;
  }
  .panel:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 0;
  }
  .panel ::slotted(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  .panel button {
    font: inherit;
    cursor: pointer;
    min-width: 2.75em;
    min-height: max(44px, 2.75em);
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 999px;
    background: none;
    box-shadow: none;
    color: inherit;
    letter-spacing: inherit;
    touch-action: manipulation;
  }
  .panel button:disabled,
  .panel [aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  .panel svg[part] {
    width: 1.25em;
    height: 1.25em;
  }
  .panel .icon {
    flex: none;
    color: var(--_soft);
    display: grid;
    place-items: center;
  }
  @media (hover: hover) {
    .panel .icon:hover {
      background: var(--_fill);
    }
  }
  .panel .pill {
    width: 100%;
    min-height: 3em;
    padding: 8px 20px;
    font-weight: 600;
    line-height: 1.25;
    background: var(--_accent);
    color: var(--_on);
    /* An edge for an accent that can hardly be told from the panel. */
    border-color: var(--_ink);
  }
  .panel .end {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .panel .ghost {
    border-color: var(--_line);
    background: none;
    color: inherit;
  }
  @media (hover: hover) {
    .panel .ghost:hover:enabled {
      background: var(--_fill);
      filter: none;
    }
  }
  .panel .caller {
    display: grid;
    gap: 2px;
    margin: 12px 4px 4px;
    font-size: 1em;
    overflow-wrap: anywhere;
  }
  .caller b {
    font-size: 1.375em;
    line-height: 1.25;
    color: var(--_fg);
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .panel .pair .pill {
    flex: 1 1 7.5em;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
  }
  .panel .answer {
    border-color: transparent;
    background: #17805c;
    color: #fff;
  }
  .foot {
    position: sticky;
    bottom: 0;
    z-index: 2;
    margin: 8px -16px 0;
    padding: 8px 16px 16px;
    background: var(--_bg);
  }
  @media (hover: hover) {
    .panel .pill:hover:enabled {
      filter: brightness(0.94);
    }
  }
  .panel .pill:active:enabled {
    transform: scale(0.985);
  }
  .panel .first {
    margin-block: 8px 4px;
  }
  .panel p {
    margin: 8px 4px 0;
    font-size: 0.875em;
    color: var(--_soft);
  }
  .panel .link,
  .panel a,
  .panel ::slotted(a) {
    display: inline-block;
    color: var(--_ink);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .panel a,
  .panel ::slotted(a) {
    padding-block: 0.9em;
    /* A number begins with its +, also where text runs from right to left. */
    unicode-bidi: plaintext;
  }
  .panel .quiet {
    color: inherit;
    font-weight: 400;
  }
  .panel .link {
    border: 0;
    border-radius: 6px;
    text-align: start;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  ${headStyles} ${callStyles} ${pageStyles} .status {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (max-width: 479px) {
    .panel {
      left: 0;
      top: auto;
      bottom: 0;
      width: 100%;
      max-width: none;
      border-radius: var(--telnyx-call-radius, 16px) var(--telnyx-call-radius, 16px) 0 0;
      border-width: 1px 0 0;
    }
    .foot {
      padding-bottom: max(16px, env(safe-area-inset-bottom));
    }
  }
  @media print {
    .panel {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .panel .pill:not(.ghost) {
      border-width: 3px;
    }
    .panel button:disabled,
    .panel [aria-disabled='true'] {
      opacity: 1;
      color: GrayText;
      border-color: GrayText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .panel,
    .panel * {
      animation-duration: 0s !important;
      transition: none !important;
    }
  }
`;
