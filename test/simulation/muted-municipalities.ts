import type { Organisation } from '../../src/kernel/organisation';
import type { IndicatorDecision } from '../../src/kernel/decision';
import { Tally, type Figures } from '../../src/reporting/domain/figures';
import { markOf, type Mark } from '../../src/reporting/domain/mark';
import { LEVELS, unitIdOf, type Level } from '../../src/reporting/domain/unit';
import { createRandom } from '../../src/synthetic/random';
import { connectedPopulation, definitions, Household, householdsOf, organisations } from './muted-world';
import type { DecidedPathway } from './muted-world';

/** In the 2024 report 42 of 98 municipalities had no data (domain.md §1). */
const MUTED = 42;
const ALL_HEARD: ReadonlySet<Organisation> = new Set();

/** What a simulation came to for one indicator, over all runs; percentage points are of Denmark. */
export interface IndicatorResult {
  readonly indicator: string;
  /** With every report, in percent. */
  readonly truth: number;
  /** Estimate minus truth: its mean, the mean of its size, and the farthest. */
  readonly meanError: number;
  readonly meanAbsoluteError: number;
  readonly farthestError: number;
  /** What the share of all that was decided, trouble or not, is off by in the mean. */
  readonly meanErrorOfShare: number;
  readonly meanBoundsWidth: number;
}

export interface SimulationResult {
  readonly patients: number;
  readonly pathways: number;
  readonly municipalities: number;
  readonly muted: number;
  readonly runs: number;
  /** Decisions that are not met in a run and were not so in truth, over all runs: of residents of muted municipalities. */
  readonly notMetForWantOfReports: number;
  /** The same of residents of other municipalities. */
  readonly notMetForWantOfReportsElsewhere: number;
  /** Bounds compared with the truth: every indicator of every unit that has a truth, in every run. */
  readonly boundsCompared: number;
  readonly boundsMissed: Readonly<Record<Level, number>>;
  readonly indicators: readonly IndicatorResult[];
}

/** The indicators that municipalities report on. */
const REPORTED_ON = new Set(
  definitions.set.indicators.filter(({ sources }) => sources.includes('municipality')).map(({ key }) => key),
);

/** Draws 42 of the 98 municipalities; the same for the same seed. */
export function drawMuted(seed: number): Set<Organisation> {
  const random = createRandom(seed, 0);
  const codes = [...organisations.municipalities.keys()];
  for (let at = codes.length - 1; at > 0; at -= 1) {
    const other = random.int(0, at);
    [codes[at], codes[other]] = [codes[other] as string, codes[at] as string];
  }
  return new Set(codes.slice(0, MUTED).map((code) => `municipality:${code}`));
}

/** A decision as counted: in which rows it stands (level, indicator, unit), and its mark. */
interface Counted {
  readonly rows: readonly number[];
  readonly mark: Mark;
}

/** A household's decisions, ready to count, with those that are not met for want of reports. */
interface Reading {
  readonly counted: readonly Counted[];
  readonly notMet: readonly { readonly municipality: Organisation }[];
}

/** One row of the tables that are compared. */
interface Row {
  readonly level: Level;
  readonly indicator: string;
}

/** Reads households into rows, once for each set of municipalities that matters to them. */
class Census {
  readonly rows: Row[] = [];
  private readonly rowNumbers = new Map<string, number>();
  private readonly readings = new Map<readonly DecidedPathway[], Reading>();

  constructor(readonly households: readonly Household[]) {}

  /** The figures of every row when these municipalities are muted. */
  figures(muted: ReadonlySet<Organisation>): (Figures | undefined)[] {
    const tallies: Tally[] = [];
    for (const household of this.households) {
      for (const { rows, mark } of this.read(household, muted).counted) {
        for (const row of rows) (tallies[row] ??= new Tally()).add(mark);
      }
    }
    return Array.from(this.rows, (_, row) => tallies[row]?.figures());
  }

  /** Where those live whose decisions are not met although they were not so in truth. */
  notMetForWantOfReports(muted: ReadonlySet<Organisation>): Organisation[] {
    return this.households.flatMap((household) =>
      this.read(household, muted).notMet.map(({ municipality }) => municipality),
    );
  }

