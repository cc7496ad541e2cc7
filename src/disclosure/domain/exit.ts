import type { KeyedCount } from '../../counting/domain/keyed-count';
import type { Interval, KnownIntervals } from '../../counting/domain/statistics/interval';
import { isFixedPeriod, NotInView, type View } from '../../kernel/view';
import type { Period } from '../../kernel/period';
import type { Disclosed, ShownCount } from './disclosed';
import { marked } from './mark';
import { perturbed } from './perturb';

/** Fewer than this have no quartiles in the published view. */
const LEAST_WITH_QUARTILES = 10;
/** So many at least must have said the same for their words to be told: never one patient's own, published never two's. */
const LEAST_WITH_WORDS: Readonly<Record<View, number>> = { exact: 2, published: 3 };

/** The one way by which counts leave the program, in the view of whoever asks. */
export class Exit {
  constructor(
    /** The view; of whoever asks at present where it is not one for everybody. */
    private readonly shown: { readonly view: View },
    /** What remembers intervals that were worked out. */
    readonly intervals: KnownIntervals = new Map<string, Interval>(),
  ) {}

  get view(): View {
    return this.shown.view;
  }

  get leastWithWords(): number {
    return LEAST_WITH_WORDS[this.view];
  }

  /** A cell's count as this view shows it. */
  readonly count = (cell: KeyedCount): ShownCount => marked(this.view === 'exact' ? cell.count : perturbed(cell));

  /** Several shown counts together. */
  readonly sum = (...counts: readonly ShownCount[]): ShownCount =>
    marked(counts.reduce<number>((sum, count) => sum + count, 0));

  /** Whether the distribution of so many people's values may be told; `shown` is their count as it is shown. */
  tellsQuartilesOf(people: number, shown: ShownCount): boolean {
    return this.view === 'exact' || Math.min(people, shown) >= LEAST_WITH_QUARTILES;
  }

  /** What only staff may see, as it is; throws `NotInView` in the published view. */
  forStaff<T>(value: T): Disclosed<T> {
    this.requireExact();
    return marked(value);
  }

  /** Throws `NotInView` in the published view: `what` is for staff. */
  requireExact(): void {
    if (this.view === 'exact') return;
    throw new NotInView('This is for staff: it stands in the exact view only (REHABSPOR_VIEW=exact).');
  }

  /** Throws `NotInView` when the view does not know such a period. */
  requirePeriod(period: Period): void {
    if (this.view === 'exact' || isFixedPeriod(period)) return;
    throw new NotInView('The published view knows years, quarters, tertials, 2021/22 and 2022-bridging only.');
  }
}
