import {attributes, readText} from './config.js';
import type {CustomHeader, Settings} from './call-config.js';
import {isHeader} from './read-options.js';

/** Told of a value that can't be used, in words for the site's owner. */
export type Complain = (message: string) => void;

/** The settings that an attribute can make by text. */
type Name = {
  [K in keyof typeof attributes]: Settings[K] extends string | null | undefined ? K : never;
}[keyof typeof attributes];

/** Reads single settings. What can't be used is complained about and left out. */
export class Reader {
  /** @param base the page's URL, for relative addresses */
  constructor(
    private readonly set: Settings,
    private readonly base: string,
    private readonly complain: Complain,
  ) {}

  text(name: Name): string | undefined {
    return readText(this.set[name]) || undefined;
  }

  /** A text of some form. `wanted`: what it has to be, in words. */
  textLike(name: Name, is: (text: string) => boolean, wanted: string): string | undefined {
    const value = this.text(name);
    return !value || is(value) ? value : this.#refuse(name, value, wanted);
  }

  url(name: Name, protocols: readonly string[]): string | undefined {
    const value = this.text(name);
    if (!value) return undefined;
    try {
      const found = new URL(value, this.base);
      if (protocols.includes(found.protocol)) return found.href;
    } catch {
      // complained about below, like a scheme that can't be used
    }
    return this.#refuse(name, value, `a URL of ${protocols.join(' or ')}`);
  }

  /** A whole number between the two. */
  number(name: Name, from: number, to: number): number | undefined {
    const value = this.text(name);
    if (!value) return undefined;
    const found = Number(value);
    return Number.isInteger(found) && found >= from && found <= to
      ? found
      : this.#refuse(name, value, `a number from ${from} to ${to}`);
  }

  /** A word of a list. */
  word<T extends string>(name: Name, words: readonly T[]): T | undefined {
    const value = this.text(name);
    const found = words.find((word) => word === value);
    return value && !found ? this.#refuse(name, value, words.join(' or ')) : found;
  }

  /** `[{"name": "X-…", "value": "…"}]` */
  headers(name: Name): readonly CustomHeader[] | undefined {
    const value = this.text(name);
    if (!value) return undefined;
    try {
      const found: unknown = JSON.parse(value);
      if (Array.isArray(found) && found.every(isHeader))
        return found.map((header: CustomHeader) => ({name: header.name, value: header.value}));
    } catch {
      // complained about below
    }
    return this.#refuse(name, value, 'a JSON array of {"name": "X-…", "value": "…"}');
  }

  /** What only code can set: an object of that kind. */
  object<T>(name: keyof Settings, value: T | null | undefined, is: (value: T) => unknown): T | undefined {
    if (value === undefined || value === null) return undefined;
    try {
      if (is(value)) return value;
    } catch {
      // The page's own value may be anything.
    }
    this.complain(`the property ${name} can’t be used and is ignored.`);
    return undefined;
  }

  #refuse(name: Name, value: string, wanted: string): undefined {
    this.complain(`${attributes[name]}="${value}" is not ${wanted} and is ignored.`);
  }
}
