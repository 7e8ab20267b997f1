import type {TelnyxRTC} from '@telnyx/webrtc';

/** A request as the SDK sends it (JSON-RPC 2.0). */
export interface Request {
  readonly method?: string;
  readonly params?: {readonly dialogParams?: {readonly callID?: string}; readonly dtmf?: string};
}

/** What is told of each request. */
export interface RequestWatch {
  asked(request: Request): void;
  /** The server has answered, or has not in time. `error`: what the SDK rejects with then. */
  answered(request: Request, error?: unknown): void;
}

/**
 * Listens to all requests of a client, and keeps those that nobody waits for from failing as errors
 * of the page.
 *
 * A workaround: the SDK sends pings, and some other requests, without a handler for their failure. A line that
 * closes before the answer would then show up as an unhandled rejection in the host page's error tracking. It may
 * go when the SDK catches them itself (https://github.com/team-telnyx/webrtc,
 * `packages/js/src/Modules/Verto/webrtc/VertoHandler.ts`). Whoever does wait is told as before.
 */
export function watchRequests(client: TelnyxRTC, watch: RequestWatch): void {
  const execute = client.execute.bind(client);
  client.execute = (message) => {
    const request = (message.request ?? {}) as Request;
    watch.asked(request);
    const answer = execute(message);
    answer.then(
      () => watch.answered(request),
      (error: unknown) => watch.answered(request, error),
    );
    return answer;
  };
}

/** Sends a request that the SDK has no method for. Rejects as the SDK's own do. */
export function request(client: TelnyxRTC, method: string, params: object): Promise<unknown> {
  const message = {request: {jsonrpc: '2.0', id: crypto.randomUUID(), method, params}};
  return client.execute(message as never);
}
