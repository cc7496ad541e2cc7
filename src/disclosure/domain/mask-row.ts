import { SECTOR_ORDER } from '../../kernel/organisation';
import type { TableRow } from '../../counting/domain/indicator-table';
import type { BoundCounts, Bounds } from '../../counting/domain/bounds';
import type { ShownBounds, ShownCount, ShownRow, ShownSector, ShownShare, ShownUnknown } from './shown-row';

/** A row without the counts at the places that are hidden, and without whatever would tell them. */
export function maskRow(row: TableRow, hidden: ReadonlySet<string>): ShownRow {
  if (hidden.size === 0) return row;
  const shown = (place: string, count: number): ShownCount => (hidden.has(place) ? null : count);
  const share = (place: string, { numerator, denominator, percent }: ShownShare): ShownShare => {
    const counts = {
      numerator: shown(`${place}numerator`, numerator as number),
      denominator: shown(`${place}denominator`, denominator as number),
    };
    return { ...counts, percent: counts.numerator === null || counts.denominator === null ? null : percent };
  };
  const own = share('', row);
  const estimate = share('estimate.', row.estimate);
  const isShareHidden = own.numerator === null || own.denominator === null;
  const isEstimateHidden = estimate.numerator === null || estimate.denominator === null;
  return {
    number: row.number,
    indicator: row.indicator,
    unit: row.unit,
    ...own,
    interval: isShareHidden ? null : row.interval,
    estimate: { ...estimate, interval: isEstimateHidden ? null : row.estimate.interval },
    bounds: bounds(row.bounds, hidden),
    unknown: {
      total: shown('unknown.total', row.unknown.total),
      inDenominator: unknown(row, 'inDenominator', hidden),
      denominatorUnknown: unknown(row, 'denominatorUnknown', hidden),
    },
    pending: shown('pending', row.pending),
    excluded: shown('excluded', row.excluded),
    notApplicable: shown('notApplicable', row.notApplicable),
    sectors: sectors(row, hidden),
    hidden: [...hidden].sort(),
  };
}

/** Each bound stands as long as both counts it is made of do. */
function bounds(of: Bounds, hidden: ReadonlySet<string>): ShownBounds {
  const shown = (name: keyof BoundCounts): ShownCount => (hidden.has(`bounds.${name}`) ? null : of[name]);
  const [leastMet, mostMet] = [shown('leastMet'), shown('mostMet')];
  const [leastNotMet, mostNotMet] = [shown('leastNotMet'), shown('mostNotMet')];
  return {
    lower: leastMet === null || mostNotMet === null ? null : of.lower,
    upper: mostMet === null || leastNotMet === null ? null : of.upper,
    leastMet,
    mostMet,
    leastNotMet,
    mostNotMet,
  };
}

function unknown(
  row: TableRow,
  kind: 'inDenominator' | 'denominatorUnknown',
  hidden: ReadonlySet<string>,
): ShownUnknown {
  const { count, reasons } = row.unknown[kind];
  const hiddenReasons = partsIn(hidden, `unknown.${kind}.reasons.`).map((reason) => [reason, null] as const);
  const all = new Map<string, ShownCount>([...Object.entries(reasons), ...hiddenReasons]);
  return {
    count: hidden.has(`unknown.${kind}.count`) ? null : count,
    reasons: Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function sectors({ sectors: shares, numerator }: TableRow, hidden: ReadonlySet<string>): ShownSector[] {
  // A hidden sector stands there whether or not it decided anything: that it is missing would tell.
  return SECTOR_ORDER.flatMap((sector): ShownSector[] => {
    const share = shares.find((one) => one.sector === sector);
    if (hidden.has(`sectors.${sector}`)) return [{ sector, numerator: null, percent: null }];
    if (share === undefined) return [];
    return [hidden.has('numerator') && numerator > 0 ? { ...share, percent: null } : share];
  });
}

function partsIn(hidden: ReadonlySet<string>, prefix: string): string[] {
  return [...hidden].filter((place) => place.startsWith(prefix)).map((place) => place.slice(prefix.length));
}
