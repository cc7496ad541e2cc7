import type { Day } from '../../kernel/day';
import type { Viewpoint } from '../../ports/decision-source';
import { yearsDecided } from '../domain/counting';
import { makeReport, type Ground, type Report, type ReportQuestion } from '../domain/report';
import { keepLatest, type CountedCases } from './counted-cases';

const REPORTS_KEPT = 64;

/** Makes reports from the decisions of everyone; a question asked again while nothing changed is answered from memory. */
export class NationalReports {
  private readonly reports = new Map<string, Report>();

  constructor(
    readonly counted: CountedCases,
    readonly ground: Ground,
  ) {}

  /** The indicator table of a period, level and context from a viewpoint. */
  async report(question: ReportQuestion): Promise<Report> {
    const { period, level, context, interval } = question;
    const { cases, name } = await this.counted.at(viewpointOf(question));
    if (name === undefined) return makeReport(cases, question, this.ground);
    const key = [name, period.name, level, context, interval].join(' ');
    const report = this.reports.get(key) ?? makeReport(cases, question, this.ground);
    keepLatest(this.reports, key, report, REPORTS_KEPT);
    return report;
  }

  /** The calendar years in which something was decided by the as-of day, latest first. */
  async yearsDecided(asOf: Day): Promise<string[]> {
    const { cases } = await this.counted.at({ asOf });
    return yearsDecided(cases, asOf);
  }
}

/** The viewpoint a question looks from. */
export function viewpointOf({ asOf, knownAt }: Pick<ReportQuestion, 'asOf' | 'knownAt'>): Viewpoint {
  return knownAt === undefined ? { asOf } : { asOf, knownAt };
}
