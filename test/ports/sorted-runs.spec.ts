import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { NameFilter } from '../../src/platform/sqlite/name-filter';
import { RUNS_A_LEVEL } from '../../src/platform/sqlite/run-layout';
import { SortedRuns } from '../../src/platform/sqlite/sorted-runs';
import { openSqlite } from './sqlite-platform';

const digestOf = (name: string | number): string =>
  createHash('sha256').update(`${name}`).digest('base64url').slice(0, 22);
const bytesOf = (claims: readonly number[]): Buffer =>
  Buffer.concat(claims.map((claim) => Buffer.from([claim >> 8, claim])));
const entriesOf = (digests: readonly string[], claims: readonly number[]) => ({
  digests: Buffer.from(digests.join(''), 'latin1'),
  claims: bytesOf(claims),
});

function opened() {
  const { database } = openSqlite();
  const runs = new SortedRuns(database, 'claimed_registration', 2);
  const add = (digests: readonly string[], claims: readonly number[]) =>
    database.run(() => Promise.resolve(runs.add(entriesOf(digests, claims))));
  const rows = () => database.prepare('SELECT count(*) AS count FROM claimed_registration').get<{ count: number }>();
  return { database, runs, add, rows };
}

test('what was added in any batches is found with its claim, and nothing else is', async () => {
  const anyBatches = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 60 });
  // Few ranges and few first bits, so that runs are merged and digests share their places.
  const anyKind = fc.constantFrom<(name: number) => string>(
    (name) => digestOf(name),
    (name) => `A${digestOf(name).slice(1)}`,
    (name) => `ABCDE${digestOf(name % 3)[0]}${digestOf(name).slice(6)}`,
  );
  await fc.assert(
    fc.asyncProperty(anyBatches, anyKind, async (sizes, digest) => {
      const { database, runs, add } = opened();
      let next = 0;
      for (const size of sizes) {
        const names = Array.from({ length: size }, () => (next += 1));
        await add(names.map(digest), names);
      }
      const all = Array.from({ length: next }, (_, at) => at + 1);
      const found = runs.find([...all, -1, -2, -3].map(digest));
      const claims = all.map((name) => found.get(digest(name))?.claim.readUInt16BE());
      await database.close();

      expect(claims).toEqual(all);
      expect(found.size).toBe(next);
    }),
    { numRuns: 40 },
  );
});

test('runs are merged, so that there are few rows however many batches there were', async () => {
  const { database, runs, add, rows } = opened();
  for (let batch = 0; batch < 600; batch += 1) await add([`A${digestOf(batch).slice(1)}`], [batch]);

  // One of the third level, and fewer than eight of each below.
  expect(rows()?.count).toBeLessThanOrEqual(3 * RUNS_A_LEVEL);
  expect(runs.size()).toBe(600);
  expect([...runs.digests()].sort()).toEqual(
    Array.from({ length: 600 }, (_, at) => `A${digestOf(at).slice(1)}`).sort(),
  );
  expect(Array.from(runs.claims(), (claim) => claim.readUInt16BE()).sort((a, b) => a - b)).toEqual([
    ...Array(600).keys(),
  ]);
  expect(database.sums.faults()).toEqual([]);
});

test('a claim that is replaced is the new one, and the others are as before', async () => {
  const { database, runs, add } = opened();
  const digests = Array.from({ length: 100 }, (_, at) => digestOf(at));
  await add(digests, [...digests.keys()]);
  await database.run(() => {
    const found = runs.find([digests[50] as string]).get(digests[50] as string);
    if (found !== undefined) runs.replace(found, bytesOf([999]));
    return Promise.resolve();
  });

  const found = runs.find(digests);
  expect(digests.map((digest) => found.get(digest)?.claim.readUInt16BE())).toEqual(
    digests.map((_, at) => (at === 50 ? 999 : at)),
  );
  expect(database.sums.faults()).toEqual([]);
});

test('what a unit adds that does not land was never there', async () => {
  const { database, runs, add } = opened();
  await add([digestOf('a')], [1]);
  const failing = database.run(() => {
    runs.add(entriesOf([digestOf('b')], [2]));
    return Promise.reject(new Error('no'));
  });

  await expect(failing).rejects.toThrow('no');
  expect([...runs.find([digestOf('a'), digestOf('b')]).keys()]).toEqual([digestOf('a')]);
  expect(database.sums.faults()).toEqual([]);
});

test('a filter knows every name that was added, and takes few others for one', () => {
  const filter = new NameFilter(0);
  const names = Array.from({ length: 60_000 }, (_, at) => digestOf(at));
  for (const name of names) filter.add(name);

  expect(names.every((name) => filter.mayHold(name))).toBe(true);
  const strangers = Array.from({ length: 20_000 }, (_, at) => digestOf(`stranger ${at}`));
  expect(strangers.filter((name) => filter.mayHold(name)).length).toBeLessThan(200);
});

test('a filter says when it holds as many as it was made for', () => {
  const filter = new NameFilter(0);
  let added = 0;
  for (; filter.hasRoom; added += 1) filter.add(digestOf(added));

  expect(added).toBeGreaterThanOrEqual(2 ** 16);
});
