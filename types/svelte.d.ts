import type {HTMLAttributes} from 'svelte/elements';
import type {TelnyxCallButton} from '../dist/types/index.js';
import type {Attributes, Events, Properties} from './markup.js';

export * from '../dist/types/index.js';

/** What `<telnyx-call-button>` takes in a Svelte template. */
export type TelnyxCallButtonProps = HTMLAttributes<TelnyxCallButton> &
  Attributes &
  Properties & {[Name in keyof Events as `on${Name}`]?: ((event: Events[Name]) => void) | undefined};

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'telnyx-call-button': TelnyxCallButtonProps;
  }
}
