import 'telnyx-call-button/solid';
import type {TelnyxCallButton} from 'telnyx-call-button/solid';

export function Right() {
  let button: TelnyxCallButton | undefined;
  return (
    <telnyx-call-button
      ref={button}
      id="call"
      class="wide"
      style={{'--telnyx-call-accent': '#123456', margin: '8px'}}
      token-url="/api/telnyx-token"
      destination="+12345678900"
      layout="floating"
      position="top-start"
      warm-up="none"
      no-sounds
      noSounds={false}
      on:telnyx-call-request={(event) => event.waitUntil(Promise.resolve(event.source))}
      on:telnyx-call-state={(event) => event.state === 'active' && button?.mute(true)}
      on:telnyx-call-end={({reason, duration}) => `${reason} ${duration.toFixed(0)}`}
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
  <telnyx-call-button on:telnyx-call-end={(event) => event.seconds} />,
  // @ts-expect-error there is no such state
  <telnyx-call-button on:telnyx-call-state={(event) => event.state === 'talking'} />,
];
