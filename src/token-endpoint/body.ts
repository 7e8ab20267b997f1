const MAX_BODY_BYTES = 4096;
const MAX_DESTINATION_LENGTH = 256;
const MAX_RENEWAL_LENGTH = 512;

/** What a page says when it asks. */
export interface Body {
  /** What an earlier answer said, if a token for the same visitor is wanted. */
  renewal?: string;
}

/**
 * Reads a request's body, `{"destination"?: string, "page"?: string, "renewal"?: string}`, or gives the HTTP status of the
 * refusal when it is no good. An empty body is fine: the page needs to say nothing.
 */
export async function readBody(request: Request): Promise<400 | 413 | Body> {
  const text = await readText(request);
  if (text === undefined) return 413;
  if (!text.trim()) return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return 400;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 400;
  const {destination, page, renewal} = body as Record<string, unknown>;
  const fine = isOptionalText(destination, MAX_DESTINATION_LENGTH) && isOptionalText(page, MAX_BODY_BYTES);
  if (!fine || !isOptionalText(renewal, MAX_RENEWAL_LENGTH)) return 400;
  return renewal === undefined ? {} : {renewal};
}

/** The body as text, or `undefined` as soon as it grows too long. */
async function readText(request: Request): Promise<string | undefined> {
  if (!request.body) return '';
  const decoder = new TextDecoder();
  const reader = request.body.getReader();
  let text = '';
  let bytes = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(chunk.value, {stream: true});
  }
  return text + decoder.decode();
}

function isOptionalText(value: unknown, maxLength: number): value is string | undefined {
  return value === undefined || (typeof value === 'string' && value.length <= maxLength);
}
