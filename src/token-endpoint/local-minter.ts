import type {Minter} from './minter.js';
import {sealWith} from './renewal.js';

/** Options of {@link localMinter}. */
export interface LocalMinterOptions {
  /** The key that the local gateway checks tokens with (HMAC SHA-256). */
  secret: Uint8Array;
  /** Who logs in. Default: a new `visitor-<uuid>` for each token. */
  user?: string;
  /** How long a token works, in seconds. Default: 3600. */
  lifetime?: number;
}

/** Mints tokens for a gateway that shares a secret with us, without any account. For development and tests. */
export function localMinter({secret, user, lifetime = 3600}: LocalMinterOptions): Minter {
  const seal = sealWith(secret);
  return async (renewal) => {
    const subject = user ?? (await seal.open(renewal)) ?? `visitor-${crypto.randomUUID()}`;
    // Loaded on first use, so that whoever mints with Telnyx needs no jose.
    const {SignJWT} = await import('jose');
    const now = Math.floor(Date.now() / 1000);
    const expires = now + lifetime;
    const token = await new SignJWT()
      .setProtectedHeader({alg: 'HS256', typ: 'JWT'})
      .setSubject(subject)
      .setIssuedAt(now)
      .setExpirationTime(expires)
      .sign(secret);
    const expiresAt = new Date(expires * 1000).toISOString();
    return {token, expiresAt, renewal: await seal.close(subject)};
  };
}
