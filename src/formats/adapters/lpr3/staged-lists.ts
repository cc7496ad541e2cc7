import type { Staging } from '../../../kernel/staging';

/** So many characters are held before they are put aside. */
const MOST_HELD = 1 << 18;

/** Lists of texts by name, put aside in pieces and in memory that does not grow with them. */
export class StagedLists {
  /** What is not put aside yet, by name. */
  private readonly held = new Map<string, string[]>();
  private characters = 0;

  constructor(
    private readonly staging: Staging,
    private readonly space: number,
  ) {}

  add(name: string, text: string): void {
    const held = this.held.get(name);
    if (held === undefined) this.held.set(name, [text]);
    else held.push(text);
    this.characters += name.length + text.length;
    if (this.characters > MOST_HELD) this.putAside();
  }

  *of(name: string): Iterable<string> {
    const pieces = this.piecesOf(name);
    for (let at = 0; at < pieces; at += 1) {
      yield* JSON.parse(this.staging.get(this.space, `${name}#${at}`) ?? '[]') as string[];
    }
    yield* [...(this.held.get(name) ?? [])];
  }

  private putAside(): void {
    for (const [name, texts] of this.held) {
      const pieces = this.piecesOf(name);
      this.staging.set(this.space, `${name}#${pieces}`, JSON.stringify(texts));
      this.staging.set(this.space, name, String(pieces + 1));
    }
    this.held.clear();
    this.characters = 0;
  }

  private piecesOf(name: string): number {
    return Number(this.staging.get(this.space, name) ?? '0');
  }
}
