/** Gives each distinct thing a number from 1 on; 0 stands for none. */
export class Interned<T> {
  readonly items: T[];
  private readonly numbers = new Map<string, number>();

  /** Begins with the things of an earlier table, in their order (the one at 0 stands for none). */
  constructor(
    private readonly none: T,
    private readonly nameOf: (thing: T) => string,
    items: readonly T[] = [none],
  ) {
    this.items = [...items];
    this.items.forEach((thing, number) => number > 0 && this.numbers.set(nameOf(thing), number));
  }

  /** The number of a thing, given now if it is new. */
  numberOf(thing: T): number {
    const name = this.nameOf(thing);
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.items.push(thing) - 1;
      this.numbers.set(name, number);
    }
    return number;
  }

  thing(number: number): T {
    return this.items[number] ?? this.none;
  }
}
