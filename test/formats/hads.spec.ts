import fc from 'fast-check';
import { hadsScoring } from '../../src/formats/adapters/hads-scoring';
import { scoreHads } from '../../src/formats/domain/hads';

const SCORING = hadsScoring();
const answersOf = (answers: readonly (number | undefined)[]): ReadonlyMap<number, number> =>
  new Map(answers.flatMap((answer, at): [number, number][] => (answer === undefined ? [] : [[at + 1, answer]])));
const all = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 14, maxLength: 14 });
const sumOf = (answers: readonly number[], odd: boolean): number =>
  answers.filter((_, at) => (at % 2 === 0) === odd).reduce((sum, points) => sum + points, 0);

test('points are summed, anxiety of the odd items and depression of the even ones', () => {
  fc.assert(
    fc.property(all, (answers) => {
      expect(scoreHads(answersOf(answers), 'points', SCORING)).toEqual({
        anxiety: sumOf(answers, true),
        depression: sumOf(answers, false),
        filled: 0,
      });
    }),
  );
});

test('the first answer of every item on the printed form scores 3 where answers fall, 0 where they rise', () => {
  const first = scoreHads(answersOf(Array<number>(14).fill(1)), 'options', SCORING);
  const last = scoreHads(answersOf(Array<number>(14).fill(4)), 'options', SCORING);
  expect(first).toEqual({ anxiety: 15, depression: 9, filled: 0 });
  expect(last).toEqual({ anxiety: 6, depression: 12, filled: 0 });
});

test('answers by number score as their points do', () => {
  fc.assert(
    fc.property(all, (points) => {
      const options = points.map((one, at) => (SCORING.items[at]?.firstScores === 3 ? 4 - one : one + 1));
      expect(scoreHads(answersOf(options), 'options', SCORING)).toEqual(
        scoreHads(answersOf(points), 'points', SCORING),
      );
    }),
  );
});

test('one missing item of a subscale is filled by the mean of the others, two are not [W]', () => {
  const full = Array<number | undefined>(14).fill(2);
  const one = full.map((answer, at) => (at === 0 || at === 1 ? undefined : answer));
  expect(scoreHads(answersOf(one), 'points', SCORING)).toEqual({ anxiety: 14, depression: 14, filled: 2 });
  const two = full.map((answer, at) => (at === 0 || at === 2 ? undefined : answer));
  expect(scoreHads(answersOf(two), 'points', SCORING)).toMatchObject({ fault: {} });
});

test.each<['points' | 'options', number]>([
  ['points', 4],
  ['points', -1],
  ['points', 1.5],
  ['options', 0],
  ['options', 5],
])('as %s an answer of %s is none, and its item is named', (coding, answer) => {
  const answers = Array<number>(14).fill(1);
  answers[6] = answer;
  expect(scoreHads(answersOf(answers), coding, SCORING)).toMatchObject({ item: 7, fault: {} });
});
