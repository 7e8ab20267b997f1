/** Puts values into a text's `{places}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A length of time in words: `6 s`, `4 min 12 s`. `seconds`: whole seconds. */
export function span(seconds: number, lang: string): string {
  const minutes = Math.floor(seconds / 60);
  const rest = unit(seconds % 60, 'second', lang);
  return minutes ? `${unit(minutes, 'minute', lang)} ${rest}` : rest;
}

/** How long from now: `in 30 seconds`, `in 5 minutes`. `seconds`: whole seconds. */
export function fromNow(seconds: number, lang: string): string {
  const format = new Intl.RelativeTimeFormat(lang);
  return seconds < 90 ? format.format(seconds, 'second') : format.format(Math.round(seconds / 60), 'minute');
}

function unit(value: number, name: 'second' | 'minute', lang: string): string {
  return new Intl.NumberFormat(lang, {style: 'unit', unit: name, unitDisplay: 'short'}).format(value);
}
