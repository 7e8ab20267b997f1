/**
 * Tells texts apart, and is no secret: FNV-1a with 32 bits, over UTF-16 code units.
 *
 * @returns in base 36
 * @see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
 */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
