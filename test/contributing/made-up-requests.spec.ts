import { PersonsTold, type Opens } from '../../tools/fuzz/persons-told';
import type { Recorded } from '../../tools/fuzz/replay';
import { ANNA, BO } from '../support/source-event';

const KEYS = { [ANNA]: 'p_aaaaaaaaaaaaaaaaaaaaaa', [BO]: 'p_bbbbbbbbbbbbbbbbbbbbbb' };
const [anna, bo] = Object.values(KEYS) as [string, string];

const asked = (operation: string, body = ''): Recorded => ({
  ...{ operation, method: 'GET', target: '/', headers: {} },
  body: Buffer.from(body).toString('base64'),
});
/** What is found in answers to somebody who may see Anna. */
function found(
  answers: readonly (readonly [Recorded, number, string])[],
  { mayReveal = false, opens }: { mayReveal?: boolean; opens?: Opens } = {},
): string[] {
  const persons = new PersonsTold(KEYS, [anna], [bo], mayReveal, opens);
  for (const [recorded, status, text] of answers) persons.look(recorded, performance.now(), status, text);
  return persons.found().map(({ what }) => what);
}

test('a person one may not see is found in an answer, and one that one may see is not', () => {
  expect(found([[asked('listCases'), 200, `{"persons":["${anna}","p_cccccccccccccccccccccc"]}`]])).toEqual([]);
  expect(found([[asked('listCases'), 200, `{"persons":["${anna}","${bo}"]}`]])).toEqual([
    'listCases: 200, told of a person it may not see',
  ]);
});

test('a CPR number is found however it is parted, unless it was asked for by whoever may', () => {
  const spelt = `${ANNA.slice(0, 6)}-${ANNA.slice(6)}`;
  expect(found([[asked('readPerson'), 404, `{"detail":"7${spelt}"}`]])).toEqual([
    'readPerson: 404, told of a CPR number',
  ]);
  expect(found([[asked('revealPerson'), 200, spelt]])).toEqual(['revealPerson: 200, told of a CPR number']);
  expect(found([[asked('revealPerson'), 200, spelt]], { mayReveal: true })).toEqual([]);
});

test('whom one’s organisation told of, one sees in its own list alone', () => {
  expect(found([[asked('listSourceEvents'), 200, bo]])).toEqual([]);
  expect(found([[asked('listWorklist'), 200, bo]])).toHaveLength(1);
});

test('whoever asserts a relation sees that person from then on, where it was taken', () => {
  const asserting = asked('assertRelation', `{"cpr":"${BO}"}`);
  const looking = asked('readPerson');
  expect(
    found(
      [
        [asserting, 200, bo],
        [looking, 200, bo],
      ],
      { opens: 'assertRelation' },
    ),
  ).toEqual([]);
  expect(
    found(
      [
        [asserting, 400, '{}'],
        [looking, 200, bo],
      ],
      { opens: 'assertRelation' },
    ),
  ).toHaveLength(1);
  expect(
    found([
      [asserting, 200, '{}'],
      [looking, 200, bo],
    ]),
  ).toHaveLength(1);
  expect(
    found(
      [
        [looking, 200, bo],
        [asserting, 200, bo],
      ],
      { opens: 'assertRelation' },
    ),
  ).toHaveLength(1);
});
