import type {TemplateResult} from 'lit';

/** What takes the place of the panel's inside before a call. */
export interface Instead {
  /** The panel's accessible name. */
  readonly label: string;
  readonly content: TemplateResult;
  /** The id of what describes the panel: read out when it gets the focus. */
  readonly text?: string;
  /** Escape. */
  readonly leave: () => void;
}
