import type {SvelteHTMLElements} from 'svelte/elements';
import 'telnyx-call-button/svelte';

type Props = SvelteHTMLElements['telnyx-call-button'];

export const right: Props = {
  id: 'call',
  class: 'wide',
  style: '--telnyx-call-accent: #123456',
  'token-url': '/api/telnyx-token',
  destination: '+12345678900',
  layout: 'floating',
  position: 'top-start',
  'warm-up': 'none',
  'no-sounds': true,
  noSounds: false,
  'ontelnyx-call-request': (event) => event.waitUntil(Promise.resolve(event.source)),
  'ontelnyx-call-state': (event) => void (event.state === 'active'),
  'ontelnyx-call-end': ({reason, duration}) => void `${reason} ${duration.toFixed(0)}`,
};

export const wrong: Props[] = [
  // @ts-expect-error there is no such layout
  {layout: 'sideways'},
  // @ts-expect-error a boolean
  {'no-sounds': 'no'},
  // @ts-expect-error there is no such property
  {tokenURL: '/api/telnyx-token'},
  // @ts-expect-error read-only
  {callId: 'x'},
  // @ts-expect-error there is no such event
  {'ontelnyx-call-start': () => undefined},
  // @ts-expect-error the event has no such field
  {'ontelnyx-call-end': (event) => void event.seconds},
  // @ts-expect-error there is no such state
  {'ontelnyx-call-state': (event) => void (event.state === 'talking')},
];
