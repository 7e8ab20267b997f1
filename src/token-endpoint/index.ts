import {readBody} from './body.js';
import {MintError, type Minter} from './minter.js';
import {access, corsHeaders, PREFLIGHT_HEADERS} from './origin.js';

export {localMinter, type LocalMinterOptions} from './local-minter.js';
export {MintError, type MintedToken, type Minter} from './minter.js';
export {telnyxMinter, type TelnyxMinterOptions} from './telnyx-minter.js';

/** Options of {@link createTokenEndpoint}. */
export interface TokenEndpointOptions {
  /** Makes the login tokens: `telnyxMinter(…)`, `localMinter(…)` or your own. */
  mint: Minter;
  /** Whom visitors call (E.164 number or SIP URI). It wins over the page's attribute. */
  destination?: string;
  /** Caller ID name. It wins over the page's attribute. */
  callerName?: string;
  /** Caller ID number (E.164). It wins over the page's attribute. */
  callerNumber?: string;
  /** Other origins whose pages may ask, with cookies (`https://shop.example`). Default: only the endpoint's own origin. */
  allowedOrigins?: readonly string[];
}

/** The refusals, with the word that the JSON body carries. */
const REFUSALS = {
  400: 'bad-request',
  403: 'origin-not-allowed',
  405: 'method-not-allowed',
  413: 'body-too-large',
  500: 'misconfigured',
  502: 'upstream-failed',
  503: 'busy',
} as const;

/**
 * The server's half of `token-url`: answers `POST` with a fresh login token as JSON.
 * It is a Fetch API handler and runs wherever `Request` and `Response` exist.
 */
export function createTokenEndpoint(options: TokenEndpointOptions): (request: Request) => Promise<Response> {
  const {mint, destination, callerName, callerNumber, allowedOrigins = []} = options;

  return async (request) => {
    const granted = access(request, allowedOrigins);
    const headers = {'cache-control': 'no-store', ...corsHeaders(request, granted)};
    const refuse = (status: keyof typeof REFUSALS, more?: Record<string, string>): Response =>
      Response.json({error: REFUSALS[status]}, {status, headers: {...headers, ...more}});

    if (request.method === 'OPTIONS' && granted === 'cross') {
      return new Response(null, {status: 204, headers: {...headers, ...PREFLIGHT_HEADERS}});
    }
    if (granted === 'none') return refuse(403);
    if (request.method !== 'POST') return refuse(405, {allow: 'POST'});
    const body = await readBody(request);
    if (typeof body === 'number') return refuse(body);

    try {
      const {token, expiresAt, renewal} = await mint(body.renewal);
      return Response.json({token, destination, callerName, callerNumber, expiresAt, renewal}, {headers});
    } catch (error) {
      const known = error instanceof MintError ? error : undefined;
      // An unknown error's message may hold anything, so only its name is logged.
      console.error(`Token endpoint: ${known?.message ?? `the minter failed (${nameOf(error)})`}.`);
      return refuse(known?.status ?? 500, known?.retryAfter ? {'retry-after': known.retryAfter} : {});
    }
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
