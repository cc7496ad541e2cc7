import { BOUND_COUNTS } from '../../../counting/domain/bounds';
import type { FrozenContent } from '../frozen/frozen-content';
import { TABLES } from '../../../disclosure/domain/unit-axis';
import type { Context, Level, Unit } from '../../../kernel/unit';
import type { Cause } from './causes';
import { RunningCounts } from './counts';
import type { Movement, MovementPart, MovementRow } from './movement';

/** A part as people see it; `several` stands for causes that are each too small to be shown alone. */
export interface ShownPart extends Omit<MovementPart, 'cause'> {
  readonly cause: Cause | 'several';
  /** What `several` stands for. */
  readonly causes?: readonly Cause[];
}

export interface ShownMovementRow extends Omit<MovementRow, 'parts'> {
  readonly parts: readonly ShownPart[];
}

/** A movement as people see it. */
export interface ShownMovement extends Omit<Movement, 'rows'> {
  readonly rows: readonly ShownMovementRow[];
  /** Rows left out since one of the reports hides a count of theirs. */
  readonly hidden: readonly { readonly indicator: string; readonly unit: Unit }[];
}

/**
 * Leaves out the rows of which either report hides a count, and puts causes together that moved fewer decisions than
 * `threshold`: with one another, then with the smallest other one, until they are no longer few or nothing is left.
 * What is shown of a row is what the two reports show of it, and its parts still sum to the change.
 */
export function shownMovement(movement: Movement, reports: readonly FrozenContent[], threshold: number): ShownMovement {
  const { level, context, rows, ...rest } = movement;
  const hidden = new Set(reports.flatMap((report) => hiddenIn(report, level, context)));
  const isHidden = ({ indicator, unit }: MovementRow): boolean => hidden.has(`${indicator} ${unit.id}`);
  return {
    ...rest,
    level,
    context,
    rows: rows.filter((row) => !isHidden(row)).map((row) => ({ ...row, parts: withoutSmall(row.parts, threshold) })),
    hidden: rows.filter(isHidden).map(({ indicator, unit }) => ({ indicator, unit })),
  };
}

/** Counts of a row that a movement tells of, as small numbers name their places. */
const TOLD: ReadonlySet<string> = new Set([
  ...['reported', 'undisturbed'].flatMap((share) => [`${share}.numerator`, `${share}.denominator`]),
  'unknown',
  'denominatorUnknown',
  'stillOpen.metSoFar',
  'stillOpen.pending',
  'excluded',
  'notApplicable',
  ...BOUND_COUNTS.map((name) => `bounds.${name}`),
]);

function hiddenIn({ tables }: FrozenContent, level: Level, context: Context): string[] {
  const place = TABLES.find((table) => table.level === level && (level === 'denmark' || table.context === context));
  const table = tables.find((one) => one.level === place?.level && one.context === place.context);
  return (table?.rows ?? [])
    .filter((row) => row.hidden?.some((count) => TOLD.has(count)) === true)
    .map(({ indicator, unit }) => `${indicator} ${unit.id}`);
}

function withoutSmall(parts: readonly MovementPart[], threshold: number): readonly ShownPart[] {
  const bySize = [...parts].sort((a, b) => a.decisions - b.decisions);
  let together = bySize.filter(({ decisions }) => decisions < threshold);
  if (together.length === 0) return parts;
  while (sizeOf(together) < threshold && together.length < bySize.length) {
    together = bySize.slice(0, together.length + 1);
  }
  if (together.length === 1) return parts; // All there is: it is the change itself, which both reports show.
  const counts = new RunningCounts();
  for (const part of together) counts.add(part.counts, 1);
  const rest = parts.filter((part) => !together.includes(part));
  const causes = parts.filter((part) => together.includes(part)).map(({ cause }) => cause);
  return [...rest, { cause: 'several', causes, counts: counts.counts(), decisions: sizeOf(together) }];
}

const sizeOf = (parts: readonly MovementPart[]): number => parts.reduce((sum, { decisions }) => sum + decisions, 0);
