import type { IndicatorDecision } from '../../src/kernel/decision';
import type { Organisation } from '../../src/kernel/organisation';
import type { Figures } from '../../src/counting/domain/figures';
import { Tally } from '../../src/counting/domain/tally';
import { Interned } from '../../src/counting/domain/interned';
import { markOf, type Mark } from '../../src/counting/domain/mark';
import { LEVELS, unitIdOf, type Level } from '../../src/kernel/unit';
import { definitions, organisations, type DecidedPathway, type Household } from './muted-world';

/** The indicators that municipalities report on. */
export const REPORTED_ON: ReadonlySet<string> = new Set(
  definitions.set.indicators.filter(({ sources }) => sources.includes('municipality')).map(({ key }) => key),
);
export const ALL_HEARD: ReadonlySet<Organisation> = new Set();
/** Every window has ended. */
const LONG_AFTER = '2098-12-31';
/** Different marks a decision can have, with room to spare. */
const MOST_MARKS = 64;

/** One indicator of one unit. */
interface Row {
  readonly level: Level;
  readonly indicator: string;
}

/** A household's decisions, ready to count. */
interface Reading {
  /** Cells: row times `MOST_MARKS` plus the number of the mark. */
  readonly cells: readonly number[];
  /** Where those live whose decisions are not met although they were not so in truth. */
  readonly notMet: readonly Organisation[];
}

/** Counts households with the program's own figures; each is read once for each set of municipalities that matters. */
export class Census {
  readonly rows: Row[] = [];
  private readonly marks = new Interned<Mark | undefined>(undefined, (mark) => JSON.stringify(mark));
  private readonly rowNumbers = new Map<string, number>();
  private readonly readings = new Map<readonly DecidedPathway[], Reading>();

  constructor(readonly households: readonly Household[]) {}

  /** The figures of every row when these municipalities are muted. */
  figures(muted: ReadonlySet<Organisation>): (Figures | undefined)[] {
    const readings = this.households.map((household) => this.read(household, muted));
    const counts = new Int32Array(this.rows.length * MOST_MARKS);
    for (const { cells } of readings) for (const cell of cells) counts[cell] = (counts[cell] as number) + 1;
    return this.rows.map((_, row) => this.figuresOf(counts.subarray(row * MOST_MARKS, (row + 1) * MOST_MARKS)));
  }

  /** Where those live whose decisions are not met although they were not so in truth, once for each decision. */
  notMetForWantOfReports(muted: ReadonlySet<Organisation>): Organisation[] {
    return this.households.flatMap((household) => this.read(household, muted).notMet);
  }

  private read(household: Household, muted: ReadonlySet<Organisation>): Reading {
    const pathways = household.decidedWithout(muted);
    let reading = this.readings.get(pathways);
    if (reading === undefined) this.readings.set(pathways, (reading = this.readingOf(household, pathways)));
    return reading;
  }

  private readingOf(household: Household, pathways: readonly DecidedPathway[]): Reading {
    const truth = household.decidedWithout(ALL_HEARD).map(reportedIn);
    return {
      cells: pathways.flatMap((pathway) => reportedIn(pathway).flatMap((decision) => this.cellsOf(pathway, decision))),
      notMet: pathways.flatMap((pathway, at) =>
        reportedIn(pathway)
          .filter(({ outcome }, place) => outcome === 'not-met' && truth[at]?.[place]?.outcome !== 'not-met')
          .map(() => pathway.municipality ?? 'municipality:unknown'),
      ),
    };
  }

  private cellsOf(pathway: DecidedPathway, decision: IndicatorDecision): number[] {
    const { indicator, indexDay } = decision;
    const mark = this.marks.numberOf(markOf(decision, LONG_AFTER));
    if (mark >= MOST_MARKS) throw new Error(`There are more than ${MOST_MARKS} marks.`);
    return LEVELS.map((level) => {
      const unit = unitIdOf(level, pathway, indexDay, organisations);
      return this.rowOf(level, indicator, unit) * MOST_MARKS + mark;
    });
  }

  private rowOf(level: Level, indicator: string, unit: string): number {
    const name = `${indicator} ${unit}`;
    let number = this.rowNumbers.get(name);
    if (number === undefined) this.rowNumbers.set(name, (number = this.rows.push({ level, indicator }) - 1));
    return number;
  }

  private figuresOf(counts: Int32Array): Figures | undefined {
    const tally = new Tally();
    let isEmpty = true;
    counts.forEach((times, number) => {
      const mark = this.marks.thing(number);
      if (times === 0 || mark === undefined) return;
      tally.add(mark, times);
      isEmpty = false;
    });
    return isEmpty ? undefined : tally.figures('wilson'); // Intervals are not looked at here; these are soon made.
  }
}

const reportedIn = ({ decisions }: DecidedPathway): IndicatorDecision[] =>
  decisions.filter(({ indicator }) => REPORTED_ON.has(indicator));
