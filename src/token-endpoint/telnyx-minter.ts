import type {APIError, Telnyx} from 'telnyx';
import {MintError, type Minter} from './minter.js';
import {sealWith} from './renewal.js';

/** Options of {@link telnyxMinter}. */
export interface TelnyxMinterOptions {
  /** A Telnyx API key. It stays on the server. */
  apiKey: string;
  /** The credential connection (SIP connection) that visitors call through. */
  connectionId: string;
  /** How long a visitor's credential, and with it the token, works, in seconds. Default: 3600. */
  lifetime?: number;
  /** Another address for the Telnyx API, for tests. Default: the package's own. */
  baseURL?: string;
}

/** The browser waits 8 s for a token; two requests and a tidy-up have to fit in. */
const REQUEST_TIMEOUT_MS = 3500;

/** Used when Telnyx says "too many requests" without saying for how long. In seconds. */
const DEFAULT_RETRY_AFTER = '30';

/**
 * Mints with Telnyx: a short-lived telephony credential for each visitor, then that credential's login token. A renewal is of
 * the same credential, which then lives longer.
 */
export function telnyxMinter({apiKey, connectionId, lifetime = 3600, baseURL}: TelnyxMinterOptions): Minter {
  let client: Promise<Telnyx> | undefined;
  const seal = sealWith(apiKey);
  return async (renewal) => {
    const {telephonyCredentials} = await (client ??= connect(apiKey, baseURL));
    const expiresAt = new Date(Date.now() + lifetime * 1000).toISOString();
    const known = await seal.open(renewal);
    const kept =
      known &&
      (await telephonyCredentials.update(known, {expires_at: expiresAt}).then(() => known, unlessGone));
    const id =
      kept ??
      (await telephonyCredentials
        .create({connection_id: connectionId, name: `visitor-${crypto.randomUUID()}`, expires_at: expiresAt})
        .then((answer) => answer.data?.id, fail));
    if (!id) throw new MintError('Telnyx answered without a credential', 502);
    try {
      const token = await telephonyCredentials.createToken(id).catch(fail);
      if (typeof token !== 'string' || !token.trim())
        throw new MintError('Telnyx answered without a token', 502);
      return {token: token.trim(), expiresAt, renewal: await seal.close(id)};
    } catch (error) {
      // A credential without a token is of no use; it expires by itself if this fails too. An earlier one is in use.
      if (!kept) await telephonyCredentials.delete(id).catch(() => undefined);
      throw error;
    }
  };
}

async function connect(apiKey: string, baseURL?: string): Promise<Telnyx> {
  // Loaded on first use, so that whoever mints locally needs no telnyx package.
  const {Telnyx} = await import('telnyx');
  // The browser tries again by itself, and the package's log could show what it sends.
  return new Telnyx({apiKey, baseURL, timeout: REQUEST_TIMEOUT_MS, maxRetries: 0, logLevel: 'off'});
}

/** A credential that is not there any more is no failure: another one is made. */
function unlessGone(error: Partial<APIError>): undefined {
  const {status = 0} = error;
  if (status < 400 || status >= 500 || status === 429) fail(error);
}

/** Telnyx's refusal → ours. What Telnyx wrote is dropped: it may repeat what was sent. */
function fail(error: Partial<APIError>): never {
  const {status, headers} = error;
  if (status === undefined) throw new MintError('Telnyx could not be reached', 502);
  const message = `Telnyx answered ${status}`;
  if (status === 429 || status === 503) {
    throw new MintError(message, 503, headers?.get('retry-after') ?? DEFAULT_RETRY_AFTER);
  }
  if (status >= 500) throw new MintError(message, 502);
  throw new MintError(`${message}: check the API key and the connection id`, 500);
}
