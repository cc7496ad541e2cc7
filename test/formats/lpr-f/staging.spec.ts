import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { stagedLink, stageLink, SEVERAL, type Link } from '../../../src/formats/domain/register-tables/staged-link';
import { SqliteStaging } from '../../../src/platform/sqlite/sqlite-staging';
import { temporaryFolder } from '../../support/temporary-folder';

function staged<T>(work: (staging: SqliteStaging) => T): T {
  const staging = new SqliteStaging(temporaryFolder());
  try {
    return work(staging);
  } finally {
    staging.close();
  }
}

test('a text is found again under its own key alone: numbers, noughts before them, and names are all different', () => {
  const keys = ['7', '07', '7.0', '7 ', '9007199254740993', '9007199254740992', 'a', 'A', 'ø', ''];
  staged((staging) => {
    keys.forEach((key, at) => expect(staging.add(1, key, String(at))).toBe(true));
    keys.forEach((key, at) => expect(staging.get(1, key)).toBe(String(at)));
    expect(keys.map((key) => staging.get(2, key))).toEqual(keys.map(() => undefined));
    expect(staging.add(1, '7', 'other')).toBe(false);
    expect(staging.get(1, '7')).toBe('0');
    staging.set(1, '7', 'other');
    expect(staging.get(1, '7')).toBe('other');
    expect([...staging.entries(1)].map(([key]) => key).sort()).toEqual([...keys].sort());
  });
});

test('two deliveries may be read in one folder, and nothing stays', () => {
  const folder = temporaryFolder();
  const [one, other] = [new SqliteStaging(folder), new SqliteStaging(folder)];
  one.add(1, 'a', 'one');
  expect(other.get(1, 'a')).toBeUndefined();
  one.close();
  other.close();
  expect(readdirSync(folder)).toEqual([]);
});

const link: fc.Arbitrary<Link> = fc.record({
  cpr: fc.constantFrom('', '!', '1502779995', '0201609995'),
  source: fc.constantFrom('', 'hospital:330011000016003', 'hospital:330061000016003'),
  startedOn: fc.constantFrom('', '2023-01-03', '2023-01-04'),
});

test('what rows of one key say comes to the same in any order, and what they say differently is told so', () => {
  fc.assert(
    fc.property(
      fc
        .array(link, { minLength: 1, maxLength: 6 })
        .chain((links) => fc.tuple(fc.constant(links), fc.shuffledSubarray(links, { minLength: links.length }))),
      ([links, shuffled]) => {
        const comeTo = (all: readonly Link[]): Link | undefined =>
          staged((staging) => {
            for (const one of all) stageLink(staging, 1, 'k', one);
            return stagedLink(staging, 1, 'k');
          });
        const together = comeTo(links);
        expect(comeTo(shuffled)).toEqual(together);
        const persons = new Set(links.map(({ cpr }) => cpr).filter((cpr) => cpr !== ''));
        expect(together?.cpr === SEVERAL).toBe(persons.size > 1);
      },
    ),
    { numRuns: 50 },
  );
});
