import type { Day } from '../../../kernel/day';
import type { IndicatorDefinition } from '../../../kernel/definition';
import type { TableRow } from '../../../counting/domain/indicator-table';
import type { Period } from '../../../kernel/period';
import { LEVELS } from '../../../kernel/unit';
import { countChanges, type CountedOutcome, type OutcomeChangeCount } from './outcome-changes';
import { isOther, unitDifferences, type UnitDifference } from './unit-difference';
import { rowsOf, type DifferenceQuestion, type Version } from './version';

type OutcomeTotals = Readonly<Record<Exclude<CountedOutcome, 'not-counted'>, number>>;

/** What another definition set does to one indicator. */
interface IndicatorDifference {
  readonly indicator: string;
  readonly number: number;
  /** Decisions by what they are counted as in Denmark; null where the version does not have the indicator. */
  readonly before: OutcomeTotals | null;
  readonly after: OutcomeTotals | null;
  /** Who goes where; for each outcome what comes minus what goes is the difference of the totals. */
  readonly flips: readonly OutcomeChangeCount[];
  readonly flipped: number;
  /** Decisions that come to the same but could have been something else: they move the bounds only. */
  readonly possibleChanged: number;
}

/** What deciding by another definition set would change, over all history or the period asked about. */
export interface DefinitionDifference {
  readonly before: VersionName;
  readonly after: VersionName;
  readonly asOf: Day;
  readonly knownAt?: string;
  readonly period: Period;
  readonly indicators: readonly IndicatorDifference[];
  /** Of the levels asked about; units that are the same under both are left out. */
  readonly units: readonly UnitDifference[];
  readonly unitsCompared: number;
  readonly unitsWithAnotherLevel: number;
}

interface VersionName {
  readonly definition: string;
  readonly policy: Readonly<Record<string, string>>;
}

/** Compares two versions from the same viewpoint. */
export function differenceBetween(before: Version, after: Version, question: DifferenceQuestion): DefinitionDifference {
  const { period, level, asOf, knownAt } = question;
  const indicators = indicatorsOf(before, after);
  const changes = countChanges(
    { before: before.cases, after: after.cases },
    period,
    indicators.map(({ key }) => key),
  );
  const denmark = [before, after].map((version) => byIndicator(rowsOf(version, question, 'denmark')));
  const compared = (level === undefined ? LEVELS : [level]).flatMap((one) =>
    unitDifferences(before, after, question, one),
  );
  const units = compared.filter(isOther);
  return {
    before: nameOf(before),
    after: nameOf(after),
    asOf,
    ...(knownAt === undefined ? undefined : { knownAt }),
    period,
    indicators: indicators.map(({ key, number }) => {
      const { flips, possibleChanged } = changes.get(key) ?? { flips: [], possibleChanged: 0 };
      const [was, is] = denmark.map((rows) => outcomesOf(rows.get(key)));
      return {
        indicator: key,
        number,
        before: was ?? null,
        after: is ?? null,
        flips,
        flipped: flips.reduce((sum, { count }) => sum + count, 0),
        possibleChanged,
      };
    }),
    units,
    unitsCompared: compared.length,
    unitsWithAnotherLevel: units.filter(({ levelChanges }) => levelChanges).length,
  };
}

const nameOf = ({ basis: { id, policy } }: Version): VersionName => ({ definition: id, policy });

/** The indicators of either, by number; one that both have is told as the later has it. */
function indicatorsOf(before: Version, after: Version): Pick<IndicatorDefinition, 'key' | 'number'>[] {
  const all = new Map([...before.basis.set.indicators, ...after.basis.set.indicators].map((one) => [one.key, one]));
  return [...all.values()].sort((a, b) => a.number - b.number);
}

const byIndicator = (rows: readonly TableRow[]): ReadonlyMap<string, TableRow> =>
  new Map(rows.map((row) => [row.indicator, row]));

function outcomesOf(row: TableRow | undefined): OutcomeTotals | undefined {
  if (row === undefined) return undefined;
  const { reported, unknown, stillOpen, excluded, notApplicable } = row;
  return {
    met: reported.numerator,
    'not-met': reported.denominator - reported.numerator,
    unknown,
    'met-so-far': stillOpen.metSoFar,
    pending: stillOpen.pending,
    excluded,
    'not-applicable': notApplicable,
  };
}
