import 'telnyx-call-button';
import {TelnyxCallButton} from 'telnyx-call-button/element';

const button = document.createElement('telnyx-call-button');
button.layout = 'floating';
button.addEventListener('telnyx-call-end', ({reason, duration}) => `${reason} ${duration.toFixed(0)}`);
export const found: TelnyxCallButton | null = document.querySelector('telnyx-call-button');

// @ts-expect-error there is no such layout
button.layout = 'sideways';
// @ts-expect-error read-only
button.callId = 'x';
// @ts-expect-error internal
button.configure();
// @ts-expect-error the event has no such field
button.addEventListener('telnyx-call-end', ({seconds}) => seconds);
