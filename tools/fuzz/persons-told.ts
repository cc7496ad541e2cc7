import type { Known } from './population';
import type { Finding, Recorded } from './replay';

/** Where a CPR number is what is asked for. */
const TELLS_NUMBER = 'revealPerson';
/** With what somebody comes to see the persons whose numbers are sent; of a stream that is refused, what came before stands. */
export type Opens = 'assertRelation' | 'sendEvents';
/** Where an organisation sees whom it told of itself, whoever it has a relation with now. */
const LISTS_OWN = 'listSourceEvents';
const TEN_DIGITS = /(?=(\d{10}))/g;
const PERSON_KEY = /p_[\w-]{22}/g;

/** Looks in the answers to one role for CPR numbers, and for persons it has no right to. */
export class PersonsTold {
  private readonly numbers: ReadonlySet<string>;
  private readonly known: ReadonlySet<string>;
  /** Since when a person may be seen. */
  private readonly may: Map<string, number>;
  private readonly told: (Finding & { readonly key?: string; readonly at: number })[] = [];

  constructor(
    private readonly keys: Known['keys'],
    may: readonly string[],
    private readonly own: readonly string[],
    private readonly mayReveal: boolean,
    private readonly opens?: Opens,
  ) {
    this.numbers = new Set(Object.keys(keys));
    this.known = new Set(Object.values(keys));
    this.may = new Map(may.map((key) => [key, 0]));
  }

  look(recorded: Recorded, sentAt: number, status: number, text: string): void {
    const { operation, body } = recorded;
    const isOpened = operation === this.opens && (status < 300 || operation === 'sendEvents');
    if (isOpened && body !== undefined) {
      for (const cpr of this.numbersIn(Buffer.from(body, 'base64').toString())) {
        const key = this.keys[cpr] as string;
        if (!this.may.has(key)) this.may.set(key, sentAt);
      }
    }
    const at = performance.now();
    const what = (of: string): string => `${operation}: ${status}, told of ${of}`;
    if (!(operation === TELLS_NUMBER && this.mayReveal) && this.numbersIn(text).length > 0)
      this.told.push({ what: what('a CPR number'), recorded, at });
    for (const [key] of text.matchAll(PERSON_KEY)) {
      if (operation === LISTS_OWN && this.own.includes(key)) continue;
      if (this.known.has(key) && !this.mayAt(key, at))
        this.told.push({ what: what('a person it may not see'), recorded, at, key });
    }
  }

  /** What was told although there was no right to it. */
  found(): Finding[] {
    return this.told.filter(({ key, at }) => key === undefined || !this.mayAt(key, at));
  }

  private mayAt = (key: string, at: number): boolean => (this.may.get(key) ?? Infinity) <= at;

  private numbersIn(text: string): string[] {
    const digits = text.replace(/[-\s]/g, '');
    return [...digits.matchAll(TEN_DIGITS)].map(([, ten = '']) => ten).filter((ten) => this.numbers.has(ten));
  }
}
