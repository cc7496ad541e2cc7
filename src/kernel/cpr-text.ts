/** Stands where a CPR number stood. */
const MASK = '••••••-••••';
const SHORTEST = '1502779995'.length;

/** Blanks of every width, hyphens and dashes, dots, slashes and low lines: up to three between two parts of a number. */
const GAP =
  '[\\s./_\\u00ad\\u00b7\\u2024\\u2027\\u2044\\u2215\\u30fb\\u3002\\uff0e\\uff0f\\uff3f\\uff61' +
  '\\-\\u058a\\u1806\\u2010-\\u2015\\u2043\\u207b\\u2212\\u2e3a\\u2e3b\\ufe58\\ufe63\\uff0d\\u200b-\\u200f\\u2060-\\u2064]{0,3}';
/** A day of birth; persons without an address here may have an administrative number, in which 60 is added to the day. */
const DAY = '(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])';
const MONTH = '(?:0[1-9]|1[0-2])';

/** A digest has ten digits between letters once in fifteen times. */
const DIGEST = '\\b[\\da-f]{64}\\b';

/**
 * Six digits and four, together or with one hyphen or blank between: whatever the digits, for a number that was mistyped
 * gives a person away as well. Written in any other way, with dots or in pairs, they must begin with a day of birth: six
 * figures with four decimals are no person. Digits in a longer row, such as a SOR code, are none.
 */
const CPR = `(?<!\\d)(?:\\d{6}[- ]?\\d{4}|${DAY}${GAP}${MONTH}${GAP}\\d\\d${GAP}\\d{4})(?!\\d)`;

const DIGEST_OR_CPR = new RegExp(`(${DIGEST})|${CPR}`, 'g');

/** True when a text holds what looks like a CPR number, in any spelling and in the digits of any script. */
export const holdsCpr = (text: string): boolean => maskCpr(text) !== text;

/**
 * False for nearly every text, at the price of a glance: nowhere are there ten digits between which no letter stands,
 * apart from rows of more than ten, and none of another script.
 */
export function mayHoldCpr(text: string): boolean {
  if (text.length < SHORTEST) return false;
  let digits = 0; // Since the last letter.
  let row = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter > 0x7f) return true;
    if (letter >= 0x30 && letter <= 0x39) {
      row += 1;
      continue;
    }
    digits = row > SHORTEST ? 0 : digits + row;
    if (digits >= SHORTEST) return true;
    row = 0;
    if (isAsciiLetter(letter)) digits = 0;
  }
  return row <= SHORTEST && digits + row >= SHORTEST;
}

/** None of them stands between two parts of a number. */
const isAsciiLetter = (letter: number): boolean => (letter | 0x20) >= 0x61 && (letter | 0x20) <= 0x7a;

/** The text with `••••••-••••` in place of all that looks like a CPR number; itself when it holds none. */
export function maskCpr(text: string): string {
  return replaceCpr(text, () => MASK);
}

/**
 * The text with something else in place of all that looks like a CPR number, by how it is written there; itself when it
 * holds none. In a text with digits of other scripts the whole of it stands for how each number is written, since its
 * other digits become 0–9.
 */
export function replaceCpr(text: string, insteadOf: (written: string) => string): string {
  if (!mayHoldCpr(text)) return text;
  const plain = inPlainDigits(text);
  if (!/\d{4}/.test(plain)) return text; // Every spelling ends with four digits together.
  let holds = false;
  const replaced = plain.replace(DIGEST_OR_CPR, (found: string, digest?: string) => {
    if (digest !== undefined) return digest;
    holds = true;
    return insteadOf(plain === text ? found : text);
  });
  return holds ? replaced : text;
}

/** The text with the digits of every script as 0–9. */
function inPlainDigits(text: string): string {
  return /[^\0-\x7f]/.test(text) ? text.replace(/(?![0-9])\p{Nd}/gu, plainDigit) : text;
}

const FIRST_MATHEMATICAL_DIGIT = 0x1d7ce;
const LAST_MATHEMATICAL_DIGIT = 0x1d7ff;

/** Every script has its ten digits in a row from nought; only the five styles of mathematical digits follow each other. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) as number;
  if (code >= FIRST_MATHEMATICAL_DIGIT && code <= LAST_MATHEMATICAL_DIGIT) {
    return String((code - FIRST_MATHEMATICAL_DIGIT) % 10);
  }
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
