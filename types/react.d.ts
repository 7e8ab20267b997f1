import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {TelnyxCallButton} from '../dist/types/index.js';
import type {Attributes, CustomProperties, Events, Properties} from './markup.js';

export * from '../dist/types/index.js';

/** What `<telnyx-call-button>` takes in JSX. */
export type TelnyxCallButtonProps = DetailedHTMLProps<HTMLAttributes<TelnyxCallButton>, TelnyxCallButton> &
  Attributes &
  Properties & {[Name in keyof Events as `on${Name}`]?: ((event: Events[Name]) => void) | undefined};

declare module 'react' {
  // The name is React's.
  interface CSSProperties extends CustomProperties {}

  namespace JSX {
    interface IntrinsicElements {
      'telnyx-call-button': TelnyxCallButtonProps;
    }
  }
}
