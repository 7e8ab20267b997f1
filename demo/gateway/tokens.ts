import {SignJWT, jwtVerify} from 'jose';

/**
 * A login token for the gateway: JWT, HS256.
 * @param options.user the name to register as (`sub`)
 * @param options.expiresIn lifetime in seconds; may be negative for a token that has expired
 */
export function mintToken(
  secret: Uint8Array,
  {user, expiresIn}: {user: string; expiresIn: number},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({})
    .setProtectedHeader({alg: 'HS256', typ: 'JWT'})
    .setSubject(user)
    .setIssuedAt(now)
    .setExpirationTime(now + expiresIn)
    .sign(secret);
}

/** Checks the tokens of one gateway. */
export class Tokens {
  readonly #secret: Uint8Array;
  readonly #seen = new Set<string>();
  #expired = new Set<string>();
  /** Seconds since 1970: tokens issued before are expired. */
  #validFrom = 0;

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** The user the token names, or undefined if it is wrong or has expired. */
  async user(token: string): Promise<string | undefined> {
    const verified = await jwtVerify(token, this.#secret, {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
    }).catch(() => undefined);
    if (!verified?.payload.sub) return undefined;
    if (this.#expired.has(token) || (verified.payload.iat ?? Infinity) < this.#validFrom) return undefined;
    this.#seen.add(token);
    return verified.payload.sub;
  }

  /** From now on every token that was used or issued before is refused. */
  expireAll(): void {
    this.#expired = new Set(this.#seen);
    this.#validFrom = Math.floor(Date.now() / 1000);
  }

  reset(): void {
    this.#seen.clear();
    this.#expired.clear();
    this.#validFrom = 0;
  }
}
