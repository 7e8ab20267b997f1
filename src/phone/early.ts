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

/**
 * Asks for the microphone. Rejects, and never throws, where the page may not or can't.
 *
 * @param own the page's own constraints, over the usual ones
 */
export async function requestMicrophone(own?: MediaTrackConstraints | null): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({audio: {...AUDIO, ...own}});
}

/** Turns a microphone off. */
export function stop(stream: MediaStream | undefined): void {
  stream?.getTracks().forEach((track) => track.stop());
}

/**
 * Asks the token endpoint for a login token. The page is named without its query and fragment, which can
 * hold personal data.
 *
 * @param renewal what an earlier answer said, if a token for the same login is wanted
 */
export async function requestToken(
  url: string,
  destination: string | undefined,
  renewal?: string,
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({destination, renewal, page: location.origin + location.pathname}),
    signal: AbortSignal.timeout(TOKEN_WITHIN_MS),
  });
}

/** The token that is asked for before the kit has come. */
export class EarlyToken {
  #token: Promise<Response> | undefined;
  #for = '';

  /** Asks, unless one for the same call is on its way. Without an address there is nobody to ask. */
  ask(url: string, destination: string | undefined): void {
    if (!url || (this.#token && this.#for === key(url, destination))) return;
    this.#for = key(url, destination);
    this.#token = requestToken(url, destination);
    this.#token.catch(() => undefined);
  }

  /** Hands it on, once, unless the page wants another call by now. */
  take(url: string, destination: string | undefined): Promise<Response> | undefined {
    const token = this.#for === key(url, destination) ? this.#token : undefined;
    this.#token = undefined;
    return token;
  }
}

const key = (url: string, destination: string | undefined): string => `${url} ${destination}`;
