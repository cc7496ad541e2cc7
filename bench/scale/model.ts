/** What was measured at a size. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

/** How a quantity grows with events: not at all, with them, or with them times their logarithm. */
export type Form = 'constant' | 'n' | 'n log n';

/** A quantity as `intercept + slope × form(events)`. */
export interface Model {
  readonly form: Form;
  readonly intercept: number;
  readonly slope: number;
  /** How far off a size is that the others alone predict, as a share of it, on average. */
  readonly leaveOneOut: number;
  /** What was measured less what the model says, as a share of it, point by point. */
  readonly residuals: readonly number[];
}

/** Fewer say nothing of how a quantity grows. */
export const FEWEST_SIZES = 4;

const SHAPES: Readonly<Record<Form, (at: number) => number>> = {
  constant: () => 0,
  n: (at) => at,
  'n log n': (at) => at * Math.log2(at),
};

/**
 * The line by least squares over what was measured at four sizes or more: with n or with n log n, whichever errs less on
 * a size it has not seen (n where they are alike). What would fall with events is taken as not growing. Throws a
 * `RangeError` for fewer sizes.
 */
export function modelOf(points: readonly Point[]): Model {
  const sizes = new Set(points.map(({ at }) => at)).size;
  if (sizes < FEWEST_SIZES) throw new RangeError(`A model needs ${FEWEST_SIZES} sizes; ${sizes} were measured.`);
  const straight = judged(points, 'n');
  const bent = judged(points, 'n log n');
  const better = bent.leaveOneOut < straight.leaveOneOut ? bent : straight;
  return better.slope > 0 ? better : judged(points, 'constant');
}

/** What a model says of so many events. */
export function predicted({ form, intercept, slope }: Pick<Model, 'form' | 'intercept' | 'slope'>, at: number): number {
  return intercept + slope * SHAPES[form](at);
}

function judged(points: readonly Point[], form: Form): Model {
  const line = lineThrough(points, form);
  const off = ({ at, value }: Point, by: Line): number => (value - predicted(by, at)) / value;
  const unseen = points.map((point) =>
    Math.abs(
      off(
        point,
        lineThrough(
          points.filter((other) => other !== point),
          form,
        ),
      ),
    ),
  );
  return { ...line, leaveOneOut: mean(unseen), residuals: points.map((point) => off(point, line)) };
}

type Line = Pick<Model, 'form' | 'intercept' | 'slope'>;

function lineThrough(points: readonly Point[], form: Form): Line {
  const across = points.map(({ at }) => SHAPES[form](at));
  const [middle, height] = [mean(across), mean(points.map(({ value }) => value))];
  const spread = across.reduce((sum, x) => sum + (x - middle) ** 2, 0);
  const together = points.reduce(
    (sum, { value }, place) => sum + ((across[place] ?? 0) - middle) * (value - height),
    0,
  );
  const slope = spread === 0 ? 0 : together / spread;
  return { form, intercept: height - slope * middle, slope };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
