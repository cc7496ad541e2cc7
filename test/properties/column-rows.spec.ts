import fc from 'fast-check';
import { columnsOf } from '../../src/kernel/person-columns';
import { packColumns, unpackColumns } from '../../src/platform/sqlite/column-codec';
import { foldStory } from '../support/fold';
import { anyEvents } from './random-events';

describe('a row of columns', () => {
  test('gives back the columns that were written', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        for (const person of await foldStory(events)) {
          const columns = columnsOf(person);
          expect(unpackColumns(packColumns(columns))).toEqual(columns);
        }
      }),
    );
  });

  test('whose bytes are damaged is refused, or gives no more than it could hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, fc.array(fc.nat(255), { maxLength: 12 }), fc.nat(), async (events, bytes, at) => {
        for (const person of await foldStory(events)) {
          const { facts, words } = packColumns(columnsOf(person));
          const damaged = Uint8Array.from(facts);
          damaged.set(bytes.slice(0, damaged.length), at % Math.max(1, damaged.length - bytes.length));
          const read = readOrRefused(damaged, words);
          expect(read === undefined || read.facts.length <= damaged.length * 10).toBe(true);
        }
      }),
    );
  });
});

function readOrRefused(facts: Uint8Array, words: string) {
  try {
    return unpackColumns({ facts, words });
  } catch {
    return undefined;
  }
}
