/** White space and marks that people write into numbers: hyphens of all kinds, and the unseen ones of copied contacts. */
const MARKS = /[\s()./+,\p{Pd}−\p{Cf}]/gu;

/** As many digits as a card, an account and a code need. A text that is longer is none of them. */
const MOST_PASTED = 40;

/** The digit that was typed for the far end, if it was one: 0-9, *, #. */
export function typed({key, repeat, ctrlKey, altKey, metaKey, isComposing}: KeyboardEvent): string {
  // Browsers that fill in a form send an event without a key.
  const digit = key?.length === 1 ? plain(key) : '';
  // Some keyboards have the # behind Alt or AltGr, and browsers have tabs behind Ctrl and a digit.
  const shortcut = metaKey || ((ctrlKey || altKey) && digit !== '#');
  return repeat || isComposing || shortcut || !/^[\d*#]$/.test(digit) ? '' : digit;
}

/** The digits in a text that is nothing but a number or a code. */
export function pasted(text: string): string {
  const digits = plain(text).replace(MARKS, '');
  return digits.length <= MOST_PASTED && /^[\d*#]+$/.test(digits) ? digits : '';
}

/** Full-width, Arabic, Persian and Devanagari digits as 0-9. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[٠-٩۰-۹०-९]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code < 0x700 ? code & 15 : code - 0x966);
  });
}
