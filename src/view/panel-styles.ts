const css = String.raw;

/** The panel's styles. The shell's `button` styles come first. */
export const panelStyles = css`
  .panel {
    --_bg: var(--telnyx-call-panel-background, var(--telnyx-call-background, #fff));
    --_fg: var(--telnyx-call-panel-color, var(--telnyx-call-color, #1c1b19));
    --_soft: var(--telnyx-call-soft, #6b6862);
    --_line: var(--telnyx-call-line, #e7e4dd);
    --_fill: var(--telnyx-call-fill, #f3f1ec);
    --_danger: var(--telnyx-call-danger, #b3261e);
    --_on-danger: #fff;
    position: fixed;
    inset: auto;
    left: var(--_x, 8px);
    top: var(--_y, 8px);
    z-index: 2147483647;
    box-sizing: border-box;
    width: 320px;
    max-width: calc(100vw - 16px);
    max-height: calc(100dvh - 16px);
    overflow: auto;
    margin: 0;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--telnyx-call-panel-radius, var(--telnyx-call-radius, 16px));
    background: var(--_bg);
    color: var(--_fg);
    font: inherit;
    font-size: 16px;
    line-height: 1.4;
    text-align: start;
    box-shadow:
      0 1px 2px #0000000f,
      0 12px 32px #0000001a;
    animation: appear 160ms ease-out;
  }
  @supports (color: light-dark(#000, #fff)) {
    .panel {
      --_bg: var(--telnyx-call-panel-background, var(--telnyx-call-background, light-dark(#fff, #1d1f1e)));
      --_fg: var(--telnyx-call-panel-color, var(--telnyx-call-color, light-dark(#1c1b19, #eeece7)));
      --_soft: var(--telnyx-call-soft, light-dark(#6b6862, #a5a29b));
      --_line: var(--telnyx-call-line, light-dark(#e7e4dd, #3a3d3b));
      --_fill: var(--telnyx-call-fill, light-dark(#f3f1ec, #2b2e2c));
      --_danger: var(--telnyx-call-danger, light-dark(#b3261e, #f2776d));
      --_on-danger: light-dark(#fff, #2a0603);
    }
  }
  .panel:focus {
    outline: none;
  }
  .panel:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  header {
    display: flex;
    gap: 8px;
    align-items: flex-start;
  }
  .who {
    flex: 1;
    min-width: 0;
    padding: 4px 0 0 4px;
    overflow-wrap: anywhere;
  }
  .who b {
    display: block;
    font-weight: 600;
    line-height: 1.3;
  }
  .who span {
    font-size: 14px;
    color: var(--_soft);
  }
  .panel button {
    font: inherit;
    cursor: pointer;
    min-width: 44px;
    min-height: 44px;
    margin: 0;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 999px;
    background: none;
    box-shadow: none;
    color: inherit;
  }
  .panel button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .panel .icon {
    color: var(--_soft);
    display: grid;
    place-items: center;
    margin: -4px -4px 0 0;
  }
  .panel .icon:hover {
    background: var(--_fill);
  }
  .middle {
    display: flex;
    align-items: center;
    gap: 16px;
    padding: 16px 4px 20px;
  }
  [part='timer'] {
    flex: 1;
    font-size: 36px;
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
  }
  [part='timer'] small {
    display: block;
    font-size: 14px;
    font-weight: 400;
    letter-spacing: 0;
    line-height: 1.4;
  }
  .soft {
    color: var(--_soft);
  }
  .banner {
    --_ink: #7a4b00;
    display: flex;
    gap: 12px;
    margin: -16px -16px 12px;
    padding: 12px 20px;
    border-bottom: 1px solid transparent;
    background: #fff1d2;
    color: var(--_ink);
    font-size: 14px;
    font-variant-numeric: tabular-nums;
    animation: appear 160ms ease-out;
  }
  @supports (color: light-dark(#000, #fff)) {
    .banner {
      --_ink: light-dark(#7a4b00, #ffd58a);
      background: light-dark(#fff1d2, #3a2c10);
    }
  }
  .banner b,
  .banner span {
    display: block;
  }
  .spinner {
    flex: none;
    box-sizing: border-box;
    width: 16px;
    height: 16px;
    margin-top: 2px;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    forced-color-adjust: none;
    border-radius: 50%;
    animation: turn 1.2s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .panel .first {
    margin-block: 0 12px;
  }
  .panel .round {
    display: grid;
    justify-items: center;
    gap: 6px;
    min-width: 64px;
    border: 0;
    font-size: 13px;
    font-weight: 500;
    line-height: 1.2;
    border-radius: 12px;
  }
  .round span {
    width: 52px;
    height: 52px;
    border: 1px solid transparent;
    border-radius: 50%;
    display: grid;
    place-items: center;
    background: var(--_fill);
    transition: background-color 120ms ease-out;
  }
  .round[aria-pressed='true'] span {
    background: var(--_fg);
    color: var(--_bg);
  }
  .panel .pill {
    width: 100%;
    min-height: 48px;
    padding: 0 20px;
    font-weight: 600;
    background: var(--_accent);
    color: var(--_on);
  }
  .panel .end {
    position: sticky;
    bottom: 0;
    box-shadow: 0 0 0 8px var(--_bg);
    background: var(--_danger);
    color: var(--_on-danger);
  }
  .panel .pill:hover:enabled {
    filter: brightness(0.94);
  }
  .panel .pill:active:enabled {
    transform: scale(0.985);
  }
  header + .pill {
    margin-top: 16px !important;
  }
  .panel p {
    margin: 12px 4px 0;
    font-size: 14px;
    color: var(--_soft);
  }
  .panel .link,
  .panel a,
  .panel ::slotted(a) {
    display: inline-block;
    color: var(--_accent);
    color: color-mix(in srgb, var(--_accent) 60%, var(--_fg));
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .panel .link {
    min-width: 0;
    border: 0;
    border-radius: 6px;
  }
  .status {
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
      padding-bottom: max(16px, env(safe-area-inset-bottom));
    }
  }
  @media (forced-colors: active) {
    .panel .pill:not(.ghost) {
      border-width: 3px;
    }
    .round[aria-pressed='true'] span {
      border-width: 3px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .panel,
    .banner,
    .spinner,
    .round span {
      animation: none;
      transition: none;
    }
  }
`;
