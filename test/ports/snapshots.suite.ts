import fc from 'fast-check';
import type { Snapshots } from '../../src/ports/snapshots';

/** Plain objects, arrays, texts, numbers and typed arrays, as the port names them. */
const { value: anySnapshot } = fc.letrec<{ leaf: unknown; value: object }>((tie) => ({
  leaf: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true }),
    fc.uint8Array(),
    fc.int32Array(),
    fc.float64Array({ noNaN: true }),
  ),
  value: fc.oneof(
    { maxDepth: 3 },
    fc.array(fc.oneof(tie('leaf'), tie('value')), { maxLength: 4 }),
    fc.dictionary(fc.string(), fc.oneof(tie('leaf'), tie('value')), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

/** What every `Snapshots` promises: what is read is what was last written, or nothing. */
export function describeSnapshots(name: string, open: () => Promise<Snapshots>): void {
  describe(`snapshots in ${name}`, () => {
    it('are nothing under a name that was never written', async () => {
      const snapshots = await open();
      await snapshots.write('cases', { length: 1 });

      expect(await snapshots.read('other')).toBeUndefined();
    });

    it('are read whole and as last written, or not at all', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anySnapshot, { minLength: 1, maxLength: 3 }), async (values) => {
          const snapshots = await open();
          for (const value of values) await snapshots.write('cases', value);
          const read = await snapshots.read('cases');

          expect([values.at(-1), undefined]).toContainEqual(read);
        }),
        { numRuns: 40 },
      );
    });
  });
}

/** What those promise that keep what they are given. */
export function describeKeptSnapshots(name: string, open: () => Promise<Snapshots>): void {
  describe(`snapshots kept in ${name}`, () => {
    it('are read as last written, each under its name', async () => {
      const snapshots = await open();
      const columns = { days: Int32Array.of(1, -2, 3), units: ['hospital:1'], of: { share: new Float64Array([0.5]) } };
      await snapshots.write('cases', { first: true });
      await snapshots.write('cases', columns);
      await snapshots.write('other', [1]);

      expect(await snapshots.read('cases')).toEqual(columns);
      expect(await snapshots.read('other')).toEqual([1]);
    });

    it('are not changed by whoever changes what was read or written', async () => {
      const snapshots = await open();
      const written = { days: Int32Array.of(1, 2) };
      await snapshots.write('cases', written);
      written.days[0] = 9;
      const read = (await snapshots.read('cases')) as typeof written;
      read.days[1] = 9;

      expect(await snapshots.read('cases')).toEqual({ days: Int32Array.of(1, 2) });
    });
  });
}
