import type { Day } from '../../kernel/day';
import { bestAndWorst, levelCounts, profileRow, type LevelCounts, type ProfileRow } from '../domain/profile';
import { periodBefore, type Period } from '../../kernel/period';
import { type ReportQuestion, type UnitArrivals } from '../domain/report';
import { WORKING_LABEL } from '../../counting/domain/report-basis';
import { ALIKE, type Composition } from '../../counting/domain/statistics/composition';
import { shownCompositions } from '../../disclosure/domain/shown-composition';
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
  const { fewest, set, id: definition, policy } = reports.basis;
  const { period, asOf } = question;
  const before = periodBefore(period);
  const rows = await reports.rowsOf(id, { ...question, level });
  const [first] = rows;
  if (first === undefined) return undefined;
  const earlier = before === undefined ? [] : await reports.rowsOf(id, { ...question, level, period: before });
  const compositionOf =
    before === undefined ? () => ALIKE : await compositionsOf(reports, id, { ...question, level, before });
  const targets = new Map(set.indicators.map(({ key, target }) => [key, target]));
  const indicators = rows.flatMap((row) => {
    const target = targets.get(row.indicator);
    const was = earlier.find(({ indicator }) => indicator === row.indicator);
    return target === undefined
      ? []
      : [profileRow(row, was, { target, fewest, composition: () => compositionOf(row.indicator) })];
  });
  return sealed({
    unit: first.unit,
    context: question.context ?? usualContext(level),
    definition,
    ...(set.provenance === 'working' ? { label: WORKING_LABEL } : undefined),
    policy,
    period,
    before: before ?? null,
    asOf,
    levels: levelCounts(indicators),
    fewest,
    ...(level === 'hospital' ? { arrivals: await reports.arrivalsOf(first.unit, question) } : undefined),
    ...bestAndWorst(indicators),
    indicators: goalLevel === undefined ? indicators : indicators.filter(({ level: reached }) => reached === goalLevel),
  });
}

/** How far a unit's share on an indicator may lie from that of the period before because others were heard then. */
async function compositionsOf(
  { counted, basis, exit }: IndicatorReports,
  id: string,
  { period, before, level, context = usualContext(level), asOf, knownAt }: ReportQuestion & { readonly before: Period },
): Promise<(indicator: string) => Composition> {
  const { cases } = await counted.at({ asOf, ...(knownAt === undefined ? undefined : { knownAt }) });
  const { organisations, set } = basis;
  const compositionOf = shownCompositions(cases, { organisations, now: period, before, level, context }, exit);
  return (key) => {
    const indicator = set.indicators.find((definition) => definition.key === key);
    return indicator === undefined ? ALIKE : compositionOf(indicator, id);
  };
}
