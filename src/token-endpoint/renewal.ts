/** Says whom a token was made for, in a way that only the endpoint can have written. */
export interface Seal {
  /** @returns what the browser hands back when it needs another token for the same one */
  close(id: string): Promise<string>;
  /** @returns whom it is about; nothing if this endpoint has not written it */
  open(renewal: string | undefined): Promise<string | undefined>;
}

/** Kept apart from everything else that the same secret may sign. */
const PURPOSE = 'telnyx-call-button renewal ';

/** Signs with HMAC SHA-256 (RFC 2104) under a secret that stays on the server: nothing of it can be found out from a signature. */
export function sealWith(secret: string | Uint8Array): Seal {
  const utf8 = new TextEncoder();
  const bytes = typeof secret === 'string' ? utf8.encode(secret) : new Uint8Array(secret);
  const signature = async (id: string): Promise<string> => {
    const hmac = {name: 'HMAC', hash: 'SHA-256'};
    const key = await crypto.subtle.importKey('raw', bytes, hmac, false, ['sign']);
    const signed = await crypto.subtle.sign('HMAC', key, utf8.encode(PURPOSE + id));
    return Array.from(new Uint8Array(signed), (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  return {
    close: async (id) => `${id}.${await signature(id)}`,
    open: async (renewal = '') => {
      const id = renewal.slice(0, renewal.lastIndexOf('.'));
      return id && same(renewal, `${id}.${await signature(id)}`) ? id : undefined;
    },
  };
}

/** Takes as long for a wrong one as for a right one. */
function same(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < other.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
