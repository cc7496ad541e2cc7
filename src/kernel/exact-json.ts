import { ExactNumber } from './exact-number';

/** A number of 16 digits or with a power of ten, where a number may stand. */
const LONG_NUMBER = /[:,[\s]-?(?:[\d.]{16}|[\d.]+[eE])/;

/** False where `JSON.parse` keeps every digit of a JSON text: then `readExactJson` is not needed. */
export const mayLoseDigits = (text: string): boolean => LONG_NUMBER.test(text);

/** Reads a text that `JSON.parse` takes, as it does, but for numbers that a double cannot hold: these are `ExactNumber`s. */
export function readExactJson(text: string): unknown {
  return mayLoseDigits(text) ? new ExactReader(text).value() : (JSON.parse(text) as unknown);
}

const NUMBER = /-?\d[\d.eE+-]*/y;
const WORDS = { t: [true, 4], f: [false, 5], n: [null, 4] } as const;

/** Goes through a sound JSON text once. */
class ExactReader {
  private at = 0;

  constructor(private readonly text: string) {}

  value(): unknown {
    const first = this.next();
    if (first === '"') return this.string();
    if (first === '{') return this.object();
    if (first === '[') return this.array();
    if (first === 't' || first === 'f' || first === 'n') {
      const [word, length] = WORDS[first];
      this.at += length;
      return word;
    }
    NUMBER.lastIndex = this.at;
    const literal = NUMBER.exec(this.text)?.[0];
    if (literal === undefined) throw new SyntaxError('This text is not JSON.');
    this.at += literal.length;
    return ExactNumber.read(literal);
  }

  private object(): Record<string, unknown> {
    const members: Record<string, unknown> = {};
    this.at += 1;
    while (this.next() !== '}') {
      if (this.next() === ',') this.at += 1;
      this.next();
      const name = this.string();
      this.next();
      this.at += 1; // The colon.
      const value = this.value();
      // `__proto__` is a name like any other.
      Object.defineProperty(members, name, { value, enumerable: true, writable: true, configurable: true });
    }
    this.at += 1;
    return members;
  }

  private array(): unknown[] {
    const items: unknown[] = [];
    this.at += 1;
    while (this.next() !== ']') {
      if (this.next() === ',') this.at += 1;
      items.push(this.value());
    }
    this.at += 1;
    return items;
  }

  private string(): string {
    const from = this.at;
    for (this.at += 1; this.text[this.at] !== '"'; this.at += 1) {
      if (this.at >= this.text.length) throw new SyntaxError('This text is not JSON.');
      if (this.text[this.at] === '\\') this.at += 1;
    }
    this.at += 1;
    return JSON.parse(this.text.slice(from, this.at)) as string;
  }

  /** The next character that is no blank; that is where reading is then. */
  private next(): string | undefined {
    while (this.at < this.text.length && ' \t\n\r'.includes(this.text[this.at] as string)) this.at += 1;
    return this.text[this.at];
  }
}
