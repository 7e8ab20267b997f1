/**
 * The audio that every call asks for, after Telnyx's production guide.
 *
 * @see https://developers.telnyx.com/docs/voice/webrtc/js-sdk
 */
export const AUDIO: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

/** How long a token endpoint may take (ms). */
const TOKEN_WITHIN_MS = 8_000;

/** What the shell starts in the click's own task and hands over when the kit has come. */
export interface Early {
  readonly microphone?: Promise<MediaStream> | undefined;
  readonly token?: Promise<Response> | undefined;
}

/** Asks for the microphone. Rejects, and never throws, where the page may not or can't. */
export async function requestMicrophone(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({audio: AUDIO});
}

/** Turns a microphone off. */
export function stop(stream: MediaStream | undefined): void {
  stream?.getTracks().forEach((track) => track.stop());
}

/**
 * Asks the token endpoint for a login token. The page is named without its query and fragment, which can
 * hold personal data.
 */
export async function requestToken(url: string, destination: string | undefined): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({destination, page: location.origin + location.pathname}),
    signal: AbortSignal.timeout(TOKEN_WITHIN_MS),
  });
}
