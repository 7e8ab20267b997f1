import type {TelnyxRTC} from '@telnyx/webrtc';

/**
 * Keeps requests that nobody waits for from failing as errors of the page.
 *
 * A workaround: the SDK sends pings, and some other requests, without a handler for their failure. A line that
 * closes before the answer would then show up as an unhandled rejection in the host page's error tracking. It may
 * go when the SDK catches them itself (https://github.com/team-telnyx/webrtc,
 * `packages/js/src/Modules/Verto/webrtc/VertoHandler.ts`). Whoever does wait is told as before.
 */
export function catchUnheard(client: TelnyxRTC): void {
  const execute = client.execute.bind(client);
  client.execute = (message) => {
    const answer = execute(message);
    answer.catch(() => undefined);
    return answer;
  };
}
