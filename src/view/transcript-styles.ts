const css = String.raw;

/** What is said with an AI assistant, and the field to write in. The panel's styles come first. */
export const transcriptStyles = css`
  [part='transcript'] {
    margin-top: 12px;
  }
  .log {
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    gap: 8px;
    height: 14em;
    min-height: 5em;
    /* What is left of the window by the rest of the panel, for large text. */
    max-height: min(36vh, 100vh - 27em);
    max-height: min(36dvh, 100dvh - 27em);
    overflow: hidden auto;
    overscroll-behavior: contain;
    margin-inline: -16px;
    padding: 10px 16px;
    border-block: 1px solid var(--_line);
  }
  .log:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  .log::before {
    content: '';
    margin-top: auto;
  }
  .panel .log p {
    align-self: flex-start;
    box-sizing: border-box;
    max-width: 88%;
    margin: 0;
    color: inherit;
    overflow-wrap: anywhere;
  }
  .log b {
    display: block;
    font-size: max(12px, 0.857em);
    font-weight: 500;
    color: var(--_soft);
  }
  .log span {
    display: block;
    white-space: pre-line;
  }
  .panel .log .user {
    align-self: flex-end;
    padding: 6px 12px 8px;
    border: 1px solid transparent;
    border-radius: 12px;
    background: var(--_fill);
  }
  .growing span::after {
    content: '…';
    color: var(--_soft);
  }
  .panel .log a {
    display: inline;
    padding: 0;
    unicode-bidi: isolate;
  }
  .write {
    display: flex;
    gap: 4px;
    margin-top: 8px;
  }
  .write input {
    flex: 1;
    min-width: 0;
    box-sizing: border-box;
    min-height: max(44px, 2.75em);
    margin: 0;
    padding: 4px 14px;
    border: 1px solid var(--_soft);
    border-radius: 999px;
    background: var(--_bg);
    color: inherit;
    font: inherit;
  }
  .write input::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .write input:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  .panel .write .icon {
    color: var(--_ink);
  }
  .write svg:dir(rtl) {
    transform: scaleX(-1);
  }
`;
