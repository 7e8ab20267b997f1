const MAX_BODY_BYTES = 4096;
const MAX_DESTINATION_LENGTH = 256;

/**
 * Checks a request's body, `{"destination"?: string, "page"?: string}`, and gives the HTTP status of the refusal when it
 * is no good. An empty body is fine: the page needs to say nothing.
 */
export async function checkBody(request: Request): Promise<400 | 413 | undefined> {
  const text = await readText(request);
  if (text === undefined) return 413;
  if (!text.trim()) return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return 400;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 400;
  const {destination, page} = body as Record<string, unknown>;
  const fine = isOptionalText(destination, MAX_DESTINATION_LENGTH) && isOptionalText(page, MAX_BODY_BYTES);
  return fine ? undefined : 400;
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

function isOptionalText(value: unknown, maxLength: number): boolean {
  return value === undefined || (typeof value === 'string' && value.length <= maxLength);
}
