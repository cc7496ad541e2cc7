import fc from 'fast-check';
import { fhirTerms } from '../../../src/formats/adapters/fhir/load-terms';
import { scoreHads } from '../../../src/formats/domain/fhir/read/hads';

const { hads } = fhirTerms();
const from = (answers: readonly unknown[], answersAre: 'score' | 'position' = 'score') =>
  scoreHads((item) => answers[Number(item) - 1], answersAre, hads);
const answer = fc.integer({ min: 0, max: 3 });

test('odd items are anxiety, even ones depression', () => {
  expect(from([3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 3, 0])).toEqual({ anxiety: 21, depression: 0 });
  expect(from([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1])).toEqual({ anxiety: 0, depression: 7 });
});

test('of positions on the sheet those of the items that begin with the worst answer are turned', () => {
  const first = Array.from({ length: 14 }, () => 0);
  expect(from(first, 'position')).toEqual({ anxiety: 15, depression: 9 });
  const best = [3, 0, 3, 0, 3, 3, 0, 3, 0, 3, 3, 0, 3, 0];
  expect(from(best, 'position')).toEqual({ anxiety: 0, depression: 0 });
});

test('a missing answer, or one that the sheet does not have, is named and nothing imputed', () => {
  expect(from([0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1.5])).toEqual({ lacking: ['3', '13', '14'] });
});

test('scores and positions of the same sheet give the same sums, each between 0 and 21', () => {
  fc.assert(
    fc.property(fc.array(answer, { minLength: 14, maxLength: 14 }), (scores) => {
      const positions = scores.map((score, at) => (hads.reversed.has(String(at + 1)) ? 3 - score : score));
      const scored = from(scores) as { anxiety: number; depression: number };
      expect(from(positions, 'position')).toEqual(scored);
      expect(scored.anxiety + scored.depression).toBe(scores.reduce((a, b) => a + b, 0));
      expect(Math.max(scored.anxiety, scored.depression)).toBeLessThanOrEqual(21);
    }),
  );
});