  private read(household: Household, muted: ReadonlySet<Organisation>): Reading {
    const pathways = household.decidedWithout(muted);
    let reading = this.readings.get(pathways);
    if (reading === undefined) {
      const truth = household.decidedWithout(ALL_HEARD);
      reading = {
        counted: pathways.flatMap((pathway) => reportedIn(pathway).map((decision) => this.counted(pathway, decision))),
        notMet: pathways.flatMap((pathway, at) => {
          const real = truth[at] === undefined ? [] : reportedIn(truth[at]);
          return reportedIn(pathway)
            .filter(({ outcome }, place) => outcome === 'not-met' && real[place]?.outcome !== 'not-met')
            .map(() => ({ municipality: pathway.municipality ?? '' }));
        }),
      };
      this.readings.set(pathways, reading);
    }
    return reading;
  }

  private counted(pathway: DecidedPathway, decision: IndicatorDecision): Counted {
    const { indicator, indexDay } = decision;
    const rows = LEVELS.map((level) => this.rowOf(level, indicator, unitIdOf(level, pathway, indexDay, organisations)));
    return { rows, mark: markOf(decision) };
  }

  private rowOf(level: Level, indicator: string, unit: string): number {
    const name = `${indicator} ${unit}`;
    let number = this.rowNumbers.get(name);
    if (number === undefined) this.rowNumbers.set(name, (number = this.rows.push({ level, indicator }) - 1));
    return number;
  }
}

const reportedIn = ({ decisions }: DecidedPathway): IndicatorDecision[] =>
  decisions.filter(({ indicator }) => REPORTED_ON.has(indicator));

/** Mutes 42 municipalities, drawn anew in each run, and compares what is counted with what was true. */
export async function simulateMuted(patients: number, runs: number, seed: number): Promise<SimulationResult> {
  const census = new Census(await householdsOf(connectedPopulation(patients, seed)));
  const truth = census.figures(ALL_HEARD);
  const results = new Map([...REPORTED_ON].map((key) => [key, new ErrorsOfIndicator(key)]));
  const boundsMissed: Record<Level, number> = { denmark: 0, region: 0, hospital: 0, municipality: 0 };
  const notMet = { muted: 0, elsewhere: 0 };
  let boundsCompared = 0;
  for (let run = 0; run < runs; run += 1) {
    const muted = drawMuted(seed + run);
    for (const municipality of census.notMetForWantOfReports(muted)) {
      notMet[muted.has(municipality) ? 'muted' : 'elsewhere'] += 1;
    }
    const found = census.figures(muted);
    census.rows.forEach(({ level, indicator }, row) => {
      const [real, seen] = [truth[row], found[row]];
      if (real === undefined || real.percent === null) return;
      boundsCompared += 1;
      if (!isWithin(seen?.bounds, real.percent)) boundsMissed[level] += 1;
      if (level === 'denmark' && seen !== undefined) results.get(indicator)?.add(real, seen);
    });
  }
  return {
    patients,
    pathways: census.households.flatMap((household) => household.decidedWithout(ALL_HEARD)).length,
    municipalities: organisations.municipalities.size,
    muted: MUTED,
    runs,
    notMetForWantOfReports: notMet.muted,
    notMetForWantOfReportsElsewhere: notMet.elsewhere,
    boundsCompared,
    boundsMissed,
    indicators: [...results.values()].map((result) => result.result()),
  };
}

function isWithin(bounds: Figures['bounds'] | undefined, percent: number): boolean {
  if (bounds === undefined || bounds.lower === null || bounds.upper === null) return false;
  return bounds.lower <= percent && percent <= bounds.upper;
}

/** Gathers one indicator's errors over the runs. */
class ErrorsOfIndicator {
  private truth = NaN;
  private readonly errors: number[] = [];
  private readonly shareErrors: number[] = [];
  private readonly widths: number[] = [];

  constructor(private readonly indicator: string) {}

  add(real: Figures, seen: Figures): void {
    this.truth = percentOf(real);
    this.errors.push(percentOf(seen.estimate) - this.truth);
    this.shareErrors.push(percentOf(seen) - this.truth);
    this.widths.push((seen.bounds.upper ?? NaN) - (seen.bounds.lower ?? NaN));
  }

  result(): IndicatorResult {
    const { indicator, truth, errors } = this;
    return {
      indicator,
      truth,
      meanError: mean(errors),
      meanAbsoluteError: mean(errors.map(Math.abs)),
      farthestError: errors.reduce((far, error) => (Math.abs(error) > Math.abs(far) ? error : far), 0),
      meanErrorOfShare: mean(this.shareErrors),
      meanBoundsWidth: mean(this.widths),
    };
  }
}

const percentOf = ({ numerator, denominator }: Figures['estimate'] | Figures): number =>
  (100 * numerator) / denominator;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
