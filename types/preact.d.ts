import type {ClassAttributes, HTMLAttributes} from 'preact';
import type {TelnyxCallButton} from '../dist/types/index.js';
import type {Attributes, Events, Properties} from './markup.js';

export * from '../dist/types/index.js';

/** What `<telnyx-call-button>` takes in JSX. */
export type TelnyxCallButtonProps = HTMLAttributes<TelnyxCallButton> &
  ClassAttributes<TelnyxCallButton> &
  Attributes &
  Properties & {[Name in keyof Events as `on${Name}`]?: ((event: Events[Name]) => void) | undefined};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'telnyx-call-button': TelnyxCallButtonProps;
    }
  }
}
