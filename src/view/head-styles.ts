const css = String.raw;

/** The top of the panel: title, status, quality, and the banner over them. */
export const headStyles = css`
  header {
    position: relative;
    z-index: 0;
    display: flex;
    gap: 4px;
    align-items: flex-start;
    margin: -4px -4px 0;
  }
  .who {
    display: grid;
    flex: 1;
    min-width: 0;
    min-height: 2.75em;
    padding-inline-start: 8px;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .who > * {
    grid-area: 1 / 1;
    min-width: 0;
  }
  .back ~ .who {
    padding-inline-start: 4px;
  }
  .who b {
    display: block;
    font-weight: 600;
    line-height: 1.3;
    padding-top: 2px;
  }
  .covered {
    visibility: hidden;
  }
  [part='status'] {
    display: block;
    font-size: 0.875em;
    color: var(--_soft);
  }
  .back:dir(rtl) svg {
    transform: scaleX(-1);
  }
  .banner {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    padding-top: 2px;
    background: var(--_warned);
    color: var(--_warn);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    animation: appear 160ms ease-out;
  }
  .banner::before {
    content: '';
    position: absolute;
    z-index: -1;
    inset: -12px -12px -4px;
    border-bottom: 1px solid transparent;
    background: inherit;
  }
  .banner b {
    font-weight: 600;
  }
  .banner b,
  .banner span {
    display: block;
  }
  .spinner {
    flex: none;
    box-sizing: border-box;
    width: 1.15em;
    height: 1.15em;
    margin-top: 0.15em;
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
  [part='quality'] {
    display: inline-flex;
    gap: 2px;
    align-items: flex-end;
    height: 0.9em;
    margin-inline-start: 4px;
    color: var(--_ink);
    forced-color-adjust: preserve-parent-color;
  }
  .panel .bars {
    display: inline-grid;
    place-items: center;
    min-width: max(44px, 2.75em);
    vertical-align: middle;
    margin: -1em -0.5em;
  }
  .bars [part='quality'] {
    margin: 0;
  }
  /* The target is larger than what is seen of it, and lies over the words around. */
  .panel .bars:focus-visible {
    outline-offset: -9px;
  }
  .warning,
  .critical {
    color: var(--_warn);
  }
  [part='quality'] i {
    width: 4px;
    height: 40%;
    border-radius: 1px;
    background: var(--_line);
    forced-color-adjust: none;
  }
  [part='quality'] i + i {
    height: 70%;
  }
  [part='quality'] i + i + i {
    height: 100%;
  }
  [part='quality'] .full {
    background: currentColor;
  }
`;
