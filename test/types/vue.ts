import type {GlobalComponents} from 'vue';
import type {TelnyxCallEndEvent} from 'telnyx-call-button/vue';

/** What an editor looks at when it checks a template: `v-bind` goes to the props, `@` to what is emitted. */
type Button = InstanceType<GlobalComponents['telnyx-call-button']>;
type Props = Button['$props'];
declare const emit: Button['$emit'];
declare const button: Button;
declare const end: TelnyxCallEndEvent;

export const right: Props = {
  id: 'call',
  class: 'wide',
  style: {'--telnyx-call-accent': '#123456'},
  tokenUrl: '/api/telnyx-token',
  destination: '+12345678900',
  layout: 'floating',
  position: 'top-start',
  warmUp: 'none',
  noSounds: true,
};

export const wrong: Props[] = [
  // @ts-expect-error there is no such layout
  {layout: 'sideways'},
  // @ts-expect-error a boolean
  {noSounds: 'no'},
  // @ts-expect-error there is no such property
  {tokenURL: '/api/telnyx-token'},
  // @ts-expect-error read-only
  {callId: 'x'},
];

export function listeners(): void {
  emit('telnyx-call-end', end);
  void button.mute(true);
  // @ts-expect-error there is no such event
  emit('telnyx-call-start', end);
  // @ts-expect-error an event of another class
  emit('telnyx-call-error', end);
}
