import type { Bilingual } from '../../../kernel/language';

/** Thrown where a row cannot be read; caught for the row alone. */
export class RowFault extends Error {
  /** `column`: by its described name. The reason repeats neither a CPR number nor a name of the row. */
  constructor(
    readonly reason: Bilingual,
    readonly column?: string,
  ) {
    super(reason.en);
    this.name = 'RowFault';
  }
}

/** Content of a row that is sound and means nothing here, in the register's own words. */
export class RowUnmapped extends Error {
  constructor(
    readonly what: string,
    readonly column?: string,
  ) {
    super(what);
    this.name = 'RowUnmapped';
  }
}
