const css = String.raw;

/** The styles of the try of the microphone. The panel's come first. */
export const checkStyles = css`
  .check {
    justify-items: center;
  }
  .check label {
    justify-self: stretch;
  }
  .check [part='level'] {
    gap: 5px;
    height: 3em;
  }
  .check [part='level'] i {
    width: 5px;
    border-radius: 3px;
  }
  .panel .check p {
    /* Two lines, so that nothing jumps when the second comes. */
    min-height: 2.8em;
    margin: 0;
    font-size: 1em;
    text-align: center;
    text-wrap: balance;
  }
  .panel .check .heard {
    color: var(--_ink);
    font-weight: 600;
  }
  .panel .check .silent {
    color: inherit;
    font-weight: 600;
  }
`;
