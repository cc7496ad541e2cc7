import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { IntakeLedger, LedgerAnswer, LedgerEntry } from '../../src/ports/intake-ledger';
import type { UnitOfWork } from '../../src/ports/unit-of-work';

export interface OpenedLedger {
  readonly ledger: IntakeLedger;
  readonly unit: UnitOfWork;
}

/** Digests that differ only late. */
const FIRST = 'content-of-22-charac-1';
const OTHER = 'content-of-22-charac-2';

const anyEntry: fc.Arbitrary<Omit<LedgerEntry, 'source'>> = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
  content: fc.constantFrom(FIRST, FIRST, FIRST, OTHER),
  kind: fc.constantFrom('hospital.diagnosis', 'hospital.procedure', 'registry.feed-status'),
  recordId: fc.constantFrom('r1', 'r2', 'r3'),
  person: fc.constantFrom('p_anna', 'p_bo', 'p_carla'),
  receivedAt: fc.constantFrom(1_000, 2_000, 3_000),
});

/** The ledger in its simplest form: one entry after the other, everything remembered by name. */
function answersOneByOne(entries: readonly LedgerEntry[]): LedgerAnswer[] {
  const claimed = new Map<string, { content: string; receivedAt: number }>();
  const owners = new Map<string, string>();
  return entries.map(({ source, id, content, kind, recordId, person, receivedAt }): LedgerAnswer => {
    const before = claimed.get(`${source} ${id}`);
    if (before !== undefined) {
      if (before.content !== content) return { standing: 'reused' };
      if (receivedAt >= before.receivedAt) return { standing: 'duplicate' };
      before.receivedAt = receivedAt;
      return { standing: 'duplicate', receivedEarlier: true };
    }
    claimed.set(`${source} ${id}`, { content, receivedAt });
    const registration = `${kind} ${source} ${recordId}`;
    const owner = owners.get(registration);
    if (owner === undefined) owners.set(registration, person);
    return owner === undefined || owner === person || kind === 'registry.feed-status'
      ? { standing: 'new' }
      : { standing: 'new', sharedWith: owner };
  });
}

function inBatches<T>(all: readonly T[], sizes: readonly number[]): T[][] {
  const batches: T[][] = [];
  for (let at = 0, turn = 0; at < all.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    batches.push(all.slice(at, at + size));
    at += size;
  }
  return batches;
}

/** What `IntakeLedger` promises, of any adapter. */
export function describeIntakeLedger(name: string, open: () => Promise<OpenedLedger>): void {
  const entry = (changes: Partial<LedgerEntry>): LedgerEntry => ({
    source: 'hospital:330901000016003',
    id: '1',
    content: FIRST,
    kind: 'hospital.diagnosis',
    recordId: 'r1',
    person: 'p_anna',
    receivedAt: 2_000,
    ...changes,
  });
  const claim = ({ ledger, unit }: OpenedLedger, ...entries: LedgerEntry[]): Promise<readonly LedgerAnswer[]> =>
    unit.run(async () => {
      const { answers, confirm } = await ledger.claim(entries);
      await confirm();
      return answers;
    });

  describe(`the intake ledger on ${name}`, () => {
    it('calls the first event of an id new, the same again a duplicate and another one reused', async () => {
      const ledger = await open();

      expect(await claim(ledger, entry({}))).toEqual([{ standing: 'new' }]);
      expect(await claim(ledger, entry({}))).toEqual([{ standing: 'duplicate' }]);
      expect(await claim(ledger, entry({ content: OTHER }))).toEqual([{ standing: 'reused' }]);
      expect(await claim(ledger, entry({ source: 'hospital:440401000016009' }))).toEqual([{ standing: 'new' }]);
    });

    it('lets the first claim of an id stand, whatever comes after', async () => {
      const ledger = await open();
      await claim(ledger, entry({}), entry({ content: OTHER }));

      expect(await claim(ledger, entry({ content: OTHER }), entry({}))).toEqual([
        { standing: 'reused' },
        { standing: 'duplicate' },
      ]);
    });

    it('says that a duplicate was received earlier, once', async () => {
      const ledger = await open();
      await claim(ledger, entry({ receivedAt: 2_000 }));

      expect(await claim(ledger, entry({ receivedAt: 1_000 }))).toEqual([
        { standing: 'duplicate', receivedEarlier: true },
      ]);
      expect(await claim(ledger, entry({ receivedAt: 1_500 }))).toEqual([{ standing: 'duplicate' }]);
    });

    it('answers repeats within a batch as if they came one by one', async () => {
      const ledger = await open();
      const answers = await claim(
        ledger,
        entry({}),
        entry({ receivedAt: 1_000 }),
        entry({ receivedAt: 1_000 }),
        entry({ content: OTHER }),
        entry({ id: '2', person: 'p_bo' }),
      );

      expect(answers).toEqual([
        { standing: 'new' },
        { standing: 'duplicate', receivedEarlier: true },
        { standing: 'duplicate' },
        { standing: 'reused' },
        { standing: 'new', sharedWith: 'p_anna' },
      ]);
    });

    it('names the person who sent a registration first, but never for a feed status, which is about nobody', async () => {
      const ledger = await open();
      await claim(ledger, entry({}));
      const [moved, own] = await claim(ledger, entry({ id: '2', person: 'p_bo' }), entry({ id: '3' }));
      const [feed, otherFeed] = await claim(
        ledger,
        entry({ id: '4', kind: 'registry.feed-status', person: 'municipality:0461' }),
        entry({ id: '5', kind: 'registry.feed-status', person: 'municipality:0101' }),
      );

      expect(moved).toEqual({ standing: 'new', sharedWith: 'p_anna' });
      expect(own).toEqual({ standing: 'new' });
      expect([feed, otherFeed]).toEqual([{ standing: 'new' }, { standing: 'new' }]);
    });

    it('keeps a registration of one kind, source and record id apart from all others', async () => {
      const ledger = await open();
      await claim(ledger, entry({}));
      const others = [
        entry({ id: '2', person: 'p_bo', kind: 'hospital.procedure' }),
        entry({ id: '2', person: 'p_bo', source: 'hospital:440401000016009' }),
        entry({ id: '3', person: 'p_bo', recordId: 'r2' }),
      ];

      expect(await claim(ledger, ...others)).toEqual(others.map(() => ({ standing: 'new' })));
      expect(await ledger.ledger.ownersOf([entry({}), ...others, entry({ recordId: 'nobody’s' })])).toEqual([
        'p_anna',
        'p_bo',
        'p_bo',
        'p_bo',
        undefined,
      ]);
    });

    it('answers batches of any size as it answers the same events one at a time', async () => {
      const opened = await open();
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyEntry, { minLength: 1, maxLength: 40, size: 'max' }),
          fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 4 }),
          async (drawn, sizes) => {
            const source = `registry:${randomUUID()}`;
            const entries = drawn.map((one) => ({ ...one, source }));
            const answers: LedgerAnswer[] = [];
            for (const batch of inBatches(entries, sizes)) answers.push(...(await claim(opened, ...batch)));

            expect(answers).toEqual(answersOneByOne(entries));
          },
        ),
        { numRuns: 150 },
      );
    });

    it('remembers many', async () => {
      const opened = await open();
      const many = Array.from({ length: 10_000 }, (_, at) => entry({ id: `many-${at}`, recordId: `many-${at}` }));
      await claim(opened, ...many);
      const again = await claim(opened, ...many);

      expect(again.every(({ standing }) => standing === 'duplicate')).toBe(true);
    });
  });
}
