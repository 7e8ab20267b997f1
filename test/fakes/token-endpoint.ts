import {replace} from './replace.js';

/** Where the fake endpoint stands. */
export const tokenUrl = '/a-token-endpoint';

/** What a request to the endpoint carried. */
export interface TokenRequest {
  readonly method: string;
  readonly type: string | null;
  readonly body: {readonly destination?: string; readonly page?: string};
}

type Answer = () => Response | Promise<Response>;

/** An answer with a JSON body. */
export const json = (body: unknown, init?: ResponseInit): Answer => {
  return () => Response.json(body, init);
};

/** An answer with a text body. */
export const plain = (body: string, init?: ResponseInit): Answer => {
  return () => new Response(body, init);
};

/** No answer: the network is down. */
export const noNetwork: Answer = () => Promise.reject(new TypeError('Failed to fetch'));

/** A login token as Telnyx makes them, with an expiry (s since the epoch) if one is given. */
export function jwt(name: string, exp?: number): string {
  const part = (value: object) =>
    btoa(JSON.stringify(value)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  return [part({alg: 'HS512'}), part({sub: name, exp}), 'signature'].join('.');
}

/** The page's token endpoint: everything else that is fetched goes its own way. */
export class TokenEndpoint {
  readonly requests: TokenRequest[] = [];
  /** What it answers from now on. */
  answer: Answer = json({token: jwt('visitor')});
  /** What it answers first, one after the other. */
  readonly first: Answer[] = [];

  constructor() {
    const others = window.fetch;
    replace(window, 'fetch', async (input, init) => {
      const url = new URL(String(input), document.baseURI);
      if (!url.pathname.startsWith(tokenUrl)) return others(input, init);
      const request = new Request(url, init);
      this.requests.push({
        method: request.method,
        type: request.headers.get('content-type'),
        body: JSON.parse(String(init?.body)),
      });
      return (this.first.shift() ?? this.answer)();
    });
  }
}
