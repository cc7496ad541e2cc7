import type { Day } from '../../kernel/day';
import { bestAndWorst, levelCounts, profileRow, type LevelCounts, type ProfileRow } from '../domain/profile';
import { periodBefore, type Period } from '../../kernel/period';
import { type ReportQuestion, type UnitArrivals } from '../domain/report';
import { WORKING_LABEL } from '../../counting/domain/report-basis';
import { sealed } from '../../counting/domain/sealed';
import type { GoalLevel } from '../../counting/domain/statistics/goal-level';
import { levelOfUnit, usualContext, type Context, type Unit } from '../../kernel/unit';
import type { IndicatorReports } from './indicator-reports';

/** Every indicator of one unit: levels, changes, the best and the worst, and what can still be recovered. */
export interface UnitProfile {
  readonly unit: Unit;
  readonly context: Context;
  readonly definition: string;
  readonly label?: string;
  readonly policy: Readonly<Record<string, string>>;
  readonly period: Period;
  /** The period changes are told against. */
  readonly before: Period | null;
  readonly asOf: Day;
  readonly levels: LevelCounts;
  /** Of fewer than this no level and no change is told, and none is among the best or the worst. */
  readonly fewest: number;
  /** Of a hospital: the new pathways expected beside those that came; null where nothing can be expected. */
  readonly arrivals?: UnitArrivals | null;
  readonly best: readonly string[];
  readonly worst: readonly string[];
  readonly indicators: readonly ProfileRow[];
  /** `sha256:` and the digest of everything else as canonical JSON (RFC 8785). */
  readonly digest: string;
}

/** What is asked of a unit; with a goal level only the indicators that reached it are listed. */
type ProfileQuestion = Omit<ReportQuestion, 'level'> & { readonly goalLevel?: GoalLevel };

/** The profile of a hospital, municipality, region or `denmark`; undefined when there is no such unit. */
export async function unitProfile(
  reports: IndicatorReports,
  id: string,
  { goalLevel, ...question }: ProfileQuestion,
): Promise<UnitProfile | undefined> {
  const level = levelOfUnit(id);
  if (level === undefined) return undefined;
  const { fewest } = reports.basis;
  const before = periodBefore(question.period);
  const report = await reports.report({ ...question, level });
  const rows = report.rows.filter(({ unit }) => unit.id === id);
  const [first] = rows;
  if (first === undefined) return undefined;
  const earlier = before === undefined ? [] : (await reports.report({ ...question, level, period: before })).rows;
  const targets = new Map(report.indicators.map(({ key, target }) => [key, target]));
  const indicators = rows.flatMap((row) => {
    const target = targets.get(row.indicator);
    const was = earlier.find(({ indicator, unit }) => indicator === row.indicator && unit.id === id);
    return target === undefined ? [] : [profileRow(row, was, target, fewest)];
  });
  const { definition, policy, period, asOf } = report;
  return sealed({
    unit: first.unit,
    context: question.context ?? usualContext(level),
    definition,
    ...(report.label === undefined ? undefined : { label: WORKING_LABEL }),
    policy,
    period,
    before: before ?? null,
    asOf,
    levels: levelCounts(indicators),
    fewest,
    ...(report.arrivals === undefined
      ? undefined
      : { arrivals: report.arrivals.find(({ unit }) => unit.id === id) ?? null }),
    ...bestAndWorst(indicators),
    indicators: goalLevel === undefined ? indicators : indicators.filter(({ level: reached }) => reached === goalLevel),
  });
}
