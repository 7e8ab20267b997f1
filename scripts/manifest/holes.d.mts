/** What is described of something public. */
export interface Described {
  name: string;
  description?: string;
  type?: {text: string};
  default?: string;
}

export interface Member extends Described {
  kind: 'field' | 'method';
  attribute?: string;
  readonly?: boolean;
  reflects?: boolean;
  parameters?: Described[];
  return?: {type: {text: string}};
}

export interface Declaration extends Described {
  tagName?: string;
  members: Member[];
  attributes: Described[];
  events: Described[];
  slots: Described[];
  cssParts: Described[];
  cssStates: Described[];
  cssProperties: Described[];
}

/** What `custom-elements.json` holds, as far as the project looks at it. */
export interface Manifest {
  modules: Array<{path: string; declarations: Declaration[]}>;
}

export function holes(manifest: Manifest): string[];
