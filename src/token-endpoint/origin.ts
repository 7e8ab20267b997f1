/** What a request's origin may do here: read answers from another site (`cross`), from the same one (`same`), or nothing. */
export type Access = 'same' | 'cross' | 'none';

/** Judges where a request comes from. Requests without `Origin` come from no web page and count as `same`. */
export function access(request: Request, allowedOrigins: readonly string[]): Access {
  const origin = request.headers.get('origin');
  if (origin === null) return 'same';
  if (allowedOrigins.includes(origin)) return 'cross';
  // Behind a proxy that ends TLS our own URL may have another scheme, so only the host has to match.
  const ours = new URL(request.url).host;
  return request.headers.get('sec-fetch-site') === 'same-origin' || hostOf(origin) === ours ? 'same' : 'none';
}

/** The CORS headers of an answer. Credentials are for listed origins only, so there is never a `*`. */
export function corsHeaders(request: Request, granted: Access): Record<string, string> {
  if (granted !== 'cross') return {vary: 'origin'};
  return {
    vary: 'origin',
    'access-control-allow-origin': request.headers.get('origin') ?? '',
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after',
  };
}

/** What a preflight is told in addition. */
export const PREFLIGHT_HEADERS = {
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '600',
};

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
