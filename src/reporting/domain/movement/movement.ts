import type { Day } from '../../../kernel/day';
import type { DefinitionSet } from '../../../kernel/definition';
import type { Bilingual } from '../../../kernel/language';
import { compareCodePoints } from '../../../kernel/ordering';
import type { OrganisationList } from '../../../kernel/organisation-list';
import { estimateOf } from '../../../counting/domain/estimate';
import { percentOf } from '../../../counting/domain/percent';
import type { Period } from '../../../kernel/period';
import type { ReportBasis } from '../../../counting/domain/report-basis';
import { unitOf, type Context, type Level, type Unit } from '../../../kernel/unit';
import { CAUSES, type Cause } from './causes';
import { COUNTS, RunningCounts, type Counts } from './counts';
import { Cell, type MovementTally } from './movement-tally';

/** From where a report looks, and what it counts. */
export interface Asked {
  readonly period: Period;
  readonly asOf: Day;
  /** RFC 3339. */
  readonly knownAt: string;
  /** Set and version. */
  readonly definition: string;
  readonly policy: Readonly<Record<string, string>>;
}

/** What one cause did to the counts. */
interface MovementPart {
  readonly cause: Cause;
  readonly counts: Counts;
  /** Decisions that came, went or are counted as something else; many may cancel out in the counts. */
  readonly decisions: number;
}

/** One indicator of one unit: `from` plus all parts is `to`, for every count. */
export interface MovementRow {
  readonly number: number;
  readonly indicator: string;
  readonly title: Bilingual;
  readonly unit: Unit;
  readonly from: Counts;
  readonly to: Counts;
  /** Of the estimate. */
  readonly percentFrom: number | null;
  readonly percentTo: number | null;
  readonly change: Counts;
  /** In the order of `CAUSES`, those that did nothing left out. */
  readonly parts: readonly MovementPart[];
}

/** Why a report says something else than another. */
export interface Movement {
  readonly from: Asked;
  readonly to: Asked;
  readonly level: Level;
  readonly context: Context;
  /** Everything at the level together, by indicator: what moved between two units cancels out. */
  readonly rows: readonly MovementRow[];
}

interface Frame {
  readonly from: Asked;
  readonly to: Asked;
  readonly level: Level;
  readonly context: Context;
  readonly fromBasis: ReportBasis;
  readonly toBasis: ReportBasis;
}

/** The movement the other way: what every cause had given it takes away. */
export function reversed({ from, to, rows, ...rest }: Movement): Movement {
  return {
    ...rest,
    from: to,
    to: from,
    rows: rows.map((row) => ({
      ...row,
      from: row.to,
      to: row.from,
      percentFrom: row.percentTo,
      percentTo: row.percentFrom,
      change: negated(row.change),
      parts: row.parts.map((part) => ({ ...part, counts: negated(part.counts) })),
    })),
  };
}

const negated = (counts: Counts): Counts =>
  Object.fromEntries(COUNTS.map((name) => [name, 0 - counts[name]])) as Counts;

/** Writes what was summed up: rows by indicator number, then unit; a cell in which nothing was or is counted is left out. */
export function makeMovement(tally: MovementTally, { fromBasis, toBasis, ...frame }: Frame): Movement {
  const rows = indicatorsOf(fromBasis.set, toBasis.set).flatMap(({ key, number, title }) =>
    [...(tally.cells.get(key) ?? [])]
      .sort(([a], [b]) => compareCodePoints(a, b))
      .map(([id, cell]) => ({ number, indicator: key, title, unit: named(id, fromBasis, toBasis), ...rowOf(cell) })),
  );
  return { ...frame, rows };
}

/** The indicators of both sets, as the later one has them, by number. */
function indicatorsOf(from: DefinitionSet, to: DefinitionSet): DefinitionSet['indicators'] {
  const kept = from.indicators.filter(({ key }) => !to.indicators.some((later) => later.key === key));
  return [...to.indicators, ...kept].sort((a, b) => a.number - b.number);
}

function named(id: string, from: { organisations: OrganisationList }, to: { organisations: OrganisationList }): Unit {
  const unit = unitOf(id, to.organisations);
  return unit.name === '' || id.endsWith(unit.name) ? unitOf(id, from.organisations) : unit;
}

function rowOf(cell: Cell): Omit<MovementRow, 'number' | 'indicator' | 'title' | 'unit'> {
  const [from, to] = [cell.from.counts(), cell.to.counts()];
  const change = new RunningCounts();
  change.add(to, 1);
  change.add(from, -1);
  return {
    from,
    to,
    percentFrom: estimatedPercent(from),
    percentTo: estimatedPercent(to),
    change: change.counts(),
    parts: CAUSES.flatMap((cause) => {
      const part = cell.parts.get(cause);
      return part === undefined ? [] : [{ cause, counts: part.counts.counts(), decisions: part.decisions }];
    }),
  };
}

function estimatedPercent(counts: Counts): number | null {
  const { numerator, denominator } = estimateOf(counts, counts);
  return percentOf(numerator, denominator);
}
