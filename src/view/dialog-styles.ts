const css = String.raw;

/** The recovery dialog's styles. The panel's come first: the dialog is a panel too. */
export const dialogStyles = css`
  .dialog {
    inset: 0;
    width: 420px;
    max-width: calc(100vw - 32px);
    height: fit-content;
    max-height: calc(100dvh - 32px);
    margin: auto;
    padding: 20px;
    overscroll-behavior: contain;
  }
  .dialog::backdrop {
    background: #0000;
  }
  .dialog:modal::backdrop {
    background: #0007;
  }
  .dialog.aside {
    inset: 16px 16px auto auto;
    margin: 0;
    width: 360px;
  }
  .dialog.aside.left {
    inset: 16px auto auto 16px;
  }
  .dialog h2 {
    margin: 16px 0 0;
    font: inherit;
    font-size: 20px;
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
    overflow-wrap: anywhere;
    outline: none;
  }
  .dialog p {
    margin: 12px 0 0;
  }
  .dialog .why {
    margin-top: 4px;
    font-size: 16px;
    text-wrap: pretty;
  }
  .dialog .why:empty {
    display: none;
  }
  .dialog ol {
    counter-reset: step;
    list-style: none;
    margin: 16px 0 0;
    padding: 0;
    display: grid;
    gap: 8px;
  }
  .dialog li {
    counter-increment: step;
    display: flex;
    gap: 12px;
  }
  .dialog li:not(:only-child)::before {
    content: counter(step);
    flex: none;
    box-sizing: border-box;
    min-width: 24px;
    height: 24px;
    border: 1px solid transparent;
    border-radius: 12px;
    background: var(--_fill);
    font-size: 13px;
    font-weight: 600;
    line-height: 22px;
    text-align: center;
  }
  .dialog .waits {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    color: inherit;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 20px;
  }
  .panel .acts .pill {
    flex: 1 1 auto;
    box-sizing: border-box;
    width: auto;
    padding: 8px 20px;
    line-height: 1.25;
  }
  .panel a.pill {
    display: grid;
    place-items: center;
    border: 1px solid transparent;
    border-radius: 999px;
    color: var(--_on);
    text-align: center;
    text-decoration: none;
  }
  .panel .ghost {
    border-color: var(--_line);
    background: none;
    color: inherit;
  }
  .panel .ghost:hover:enabled {
    background: var(--_fill);
    filter: none;
  }
  .dialog [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  .dialog footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    margin-top: 16px;
    padding-top: 4px;
    border-top: 1px solid var(--_line);
  }
  .dialog small {
    display: block;
    margin-top: 4px;
    font-size: 13px;
  }
  .qr {
    flex: none;
    box-sizing: border-box;
    width: 112px;
    margin-top: 12px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: #fff;
    fill: #000;
    shape-rendering: crispEdges;
    forced-color-adjust: none;
  }
  .pic,
  .sign {
    border: 1px solid transparent;
    background: var(--_fill);
  }
  .pic {
    padding: 20px 24px;
    border-radius: 12px;
    font-size: 13px;
    line-height: 1.3;
    color: var(--_soft);
    overflow: hidden;
  }
  .sign {
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    border-radius: 50%;
  }
  .sign svg {
    width: 26px;
    height: 26px;
  }
  .pic svg {
    flex: none;
    width: 16px;
    height: 16px;
  }
  .pic .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .bar,
  .bubble,
  .bubble.stack span:first-child {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .bar,
  .bubble {
    border: 1px solid var(--_line);
    background: var(--_bg);
  }
  .bar {
    height: 38px;
    padding: 0 12px;
    border-radius: 20px;
  }
  .bar.menu {
    border-radius: 8px;
    gap: 16px;
  }
  .bar bdi {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bubble {
    box-sizing: border-box;
    width: 75%;
    margin-top: 6px;
    padding: 10px 12px;
    border-radius: 10px;
  }
  .bubble.stack {
    flex-direction: column;
    align-items: stretch;
    gap: 6px;
  }
  .ring {
    flex: none;
    display: grid;
    place-items: center;
    min-width: 28px;
    height: 28px;
    margin-block: -3px;
    margin-inline-start: -6px;
    border: 2px solid var(--_accent);
    border-radius: 16px;
    color: var(--_fg);
  }
  .ring b {
    padding: 0 8px;
    font-weight: 600;
  }
  .pic u {
    flex: 1 1 auto;
    max-width: 96px;
    height: 6px;
    border-radius: 3px;
    background: currentColor;
    opacity: 0.35;
  }
  .menu u {
    flex: 0 0 32px;
  }
  .bubble > u {
    margin-inline-end: auto;
  }
  .choice {
    display: grid;
    place-items: center;
    min-width: 52px;
    height: 22px;
    border: 1px solid var(--_line);
    border-radius: 12px;
  }
  .choice u {
    width: 24px;
  }
  .chosen {
    border: 2px solid var(--_accent);
    color: var(--_fg);
  }
  .switch {
    position: relative;
    width: 30px;
    height: 18px;
    border: 1px solid transparent;
    border-radius: 10px;
    box-sizing: border-box;
    background: var(--_accent);
  }
  .switch::after {
    content: '';
    position: absolute;
    inset-block-start: 2px;
    inset-inline-end: 2px;
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: var(--_on);
  }
  @media (max-width: 479px) {
    .dialog,
    .dialog.aside,
    .dialog.aside.left {
      inset: auto 0 0;
      width: 100%;
      max-width: none;
      max-height: calc(100dvh - 16px);
      margin: 0;
      padding-bottom: max(20px, env(safe-area-inset-bottom));
    }
    .qr,
    .dialog small {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .panel a.pill {
      border-color: LinkText;
      color: LinkText;
    }
    .switch::after,
    .pic u {
      background: CanvasText;
      opacity: 1;
    }
  }
`;
