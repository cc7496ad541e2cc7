import type { Language } from './language';

/** English first: it is what is answered in where both are asked for alike. */
const ANSWERED_IN: readonly Language[] = ['en', 'da'];

interface Range {
  readonly tag: string;
  /** How much it is wanted, 0 (not at all) to 1. */
  readonly quality: number;
}
const NOT_ASKED: Range = { tag: '', quality: 0 };

/**
 * The language that the value of an `Accept-Language` header asks for (RFC 9110 §12.5.4), whatever it travels over: the one
 * of the highest quality, of two alike the one named first. Undefined where it asks for neither Danish nor English.
 */
export function languageAskedIn(header: string): Language | undefined {
  const ranges = header.split(',').map(rangeOf);
  const wanted = ANSWERED_IN.map((language) => ({ language, range: rangeFor(language, ranges) }))
    .filter(({ range }) => range.quality > 0)
    .sort((a, b) => b.range.quality - a.range.quality || ranges.indexOf(a.range) - ranges.indexOf(b.range));
  return wanted[0]?.language;
}

function rangeOf(text: string): Range {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const stated = parameters.find((one) => /^q\s*=/.test(one));
  return { tag, quality: stated === undefined ? 1 : Number(stated.split('=')[1]) || 0 };
}

/** What is said of a language: by its own name, else of one of its regions, else of any. */
function rangeFor(language: Language, ranges: readonly Range[]): Range {
  return (
    ranges.find(({ tag }) => tag === language) ??
    ranges.find(({ tag }) => tag.startsWith(`${language}-`)) ??
    ranges.find(({ tag }) => tag === '*') ??
    NOT_ASKED
  );
}
