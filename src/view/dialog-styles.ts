import {pictureStyles} from './picture-styles.js';

const css = String.raw;

/** The recovery dialog's styles. The panel's come first: the dialog is a panel too. */
export const dialogStyles = css`
  ${pictureStyles}
  .dialog {
    inset: 0;
    width: 26.25em;
    max-width: calc(100vw - 32px);
    height: fit-content;
    max-height: calc(100dvh - 32px);
    margin: auto;
    padding: 20px;
    overscroll-behavior: contain;
    text-wrap: balance;
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
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap: anywhere;
    outline: none;
  }
  .dialog p {
    margin: 12px 0 0;
  }
  .dialog .why {
    margin-top: 4px;
    font-size: 1em;
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
    min-width: 1.85em;
    height: 1.85em;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_fill);
    font-size: 0.8125em;
    font-weight: 600;
    line-height: calc(1.85em - 2px);
    text-align: center;
  }
  .dialog .waits {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    color: inherit;
  }
  /* What can be done stays in sight, however little of the dialog does. */
  .acts {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
    padding-block: 12px;
    background: var(--_bg);
  }
  /* Where the card covers the panel, it hangs up in its stead, and nobody gets lost below it. */
  @media (max-width: 719px) {
    .panel:has(~ .aside) {
      visibility: hidden;
    }
  }
  .panel .acts .end {
    flex-basis: 100%;
  }
  @media (min-width: 720px) {
    .panel .acts .end {
      display: none;
    }
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
    border-style: solid;
    border-width: 1px;
    border-radius: 999px;
    color: var(--_on);
    text-align: center;
    text-decoration: none;
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
    text-wrap: wrap;
    margin-top: 4px;
    padding-top: 4px;
    border-top: 1px solid var(--_line);
  }
  .dialog small {
    display: block;
    margin-top: 4px;
    font-size: 0.93em;
  }
  .qr {
    flex: none;
    margin-top: 12px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: #fff;
    fill: #000;
    shape-rendering: crispEdges;
    forced-color-adjust: none;
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
    .dialog footer a,
    .dialog footer ::slotted(a) {
      padding-block: 13px;
    }
    .dialog footer p {
      margin-top: 8px;
    }
    .qr,
    .dialog small {
      display: none;
    }
  }
  @media (max-height: 519px) {
    .pic,
    .sign {
      display: none;
    }
    .dialog h2 {
      margin: 0;
    }
    .dialog:modal {
      width: min(560px, 100%);
    }
  }
  @media (forced-colors: active) {
    .panel a.pill {
      border-color: LinkText;
      color: LinkText;
    }
  }
`;
