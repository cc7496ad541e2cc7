import * as fc from 'fast-check';
import { modelOf, predicted, type Form } from '../../bench/scale/model';

const SIZES = [250_000, 500_000, 1_000_000, 2_500_000, 5_000_000];

const measuredAs = (form: Form, intercept: number, slope: number, sizes: readonly number[] = SIZES) =>
  sizes.map((at) => ({ at, value: predicted({ form, intercept, slope }, at) }));

const coefficient = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test.each(['n', 'n log n'] as const)(
  'what grows with %s is found again, with its coefficients, in any order',
  (form) => {
    fc.assert(
      fc.property(
        coefficient(1, 1_000),
        coefficient(1e-5, 1e-3),
        fc.shuffledSubarray(SIZES, { minLength: 4 }),
        (intercept, slope, sizes) => {
          const model = modelOf(measuredAs(form, intercept, slope, sizes));

          expect(model.form).toBe(form);
          expect(model.slope / slope).toBeCloseTo(1, 6);
          expect(model.intercept / intercept).toBeCloseTo(1, 3);
          expect(predicted(model, 100_000_000) / predicted({ form, intercept, slope }, 100_000_000)).toBeCloseTo(1, 6);
          expect(model.leaveOneOut).toBeCloseTo(0, 6);
        },
      ),
    );
  },
);

test('what is left over of each size, and how far off an unseen size is, are told as shares of what was measured', () => {
  const model = modelOf([
    { at: 1_000, value: 1_000 },
    { at: 2_000, value: 2_000 },
    { at: 3_000, value: 3_000 },
    { at: 4_000, value: 3_600 },
  ]);

  // By hand, n: the line 200 + 0.88 n; unseen, each from the others: 1,266.7, 1,942.9, 2,771.4 and 4,000.
  expect(model.form).toBe('n');
  expect([model.intercept, model.slope]).toEqual([expect.closeTo(200, 6), expect.closeTo(0.88, 6)]);
  expect(model.residuals.map((share) => Math.round(1_000 * share))).toEqual([-80, 20, 53, -33]);
  expect(model.leaveOneOut).toBeCloseTo((0.26667 + 0.02857 + 0.07619 + 0.11111) / 4, 4);
});

test('what falls with events is taken as not growing', () => {
  const model = modelOf([
    { at: 1, value: 130 },
    { at: 2, value: 120 },
    { at: 3, value: 110 },
    { at: 4, value: 80 },
  ]);

  expect(model.form).toBe('constant');
  expect(predicted(model, 1_000)).toBe(110);
});

test('of fewer than four sizes no model is made, however often one was measured', () => {
  const three = measuredAs('n', 5, 1, [1_000, 2_000, 3_000]);

  expect(() => modelOf(three)).toThrow('A model needs 4 sizes; 3 were measured.');
  expect(() => modelOf([...three, ...three])).toThrow(RangeError);
});
