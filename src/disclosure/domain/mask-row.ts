import type { OutcomeReason } from '../../kernel/decision';
import { SECTOR_ORDER } from '../../kernel/organisation';
import type { TableRow } from '../../counting/domain/indicator-table';
import { BOUND_COUNTS, type BoundCounts, type Bounds } from '../../counting/domain/bounds';
import type { Share } from '../../counting/domain/figures';
import type { ShownBounds, ShownCount, ShownRow, ShownSector, ShownShareWithInterval } from './shown-row';

/** What an estimate can be made from, and so would be told by it. */
const TOLD_BY_ESTIMATE: readonly string[] = [
  ...['reported', 'undisturbed'].flatMap((share) => [`${share}.numerator`, `${share}.denominator`]),
  ...BOUND_COUNTS.map((name) => `bounds.${name}`),
];

/** A row without the counts at the places that are hidden, and without whatever would tell them. */
export function maskRow(row: TableRow, hidden: ReadonlySet<string>): ShownRow {
  if (hidden.size === 0) return row;
  const shown = (place: string, count: number): ShownCount => (hidden.has(place) ? null : count);
  const counts = (place: string, { numerator, denominator }: Pick<Share, 'numerator' | 'denominator'>) => ({
    numerator: shown(`${place}.numerator`, numerator),
    denominator: shown(`${place}.denominator`, denominator),
  });
  const reported = counts('reported', row.reported);
  const isReported = reported.numerator !== null && reported.denominator !== null;
  const isOpenHidden = hidden.has('stillOpen.metSoFar') || hidden.has('stillOpen.pending');
  const unknown = shown('unknown', row.unknown);
  return {
    number: row.number,
    indicator: row.indicator,
    unit: row.unit,
    estimate: TOLD_BY_ESTIMATE.some((place) => hidden.has(place)) ? HIDDEN : row.estimate,
    estimateFrom: row.estimateFrom,
    bounds: bounds(row.bounds, hidden),
    reported: isReported ? row.reported : { ...HIDDEN, ...reported },
    undisturbed: counts('undisturbed', row.undisturbed),
    unknown,
    unknownPercent: unknown === null || reported.denominator === null ? null : row.unknownPercent,
    unknownReasons: reasons(row, hidden),
    denominatorUnknown: shown('denominatorUnknown', row.denominatorUnknown),
    stillOpen: {
      metSoFar: shown('stillOpen.metSoFar', row.stillOpen.metSoFar),
      pending: shown('stillOpen.pending', row.stillOpen.pending),
    },
    onceClosed: TOLD_BY_ESTIMATE.some((place) => hidden.has(place)) || isOpenHidden ? HIDDEN_BOUNDS : row.onceClosed,
    excluded: shown('excluded', row.excluded),
    notApplicable: shown('notApplicable', row.notApplicable),
    sectors: sectors(row, hidden),
    hidden: [...hidden].sort(),
  };
}

const HIDDEN_BOUNDS = { lower: null, upper: null };
const HIDDEN: ShownShareWithInterval = { numerator: null, denominator: null, percent: null, interval: null };

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

function reasons(
  { unknownReasons }: TableRow,
  hidden: ReadonlySet<string>,
): Partial<Record<OutcomeReason, ShownCount>> {
  const places = [...hidden].filter((place) => place.startsWith('unknownReasons.'));
  const masked = places.map((place) => [place.slice('unknownReasons.'.length), null] as const);
  const all = new Map<string, ShownCount>([...Object.entries(unknownReasons), ...masked]);
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sectors({ sectors: shares, reported }: TableRow, hidden: ReadonlySet<string>): ShownSector[] {
  // A hidden sector stands there whether or not it decided anything: that it is missing would tell.
  return SECTOR_ORDER.flatMap((sector): ShownSector[] => {
    const share = shares.find((one) => one.sector === sector);
    if (hidden.has(`sectors.${sector}`)) return [{ sector, numerator: null, percent: null }];
    if (share === undefined) return [];
    return [hidden.has('reported.numerator') && reported.numerator > 0 ? { ...share, percent: null } : share];
  });
}
