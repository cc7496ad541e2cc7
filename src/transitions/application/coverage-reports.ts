import { LRUCache } from 'lru-cache';
import type { Viewpoint } from '../../kernel/viewpoint';
import { sealed } from '../../counting/domain/sealed';
import { countArrivals, daysOfArrivals, type Arrivals } from '../domain/patient-coverage/arrivals';
import { countCoverage, type CoverageTables } from '../domain/patient-coverage/coverage';
import { coverageRows, type CoverageRow } from '../domain/patient-coverage/coverage-rows';
import { hideCoverage, type HiddenCoverage } from '../domain/patient-coverage/hide-coverage';
import type { Period } from '../../kernel/period';
import type { TransitionBasis } from '../domain/handover-state';
import { populationIn } from '../domain/pathway-with-journey';
import { usualContext, type Context, type Level } from '../../kernel/unit';
import type { Population, MadeUnder } from './population';

export interface CoverageQuestion extends Viewpoint {
  /** A pathway belongs to the period in which its index day lies. */
  readonly period: Period;
  readonly level: Level;
  /** Where treated or where resident; absent: as is usual for the level. */
  readonly context?: Context;
}

/** How far the patients known from LPR are covered by rehabilitation reports, as plain data. */
export interface CoverageReport extends MadeUnder {
  readonly period: Period;
  readonly level: Level;
  readonly context: Context;
  /** Nothing at all was counted: the zeros are zeros. */
  readonly isEmpty: boolean;
  readonly rows: readonly CoverageRow[];
  /** `sha256:` and the digest of everything else as canonical JSON (RFC 8785). */
  readonly digest: string;
}

interface Counted {
  readonly counted: CoverageTables & { readonly arrivals: ReadonlyMap<string, Arrivals> };
  readonly hidden: HiddenCoverage;
  readonly basis: TransitionBasis;
}

const TABLES_KEPT = 16;

/** Tells of how many patients in the population from LPR any rehabilitation was reported (dekningsgrad). */
export class CoverageReports {
  private readonly kept = new LRUCache<string, Counted>({ max: TABLES_KEPT });

  constructor(readonly population: Population) {}

  /** Counts by unit. Small numbers are hidden in the tables of all levels together, whichever is asked for. */
  async report(question: CoverageQuestion): Promise<CoverageReport> {
    const { period, level, context = usualContext(level) } = question;
    const { counted, hidden, basis } = await this.countedFor(question);
    const { organisations } = this.population.basis;
    return sealed({
      ...this.population.madeUnder(question),
      period,
      level,
      context,
      isEmpty: counted.tables.denmark.size === 0,
      rows: coverageRows(counted, { period, level, context }, organisations, basis, hidden),
    });
  }

  private async countedFor(question: CoverageQuestion): Promise<Counted> {
    const { cases, basis, name } = await this.population.at(question);
    const key = name === undefined ? undefined : `${name} ${question.period.from} ${question.period.to}`;
    const known = key === undefined ? undefined : this.kept.get(key);
    if (known !== undefined) return known;
    const { basis: ground, smallNumbers } = this.population;
    const { period } = question;
    const pathways = [...populationIn(cases, daysOfArrivals(period))];
    const tables = countCoverage(pathways, period, ground.organisations, basis);
    const counted = { ...tables, arrivals: countArrivals(pathways, period, basis, smallNumbers) };
    const found = { counted, hidden: hideCoverage(tables, smallNumbers), basis };
    if (key !== undefined) this.kept.set(key, found);
    return found;
  }
}
