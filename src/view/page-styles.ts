const css = String.raw;

/** The panel's other pages: the keypad, the devices, and the figures of the connection. */
export const pageStyles = css`
  .page {
    margin-top: 12px;
    animation: appear 160ms ease-out;
  }
  .digits {
    display: inline-flex;
    max-width: 100%;
    justify-content: right;
    overflow: hidden;
    color: var(--_fg);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.12em;
    white-space: nowrap;
  }
  .digits span {
    margin-inline-end: auto;
  }
  .digits i {
    font-style: normal;
  }
  [part='keypad'] {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 8px;
  }
  .panel .key {
    display: grid;
    place-content: center;
    min-width: 0;
    min-height: 2.6em;
    border-radius: 12px;
    background: var(--telnyx-call-key-background, var(--_fill));
    color: var(--telnyx-call-key-color, inherit);
    font-size: 1.25em;
    font-weight: 500;
    line-height: 1.1;
    transition: transform 120ms ease-out;
    user-select: none;
  }
  @media (hover: hover) {
    .key:hover:enabled {
      border-color: var(--_line);
    }
  }
  .key:active:enabled {
    transform: scale(0.96);
  }
  .key small {
    min-height: 1.1em;
    font-size: 0.65em;
    font-weight: 400;
    letter-spacing: 0.06em;
    color: var(--_soft);
  }
  .audio {
    display: grid;
    gap: 12px;
    padding-inline: 4px;
  }
  .audio label > span:first-child {
    display: block;
    margin-bottom: 4px;
    font-size: 0.875em;
    font-weight: 500;
  }
  .select {
    position: relative;
    display: block;
  }
  .select svg {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 12px;
    margin-block: auto;
    pointer-events: none;
    color: var(--_soft);
  }
  .audio select {
    appearance: none;
    box-sizing: border-box;
    width: 100%;
    min-height: 3em;
    margin: 0;
    padding-block: 8px;
    padding-inline: 14px 40px;
    border: 1px solid transparent;
    border-radius: 12px;
    background: var(--_fill);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  option {
    background: var(--_bg);
    color: var(--_fg);
  }
  /* A phone on its side. */
  @media (max-height: 419px) and (min-width: 480px) {
    .panel {
      --_width: 26em;
    }
    [part='keypad'] {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .audio {
      grid-template-columns: 1fr 1fr;
      align-items: center;
    }
  }
  .figures {
    padding-inline: 4px;
    outline: none;
  }
  .panel .chart {
    display: block;
    width: 100%;
    height: auto;
    direction: ltr;
    color: var(--_ink);
  }
  .chart path {
    fill: none;
    stroke: currentColor;
    stroke-width: 2.4;
    stroke-linecap: round;
  }
  .chart .mark {
    stroke: var(--_soft);
    stroke-width: 0.5;
    stroke-dasharray: 2 3;
  }
  .chart text {
    fill: var(--_soft);
    font-size: 9px;
  }
  .figures dl {
    margin: 12px 0 0;
    font-size: 0.875em;
  }
  .figures dl div {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-block: 4px;
  }
  .figures dl div + div {
    border-top: 1px solid var(--_line);
  }
  .figures dt {
    color: var(--_soft);
  }
  .figures dd {
    margin: 0;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  [type='range'] {
    box-sizing: border-box;
    width: 100%;
    height: 2.75em;
    font: inherit;
    margin: 0;
    accent-color: var(--_ink);
    cursor: pointer;
  }
`;
