const css = String.raw;

/** The styles of the pictures in the recovery dialog. */
export const pictureStyles = css`
  .pic,
  .sign {
    border: 1px solid transparent;
    background: var(--_fill);
  }
  .pic {
    padding: 16px 24px;
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
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar bdi + svg {
    margin-inline-start: auto;
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
  .list {
    display: flex;
    padding: 0 4px 0 8px;
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
  @media (forced-colors: active) {
    .switch::after,
    .pic u {
      background: CanvasText;
      opacity: 1;
    }
  }
`;
