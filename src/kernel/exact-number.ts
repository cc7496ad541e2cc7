const LITERAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** A JSON number that a double cannot hold, as it was written and by its digits. */
export class ExactNumber {
  private constructor(
    /** As it was written. */
    readonly text: string,
    /** The same for every way to write the number: its digits without zeros around them, `e` and their power of ten. */
    readonly digits: string,
  ) {}

  /** Reads a JSON number; one that a double holds, in as many digits as were written, is an ordinary number. */
  static read(literal: string): number | ExactNumber {
    const value = Number(literal);
    const digits = digitsOf(literal);
    return Number.isFinite(value) && digitsOf(String(value)) === digits ? value : new ExactNumber(literal, digits);
  }

  /** `JSON.stringify` cannot write it; `writeJson` does. */
  toJSON(): never {
    throw new RangeError(`JSON.stringify has no way to write ${this.text.slice(0, 40)}`);
  }
}

function digitsOf(literal: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] = LITERAL.exec(literal) ?? [];
  const all = whole + fraction;
  let from = 0;
  while (all.charCodeAt(from) === ZERO) from += 1;
  if (from === all.length) return '0';
  let to = all.length;
  while (all.charCodeAt(to - 1) === ZERO) to -= 1;
  return `${sign}${all.slice(from, to)}e${BigInt(power) + BigInt(all.length - to - fraction.length)}`;
}

const ZERO = 48;
