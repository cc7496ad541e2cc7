import type { Staging } from '../../../kernel/staging';

/** Lists of texts by name, put aside in memory that does not grow with them. */
export class StagedLists {
  constructor(
    private readonly staging: Staging,
    private readonly space: number,
  ) {}

  add(name: string, text: string): void {
    const length = this.lengthOf(name);
    this.staging.set(this.space, `${name}#${length}`, text);
    this.staging.set(this.space, name, String(length + 1));
  }

  *of(name: string): Iterable<string> {
    const length = this.lengthOf(name);
    for (let at = 0; at < length; at += 1) yield this.staging.get(this.space, `${name}#${at}`) ?? '';
  }

  private lengthOf(name: string): number {
    return Number(this.staging.get(this.space, name) ?? '0');
  }
}
