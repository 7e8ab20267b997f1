import type {Failure, FailureCode} from '../errors.js';

/** A usable answer of a token endpoint. */
export interface TokenAnswer {
  /** The login token (JWT). */
  readonly token: string;
  readonly destination: string | undefined;
  readonly callerNumber: string | undefined;
  readonly callerName: string | undefined;
  /** When the token expires (ms since the epoch), if the answer or the token says so. */
  readonly expiresAt: number | undefined;
  /** What the endpoint wants to hear when it is asked for another token for the same login. */
  readonly renewal: string | undefined;
}

const CODES: Readonly<Record<number, FailureCode>> = {
  401: 'token-refused',
  403: 'token-refused',
  429: 'token-busy',
  503: 'token-busy',
};

/** The failure that an HTTP answer other than 200 means. */
export function refusal(status: number, retryAfter: string | null, now: number): Failure {
  const code = CODES[status] ?? (status >= 500 ? 'token-unavailable' : 'token-invalid');
  return {
    code,
    cause: `HTTP ${status}`,
    ...(code === 'token-busy' && {retryAfter: seconds(retryAfter, now)}),
  };
}

/**
 * Reads the body of a 200: JSON with `token`, `login_token` or `data`, or a bare JWT.
 *
 * @returns undefined if there is no token in it
 */
export function readAnswer(body: string): TokenAnswer | undefined {
  const fields = parse(body);
  const token = text(fields['token']) ?? text(fields['login_token']) ?? text(fields['data']);
  if (!token || /\s/.test(token)) return undefined;
  return {
    token,
    destination: text(fields['destination']),
    callerNumber: text(fields['callerNumber']),
    callerName: text(fields['callerName']),
    expiresAt: time(fields['expiresAt']) ?? expiry(token),
    renewal: text(fields['renewal']),
  };
}

function parse(body: string): Record<string, unknown> {
  const trimmed = body.trim();
  try {
    const value: unknown = JSON.parse(trimmed);
    return typeof value === 'object' && value ? {...value} : {token: value};
  } catch {
    return {token: /^[\w-]+\.[\w-]+\.[\w-]*$/.test(trimmed) ? trimmed : undefined};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** An ISO 8601 date, or seconds or milliseconds since the epoch. */
function time(value: unknown): number | undefined {
  if (typeof value === 'number') return value < 1e11 ? value * 1000 : value;
  const parsed = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** `exp` of a JWT (RFC 7519 4.1.4), whose payload is base64url: `atob` alone fails on its `-` and `_`. */
function expiry(token: string): number | undefined {
  try {
    const payload: unknown = JSON.parse(
      atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')),
    );
    return payload && typeof payload === 'object' && 'exp' in payload ? time(payload.exp) : undefined;
  } catch {
    return undefined;
  }
}

/** `Retry-After` (RFC 9110 10.2.3), seconds or a date, as seconds from now. */
function seconds(value: string | null, now: number): number | undefined {
  if (!value) return undefined;
  const wait = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isFinite(wait) && wait > 0 ? Math.ceil(wait) : undefined;
}
