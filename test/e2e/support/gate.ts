/** Something held back until a test lets it go. */
export interface Gate {
  /** Resolves when the gate is open. */
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {opened, open};
}
