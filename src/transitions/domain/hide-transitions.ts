import { compareCodePoints } from '../../kernel/ordering';
import type { AxisItem, CountAxis } from '../../disclosure/domain/count-axis';
import { hideCells } from '../../disclosure/domain/hide-cells';
import { transitionAxis, type TransitionItem } from './transition-axis';
import type { TransitionCounts } from './tally';
import type { TransitionTables } from './transitions';

/** Where a row of counts stands: a pair, all pairs of one end, or all. */
export interface RowName {
  readonly hospital?: string;
  readonly municipality?: string;
}

/** True when a count of a row is hidden. */
export type HiddenTransitions = (row: RowName, item: string) => boolean;

const nameOf = ({ hospital = '', municipality = '' }: RowName): string => `${hospital} ${municipality}`;

/**
 * Which counts are hidden, so that no small one can be computed from pairs, the sums of a hospital, those of a
 * municipality and the total together: whoever asks for one end sees the same hidden as whoever asks for all.
 */
export function hideTransitions(
  counted: TransitionTables,
  reasons: readonly string[],
  threshold: number,
): HiddenTransitions {
  if (threshold <= 1) return () => false;
  const columns = transitionAxis(reasons);
  const { axis, placeOf } = rowAxis(counted);
  const width = columns.items.length;
  const counts = new Float64Array(axis.items.length * width);
  const put = (row: RowName, found: TransitionCounts): void => {
    const at = (placeOf.get(nameOf(row)) as number) * width;
    columns.items.forEach(({ of }, item) => (counts[at + item] = of(found)));
  };
  for (const pair of counted.pairs) put(pair, pair);
  for (const [hospital, found] of counted.hospitals) put({ hospital }, found);
  for (const [municipality, found] of counted.municipalities) put({ municipality }, found);
  put({}, counted.total);
  const hidden = hideCells({ rows: axis, columns, counts }, threshold);
  const itemAt = new Map(columns.items.map(({ key }: TransitionItem, at) => [key, at]));
  return (row, item) => {
    const place = placeOf.get(nameOf(row));
    const at = itemAt.get(item);
    return place !== undefined && at !== undefined && hidden[place * width + at] === 1;
  };
}

/** Pairs, hospitals, municipalities and the total; a patient is in one pair, and so in one of each. */
function rowAxis({ pairs, hospitals, municipalities }: TransitionTables): {
  readonly axis: CountAxis;
  readonly placeOf: ReadonlyMap<string, number>;
} {
  const item = (row: RowName, weight: number): AxisItem => ({ key: nameOf(row), weight });
  const items = [
    ...pairs.map((pair) => item(pair, 1)),
    ...[...hospitals.keys()].sort(compareCodePoints).map((hospital) => item({ hospital }, 4)),
    ...[...municipalities.keys()].sort(compareCodePoints).map((municipality) => item({ municipality }, 4)),
    item({}, 20),
  ];
  const placeOf = new Map(items.map(({ key }, at) => [key, at]));
  const place = (row: RowName): number => placeOf.get(nameOf(row)) as number;
  const classes = pairs.map(({ hospital, municipality }) => [
    place({ hospital, municipality }),
    place({ hospital }),
    place({ municipality }),
  ]);
  return { axis: { items, everyone: [place({})], divisions: classes.length === 0 ? [] : [classes] }, placeOf };
}
