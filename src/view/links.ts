/** A piece of a text: mere text, or a link that shows its own address. */
export type Piece = string | {readonly href: string};

/** What may begin a link; then what an address is made of (RFC 3986): ASCII alone. */
const CANDIDATE = /(?:https:\/\/|mailto:|tel:)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;
/** What is longer (characters) is no address that anybody follows: it stays text. */
const LONGEST_ADDRESS = 2_000;
/** Marks that end a sentence rather than an address. */
const ENDING = ".,:;!?'*~]";
/** What turns text around, so that an address could be read as another one. */
const TURNED = /[\u202a-\u202e\u2066-\u2069]/;
/** What goes on with a word: an address that is followed by it is only a part of what is written there. */
const GOES_ON = /^[\p{L}\p{M}\p{N}\p{Cf}\p{Cc}\p{Co}\p{Cs}\\]/u;
const SPACE = /^\s/;

/**
 * Splits a text that comes from elsewhere into text and links. Only what is on the list becomes a link: `https:` without a
 * user name, `mailto:` and `tel:` without anything but the address. A link shows its address as the browser takes it, with
 * a host of foreign letters in ASCII (RFC 3492).
 */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of TURNED.test(text) ? [] : text.matchAll(CANDIDATE)) {
    const [whole] = match;
    const after = text.slice(match.index + whole.length);
    const within = /[\w@:/.%+-]/.test(text.charAt(match.index - 1));
    const written = trimmed(whole);
    const cut = written === whole && !SPACE.test(after) && GOES_ON.test(after);
    const href = within || cut || whole.length > LONGEST_ADDRESS ? undefined : addressOf(written);
    if (!href) continue;
    found.push(text.slice(from, match.index), {href});
    from = match.index + written.length;
  }
  return [...found, text.slice(from)].filter((piece) => piece !== '');
}

/** Without the marks of the sentence around it: a bracket at the end belongs to the address if it opens there. */
function trimmed(written: string): string {
  let unopened = 0;
  for (const mark of written) unopened += mark === ')' ? 1 : mark === '(' ? -1 : 0;
  let end = written.length;
  for (; end; end--) {
    const mark = written.charAt(end - 1);
    if (mark === ')' ? unopened-- <= 0 : !ENDING.includes(mark)) break;
  }
  return written.slice(0, end);
}

function addressOf(written: string): string | undefined {
  if (/^mailto:/i.test(written))
    return /^mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+$/i.test(written) ? written : undefined;
  if (/^tel:/i.test(written)) return /^tel:\+?\d[\d().-]{2,24}$/i.test(written) ? written : undefined;
  try {
    const {protocol, username, password, hostname, href} = new URL(written);
    const plain = !username && !password && !written.slice(8).split(/[/?#]/)[0]?.includes('@');
    return protocol === 'https:' && hostname && plain ? href : undefined;
  } catch {
    return undefined;
  }
}
