import {useRef} from 'react';
import 'telnyx-call-button/react';
import type {TelnyxCallButton} from 'telnyx-call-button/react';

export function Right() {
  const button = useRef<TelnyxCallButton>(null);
  return (
    <telnyx-call-button
      ref={button}
      id="call"
      className="wide"
      style={{'--telnyx-call-accent': '#123456', margin: 8}}
      token-url="/api/telnyx-token"
      destination="+12345678900"
      layout="floating"
      position="top-start"
      warm-up="none"
      no-sounds
      noSounds={false}
      ontelnyx-call-request={(event) => event.waitUntil(Promise.resolve(event.source))}
      ontelnyx-call-state={(event) => event.state === 'active' && button.current?.mute(true)}
      ontelnyx-call-end={({reason, duration}) => `${reason} ${duration.toFixed(0)}`}
    >
      <a href="tel:+12345678900">Call +1 234 567 8900</a>
    </telnyx-call-button>
  );
}

// A name with a hyphen that nobody has declared passes: that is TypeScript's own rule for JSX.
export const wrong = [
  // @ts-expect-error there is no such layout
  <telnyx-call-button layout="sideways" />,
  // @ts-expect-error a boolean
  <telnyx-call-button no-sounds="no" />,
  // @ts-expect-error there is no such property
  <telnyx-call-button tokenURL="/api/telnyx-token" />,
  // @ts-expect-error read-only
  <telnyx-call-button callId="x" />,
  // @ts-expect-error the event has no such field
  <telnyx-call-button ontelnyx-call-end={(event) => event.seconds} />,
  // @ts-expect-error there is no such state
  <telnyx-call-button ontelnyx-call-state={(event) => event.state === 'talking'} />,
  // @ts-expect-error there is no such custom property
  <telnyx-call-button style={{'--telnyx-call-acent': '#123456'}} />,
];
