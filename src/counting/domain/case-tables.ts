import type { Organisation } from '../../kernel/organisation';
import type { CaseColumns } from './case-columns';
import { Interned } from './interned';
import { nameOfCredit, nameOfMark, type Credit, type Mark } from './mark';

const NO_MARK: Mark = { outcome: 'not-applicable', denominatorUnknown: false, disturbed: false, isOpen: false };

/** What many cells of the columns share, by number; at 0 none. */
export interface CaseTables {
  readonly organisations: Interned<Organisation>;
  readonly marks: Interned<Mark>;
  readonly credits: Interned<Credit>;
}

/** The tables of columns that were kept, or empty ones. */
export function caseTablesOf(kept: CaseColumns | undefined): CaseTables {
  return {
    organisations: new Interned<Organisation>('', (organisation) => organisation, kept?.organisations),
    marks: new Interned<Mark>(NO_MARK, nameOfMark, kept?.marks),
    credits: new Interned<Credit>([], nameOfCredit, kept?.credits),
  };
}

/** Gives each cell the mark it has on a day (a day number): open until its window has ended. One pass over `cells` cells. */
export function turnMarks(
  marks: Interned<Mark>,
  { mark, windowEnd }: { readonly mark: Uint16Array; readonly windowEnd: Int32Array },
  cells: number,
  day: number,
): void {
  for (let at = 0; at < cells; at += 1) {
    const number = mark[at] as number;
    if (number === 0) continue;
    const known = marks.thing(number);
    const isOpen = day <= (windowEnd[at] as number);
    if (known.isOpen !== isOpen) mark[at] = marks.numberOf({ ...known, isOpen });
  }
}
