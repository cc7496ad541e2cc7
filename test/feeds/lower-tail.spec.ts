import { lowerTail } from '../../src/feeds/domain/lower-tail';

const POISSON = 1e12; // As much evidence as there can be.

test.each([
  [0, 5, 0.006737947],
  [2, 5, 0.124652019],
  [10, 20, 0.01081172],
  [0, 20, 2.061154e-9],
])('P(X ≤ %i) of a Poisson variable of mean %i', (received, expected, probability) => {
  expect(lowerTail(received, expected, 1, POISSON) / probability).toBeCloseTo(1, 4);
});

// R: pnbinom(k, size, mu = mean); with variance = 2 × mean the size is the mean.
test.each([
  [0, 10, 0.0009765625],
  [3, 10, 0.046142578],
])('P(X ≤ %i) of a negative binomial variable of mean %i and twice the variance', (received, expected, probability) => {
  expect(lowerTail(received, expected, 2, POISSON) / probability).toBeCloseTo(1, 4);
});

test('the less is known of the rate, the less a silence says', () => {
  const chances = [5, 20, 100, POISSON].map((evidence) => lowerTail(0, 10, 1, evidence));

  expect(chances).toEqual([...chances].sort((a, b) => b - a));
  expect(chances[0]).toBeGreaterThan(50 * (chances[3] as number));
});

test('nothing is learned where nothing is expected', () => {
  expect(lowerTail(0, 0, 1, 10)).toBe(1);
});

// z = (mean − received − ½) / √(dispersion × mean): 1.995 and −0.009.
test.each([
  [4_800, 5_000, 2, 0.023],
  [3_000, 3_000, 1, 0.5036],
  [6_000, 5_000, 2, 1],
])('P(X ≤ %i) of thousands, mean %i, is the normal distribution’s', (received, expected, dispersion, probability) => {
  expect(lowerTail(received, expected, dispersion, POISSON)).toBeCloseTo(probability, 3);
});
