import { KeyedSeal, type VersionedKeys } from '../../src/access/domain/keyed-seal';
import { SealError } from '../../src/access/domain/seal';
import { rekey } from '../../src/operations/rekeying/rekey';
import type { RejectedEvents } from '../../src/ports/rejected-events';
import type { Sealing } from '../../src/ports/sealing';
import type { Vault } from '../../src/ports/vault';

/** Keys that a test adds, takes away and chooses among. */
class ChosenKeys implements VersionedKeys {
  readonly keys = new Map<number, Buffer>();
  current = 0;

  add(version: number): this {
    this.keys.set(version, Buffer.alloc(32, version + 1));
    this.current = version;
    return this;
  }

  currentVersion(): number {
    return this.current;
  }

  keyFor(version: number): Buffer | undefined {
    return this.keys.get(version);
  }
}

interface Opened {
  readonly vault: Vault;
  readonly rejected: RejectedEvents;
}
/** Opens the same store again and again, as programs with these seals do. */
type Open = () => Promise<(vault: Sealing, rejected: Sealing) => Opened>;

const digitsOf = (place: number): string => String(1_000_000_000 + place);
const numbers = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, at) => ({ person: `p_${from + at}`, digits: digitsOf(from + at) }));
const refused = (place: number) => ({
  receipt: { status: 'rejected', code: 'INVALID_CPR', message: 'Say it.' } as const,
  receivedAt: 1_000 + place,
  payload: `payload ${place}`,
  registration: { source: 'patient:pro', kind: 'k', recordId: `r${place}`, version: 1, time: 5 },
});

/** What sealing anew promises, on any store. */
export function describeRekey(name: string, open: Open): void {
  const opened = async () => {
    const at = await open();
    const keys = new ChosenKeys().add(0);
    const as = (known: VersionedKeys): Opened => at(new KeyedSeal(known, 'vault'), new KeyedSeal(known, 'rejected'));
    return { keys, as, store: as(keys) };
  };
  const payloadsOf = async ({ rejected }: Opened): Promise<string[]> =>
    (await rejected.list({ after: 0, limit: 10_000 })).map(({ payload }) =>
      Buffer.from(payload as Uint8Array).toString(),
    );

  describe(`sealing anew on ${name}`, () => {
    it('leaves nothing under the old key, which may then go, and everything reads as before', async () => {
      const { keys, as, store } = await opened();
      await store.vault.put(numbers(0, 1_201));
      await store.rejected.keep(Array.from({ length: 30 }, (_, place) => refused(place)));
      await store.rejected.resolve((await store.rejected.list({ after: 0, limit: 1 }))[0]?.number ?? 0, 5_000);
      keys.add(1);
      expect((await store.vault.numbersOf(['p_7'])).get('p_7')).toBe(digitsOf(7)); // Old data stay readable.
      const told: number[] = [];
      const done = await rekey(store, (_stage, count) => void told.push(count));
      keys.keys.delete(0);
      const without = as(keys);

      expect(done).toEqual({ numbers: 1_201, rejected: 30, resealed: 1_231 });
      expect(told).toContain(500);
      expect([...(await without.vault.numbersOf(numbers(0, 1_201).map(({ person }) => person)))].sort()).toEqual(
        numbers(0, 1_201)
          .map(({ person, digits }) => [person, digits])
          .sort(),
      );
      expect((await payloadsOf(without)).sort()).toEqual(
        Array.from({ length: 29 }, (_, place) => `payload ${place + 1}`).sort(),
      );
      const [first] = await without.rejected.list({ after: 0, limit: 1 });
      expect(first).toMatchObject({ receipt: refused(1).receipt, registration: refused(1).registration });
    });

    it('goes on where it was broken off, and has nothing to do twice', async () => {
      const { keys, as, store } = await opened();
      await store.vault.put(numbers(0, 1_100));
      keys.add(1);
      let pages = 0;
      const broken = rekey(store, () => {
        pages += 1;
        if (pages === 2) throw new Error('broken off');
      });
      await expect(broken).rejects.toThrow('broken off');
      const rest = await rekey(as(keys), () => undefined);

      expect(rest).toEqual({ numbers: 1_100, rejected: 0, resealed: 100 });
      expect((await rekey(store, () => undefined)).resealed).toBe(0);
    });

    it('runs while others write, under the old key too, and leaves none of it', async () => {
      const { keys, as, store } = await opened();
      await store.vault.put(numbers(0, 1_000));
      const late = new ChosenKeys().add(0); // A program that has not heard of the new key.
      const other = as(late);
      keys.add(1);
      let written = 1_000;
      const done = await rekey(store, async () => {
        if (written === 1_300) return;
        await other.vault.put(numbers(written, written + 50));
        await other.rejected.keep([refused(written)]);
        written += 50;
      });
      keys.keys.delete(0);
      const without = as(keys);
      const everyone = numbers(0, 1_300).map(({ person }) => person);

      expect(done.numbers).toBe(1_300);
      expect((await without.vault.numbersOf(everyone)).size).toBe(1_300);
      expect(await payloadsOf(without)).toHaveLength(6);
    });

    it('says which version of the keys is missing', async () => {
      const { keys, as, store } = await opened();
      await store.vault.put(numbers(0, 1));
      keys.add(3).keys.delete(0);
      const opening = (async () => as(keys).vault.numbersOf(['p_0']))();

      await expect(opening).rejects.toThrow(SealError);
      await expect(opening).rejects.toThrow(/version 0 of the keys.*REHABSPOR_KEY_FILE/);
    });

    it('keeps whom it erased erased, and what was refused of the person unreadable, under whatever key', async () => {
      const { keys, as, store } = await opened();
      await store.vault.put(numbers(0, 3));
      await store.rejected.keep([refused(0), { ...refused(1), person: 'p_1' }, { ...refused(2), person: 'p_2' }]);
      expect((await payloadsOf(store)).sort()).toEqual(['payload 0', 'payload 1', 'payload 2']);
      await store.vault.erase('p_1');
      keys.add(1);
      await rekey(store, () => undefined);
      keys.keys.delete(0);
      const without = as(keys);
      await without.rejected.keep([{ ...refused(3), person: 'p_1' }]);
      const listed = await without.rejected.list({ after: 0, limit: 10 });

      expect(await without.rejected.count()).toBe(4);
      expect(listed.filter(({ erased }) => erased).map(({ person }) => person)).toEqual(['p_1', 'p_1']);
      expect((await payloadsOf(without)).sort()).toEqual(['', '', 'payload 0', 'payload 2']);
      expect(listed.every(({ receipt }) => receipt.code === 'INVALID_CPR')).toBe(true);
      expect([...(await without.vault.numbersOf(['p_0', 'p_1', 'p_2'])).keys()].sort()).toEqual(['p_0', 'p_2']);
    });
  });
}
