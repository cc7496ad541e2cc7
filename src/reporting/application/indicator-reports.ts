import { LRUCache } from 'lru-cache';
import type { Day } from '../../kernel/day';
import type { Viewpoint } from '../../kernel/viewpoint';
import type { Cases } from '../../counting/domain/cases';
import { yearsDecided } from '../../counting/domain/counting';
import { countRows, sealReport, type Report, type ReportQuestion } from '../domain/report';
import { type ReportBasis } from '../../counting/domain/report-basis';
import type { Remembered } from '../../disclosure/domain/remembered';
import type { ShownTables } from '../../disclosure/domain/hide-small-numbers';
import type { CountedVersion } from '../../counting/domain/counted-versions';
import { type CountedCases } from '../../counting/domain/counted-cases';

const REPORTS_KEPT = 64;
/** All levels and contexts of a period. */
const PERIODS_KEPT = 8;

/**
 * Makes reports from the decisions of everyone, small numbers hidden; a question asked again while nothing changed is
 * answered from memory, and one about another level of the same period is answered from the same tables.
 */
export class IndicatorReports {
  private readonly reports = new LRUCache<string, Report>({ max: REPORTS_KEPT });
  private readonly tables = new LRUCache<string, ShownTables>({ max: PERIODS_KEPT });

  constructor(
    readonly counted: CountedCases,
    readonly basis: ReportBasis,
    /** Counts from 1 to below this are hidden; 0 hides none. */
    readonly smallNumbers: number,
    private readonly remembered: Remembered = {},
  ) {}

  /** Reports of the same kind under another definition set. */
  under({ counted, basis }: CountedVersion): IndicatorReports {
    return new IndicatorReports(counted, basis, this.smallNumbers, this.remembered);
  }

  /** The indicator table of a period, level and context from a viewpoint. */
  async report(asked: ReportQuestion): Promise<Report> {
    const question = { ...asked, smallNumbers: this.smallNumbers };
    const { period, level, context, interval } = question;
    const { cases, name } = await this.counted.at(viewpointOf(question));
    if (name === undefined)
      return sealReport(countRows(cases, question, this.basis, this.remembered), question, this.basis);
    const key = [name, period.name, level, context, interval].join(' ');
    const report = this.reports.get(key) ?? this.make(cases, question, [name, period.name, interval].join(' '));
    this.reports.set(key, report);
    return report;
  }

  /** The calendar years in which pathways began whose windows have ended by the as-of day, latest first. */
  async yearsDecided(asOf: Day): Promise<string[]> {
    const { cases } = await this.counted.at({ asOf });
    return yearsDecided(cases);
  }

  private make(cases: Cases, question: ReportQuestion, tablesKey: string): Report {
    const tablesOf = (count: () => ShownTables): ShownTables => {
      const tables = this.tables.get(tablesKey) ?? count();
      this.tables.set(tablesKey, tables);
      return tables;
    };
    return sealReport(countRows(cases, question, this.basis, this.remembered, tablesOf), question, this.basis);
  }
}

/** The viewpoint a question looks from. */
function viewpointOf({ asOf, knownAt }: Pick<ReportQuestion, 'asOf' | 'knownAt'>): Viewpoint {
  return knownAt === undefined ? { asOf } : { asOf, knownAt };
}
