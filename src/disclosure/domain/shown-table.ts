import type { Cases } from '../../counting/domain/cases';
import { countByUnit, type UnitTallies } from '../../counting/domain/counting';
import { tableRows, unitsIn, type TableQuestion } from '../../counting/domain/indicator-table';
import { listedUnits } from '../../kernel/unit';
import type { Exit } from './exit';
import { showsNobody, shownFigures } from './shown-figures';
import type { ShownRow } from './shown-row';

type Question = Omit<TableQuestion, 'intervals'>;

/**
 * The table of a period, level and context as an exit lets it out, with a row for every listed unit and for every other
 * that anybody is shown in; of one unit alone where one is asked about. One pass over the columns; figures are made of
 * the rows that are asked for.
 */
export class ShownTable {
  private readonly tallies: UnitTallies;
  private readonly units: ReadonlySet<string>;

  constructor(
    cases: Cases,
    private readonly question: Question,
    private readonly exit: Exit,
  ) {
    const { indicators, organisations, period, level, asOf, unit } = question;
    const keys = indicators.map(({ key }) => key);
    this.tallies = countByUnit(cases, question, keys, unit);
    const listed = new Set(listedUnits(level, organisations, period, asOf));
    const told = [...unitsIn(this.tallies, question)].filter((id) => listed.has(id) || this.showsAnybodyIn(id));
    this.units = new Set(told);
  }

  /** Nothing at all is shown in any row. */
  get isEmpty(): boolean {
    return ![...this.units].some((id) => this.showsAnybodyIn(id));
  }

  /** The rows by indicator number, then unit; of one indicator alone, where one is asked for. */
  rows(indicator?: string): ShownRow[] {
    const { organisations, interval } = this.question;
    const indicators = this.question.indicators.filter(({ key }) => (indicator ?? key) === key);
    return tableRows(this.tallies, { indicators, organisations }, this.units, (tally, sources) =>
      shownFigures(tally, this.exit, { sources, method: interval }),
    );
  }

  private showsAnybodyIn(unit: string): boolean {
    return [...this.tallies.values()].some((ofUnits) => {
      const tally = ofUnits.get(unit);
      return tally !== undefined && !showsNobody(tally, this.exit);
    });
  }
}

/** All rows of a table as an exit lets it out. */
export const shownTable = (cases: Cases, question: Question, exit: Exit): ShownRow[] =>
  new ShownTable(cases, question, exit).rows();
