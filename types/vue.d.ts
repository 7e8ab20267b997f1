import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {TelnyxCallButton} from '../dist/types/index.js';
import type {Events, Properties} from './markup.js';

export * from '../dist/types/index.js';

/** What `<telnyx-call-button>` takes in a Vue template, which knows an attribute by its property's name. */
export type TelnyxCallButtonProps = HTMLAttributes & Properties & PublicProps;

type Emit = EmitFn<{[Name in keyof Events]: (event: Events[Name]) => void}>;

declare module 'vue' {
  interface GlobalComponents {
    'telnyx-call-button': new () => TelnyxCallButton & {$props: TelnyxCallButtonProps; $emit: Emit};
  }
}
