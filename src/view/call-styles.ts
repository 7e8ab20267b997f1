const css = String.raw;

/** The panel's first page: clock, meter, what covers them for a moment, and the round controls. */
export const callStyles = css`
  /* A second line at the top takes the room of the clock: what is below stays where it is. */
  .top {
    display: flex;
    flex-direction: column;
    min-height: 7.25em;
  }
  .middle {
    flex: 1 0 auto;
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 16px;
    min-height: 2.75em;
    margin: 8px 4px;
  }
  [part='timer'] {
    grid-area: 1 / 1;
    font-size: 2.25em;
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.01em;
    font-variant-numeric: tabular-nums;
    color: var(--telnyx-call-timer-color, inherit);
  }
  [part='timer'] span {
    unicode-bidi: isolate;
  }
  [part='timer'] small {
    display: block;
    font-size: max(14px, 0.39em);
    font-weight: 400;
    letter-spacing: 0;
    line-height: 1.4;
  }
  [part='timer'].soft {
    color: var(--_soft);
  }
  [part='level'] {
    display: flex;
    gap: 3px;
    align-items: center;
    height: 1.5em;
  }
  [part='level'] i {
    --_w: 0.4;
    width: 3px;
    height: 100%;
    border-radius: 2px;
    background: var(--_ink);
    transform: scaleY(calc(0.17 + 0.83 * min(1, var(--_level, 0) * var(--_w))));
    forced-color-adjust: none;
  }
  [part='level'] :nth-child(2n) {
    --_w: 0.65;
  }
  [part='level'] :nth-child(4n + 3) {
    --_w: 0.85;
  }
  [part='level'] :nth-child(5) {
    --_w: 1;
  }
  [part='level'].still i {
    background: var(--_line);
    transform: scaleY(0.17);
  }
  .middle [part='level'] {
    grid-area: 1 / 2;
  }
  .middle [aria-live] {
    grid-area: 1 / 1 / 2 / 3;
    z-index: 1;
    place-self: stretch;
    display: grid;
  }
  .middle [aria-live]:empty {
    pointer-events: none;
  }
  .panel .notice {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin: 8px 0 0;
    flex-wrap: wrap;
    gap: 0 12px;
    padding: 6px 12px;
    border: 1px solid transparent;
    border-radius: 12px;
    background: linear-gradient(var(--_fill) 0 0) var(--_bg);
    color: inherit;
    animation: appear 160ms ease-out;
  }
  .notice span {
    flex: 1 1 9em;
  }
  .panel .notice .link {
    min-width: 44px;
  }
  .middle .notice {
    margin: 0 -4px;
  }
  .panel .brief {
    animation: leave 160ms 8s ease-in both;
  }
  @keyframes leave {
    to {
      opacity: 0;
      visibility: hidden;
    }
  }
  [part='consent'] {
    display: block;
    margin: 4px 4px 8px;
    overflow-wrap: anywhere;
  }
  .foot .ghost {
    margin-top: 8px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 4px;
    margin-inline: -4px;
  }
  .panel .round {
    display: grid;
    flex: 1 0 4.9em;
    min-width: 0;
    max-width: 50%;
    align-content: start;
    justify-items: center;
    gap: 6px;
    padding: 4px 2px;
    border: 0;
    font-size: 0.8125em;
    font-weight: 500;
    line-height: 1.2;
    border-radius: 12px;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .round span {
    box-sizing: border-box;
    width: 4em;
    height: 4em;
    border: 1px solid transparent;
    border-radius: 50%;
    display: grid;
    place-items: center;
    background: var(--telnyx-call-control-background, var(--_fill));
    color: var(--telnyx-call-control-color, inherit);
    transition:
      background-color 120ms ease-out,
      transform 120ms ease-out;
  }
  .panel .round svg {
    width: 1.54em;
    height: 1.54em;
  }
  @media (hover: hover) {
    .round:hover:enabled span {
      border-color: var(--_line);
    }
  }
  .round:active:enabled span {
    transform: scale(0.94);
  }
  .round.on span {
    background: var(--_fg);
    color: var(--_bg);
  }
  @media (forced-colors: active) {
    .round.on span {
      border-width: 3px;
    }
    [part='level'] i,
    [part='quality'] .full {
      background: CanvasText;
    }
    [part='level'].still i,
    [part='quality'] i {
      background: GrayText;
    }
    .spinner {
      color: CanvasText;
    }
  }
`;
