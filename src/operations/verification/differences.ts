const MOST_TOLD = 20;

/** What puts a difference right, in the words it is told with. */
const REMEDIES = {
  /** What is folded or decided from the log can be made of it again. */
  rebuild: 'rebuild puts it right',
  /** What the log does not hold, or holds wrongly itself. */
  restore: 'restore the store from a backup',
} as const;
type Remedy = keyof typeof REMEDIES;

/** Tells a difference: whose or which table's, and by what it is put right. */
export type TellDifference = (difference: string, remedy: Remedy) => void;

/** Differences as they are found, the first of them in words: a store that is wholly other must not fill the memory. */
export class Differences {
  private readonly first: string[] = [];
  private count = 0;

  readonly tell: TellDifference = (difference, remedy) => {
    this.count += 1;
    if (this.count <= MOST_TOLD) this.first.push(`${difference}: ${REMEDIES[remedy]}`);
  };

  /** A sentence each, and how many more there are. */
  told(): readonly string[] {
    return this.count > MOST_TOLD ? [...this.first, `and ${this.count - MOST_TOLD} more`] : this.first;
  }
}
