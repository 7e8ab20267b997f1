/**
 * Numbers are written in the digits of the keypad and the clock, in every language. Portuguese without a region is as
 * in Portugal here; `Intl` takes it for Brazil's.
 */
const digits = (lang: string): Intl.Locale =>
  new Intl.Locale(lang === 'pt' ? 'pt-PT' : lang, {numberingSystem: 'latn'});

/** True for a language that is written from right to left. */
export function isRightToLeft(lang: string): boolean {
  return /^(ar|fa|he|iw|ur|ug|yi|ckb)\b/i.test(lang);
}

/**
 * Puts values into a text's `{places}`. In a text from right to left each keeps to itself: a device's “Headset (2)”
 * would leave its bracket behind.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  const mixed = /[\u0590-\u08ff]/.test(text);
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name] ?? place;
    return mixed ? `\u2068${value}\u2069` : `${value}`;
  });
}

/** A length of time in words: `6 s`, `4 min 12 s`. `seconds`: whole seconds. */
export function span(seconds: number, lang: string): string {
  const minutes = Math.floor(seconds / 60);
  const rest = unit(seconds % 60, 'second', lang);
  return minutes ? `${unit(minutes, 'minute', lang)} ${rest}` : rest;
}

/** How long from now: `in 30 seconds`, `in 5 minutes`. `seconds`: whole seconds. */
export function fromNow(seconds: number, lang: string): string {
  const format = new Intl.RelativeTimeFormat(digits(lang));
  return seconds < 90 ? format.format(seconds, 'second') : format.format(Math.round(seconds / 60), 'minute');
}

/** A measured value, with its unit. One digit behind the point is more than anybody can hear. */
export function figure(
  value: number | undefined,
  lang: string,
  unit?: 'millisecond' | 'percent',
): string | undefined {
  if (value === undefined) return undefined;
  const style = unit && {style: 'unit' as const, unit, unitDisplay: 'short' as const};
  return new Intl.NumberFormat(digits(lang), {maximumFractionDigits: 1, ...style}).format(value);
}

function unit(value: number, name: 'second' | 'minute', lang: string): string {
  return new Intl.NumberFormat(digits(lang), {style: 'unit', unit: name, unitDisplay: 'short'}).format(value);
}
