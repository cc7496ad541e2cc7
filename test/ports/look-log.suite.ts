import fc from 'fast-check';
import { chained } from '../../src/access/domain/looks/chain';
import type { ChainedLook, Look, LookTail } from '../../src/kernel/look';
import type { LookLog } from '../../src/ports/look-log';
import { lookAt } from '../support/looks';

const NONE: LookTail = { number: 0, hash: '' };
const numbers = (looks: readonly { readonly number: number }[]): number[] => looks.map(({ number }) => number);

async function kept(log: LookLog, atATime = 100) {
  const all = [];
  for await (const page of log.scan(atATime)) all.push(...page);
  return all;
}

/** What `LookLog` promises, of any adapter; `another` is the same log as another process has it. */
export function describeLookLog(
  name: string,
  open: () => Promise<{ readonly looks: LookLog; readonly another?: () => Promise<{ readonly looks: LookLog }> }>,
): void {
  describe(`the log of looks on ${name}`, () => {
    async function filled(looks: readonly Look[]): Promise<{ log: LookLog; logged: readonly ChainedLook[] }> {
      const { looks: log } = await open();
      const logged = chained(NONE, looks);
      if (logged.length > 0) expect(await log.append(logged)).toBe(true);
      return { log, logged };
    }

    it('begins before its first look', async () => {
      const { log } = await filled([]);

      expect(await log.last()).toEqual(NONE);
      expect(await kept(log)).toEqual([]);
      expect(await log.find(1)).toBeUndefined();
      expect(await log.page({ limit: 10 })).toEqual([]);
    });

    it('gives every look back as it was logged, in order, whatever was logged with it', async () => {
      const looks = [
        lookAt(['p_anna']),
        lookAt([], { organisation: undefined, relation: undefined, name: 'Åse "Ø" \n 🫀' }),
        lookAt(['*'], { roles: [], self: 'p_bo' }),
      ];
      const { log, logged } = await filled(looks.slice(0, 1));
      const more = chained(logged.at(-1) ?? NONE, looks.slice(1));
      expect(await log.append(more)).toBe(true);

      for (const atATime of [1, 2, 100]) expect(await kept(log, atATime)).toEqual([...logged, ...more]);
      expect(await log.last()).toEqual({ number: 3, hash: more.at(-1)?.hash });
      expect(await log.find(2)).toEqual(more[0]);
      expect(await log.misfiled()).toEqual([]);
    });

    it('takes looks after the last one alone, whole or not at all', async () => {
      const { log, logged } = await filled([lookAt(['p_anna']), lookAt(['p_bo'])]);
      const [, second] = logged as [ChainedLook, ChainedLook];
      const fourth = chained({ number: 3, hash: 'x' }, [lookAt([])]);
      const secondAgain = chained({ number: 1, hash: 'x' }, [lookAt([]), lookAt([])]);

      expect(await log.append(fourth)).toBe(false);
      expect(await log.append(secondAgain)).toBe(false);
      expect(await kept(log)).toEqual(logged);
      expect(await log.last()).toEqual({ number: 2, hash: second.hash });
    });

    it('lets one in of those who append after the same look', async () => {
      const { looks: log, another } = await open();
      const other = another === undefined ? log : (await another()).looks;
      const tries = [log, other, log, other].map((one, at) =>
        one.append(chained(NONE, [lookAt([`p_${at}`]), lookAt([])])),
      );

      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(numbers(await kept(log))).toEqual([1, 2]);
      const last = await other.last();
      expect(await other.append(chained(last, [lookAt([])]))).toBe(true);
      expect(await log.append(chained(last, [lookAt([])]))).toBe(false);
    });

    it('finds the newest first, by person, reader, organisation, purpose and moment, page by page', async () => {
      const { log } = await filled([
        lookAt(['p_anna', 'p_bo'], { at: 1_000 }),
        lookAt(['p_bo'], { at: 2_000, subject: 'nurse-2' }),
        lookAt(['p_anna'], { at: 3_000, organisation: undefined }),
        lookAt(['*'], { at: 4_000, purpose: 'control' }),
        lookAt([], { at: 5_000 }),
      ]);
      const asked = async (question: object) => numbers(await log.page({ limit: 10, ...question }));

      expect(await asked({})).toEqual([5, 4, 3, 2, 1]);
      expect(await asked({ limit: 2 })).toEqual([5, 4]);
      expect(await asked({ limit: 2, before: 4 })).toEqual([3, 2]);
      expect(await asked({ persons: ['p_anna'] })).toEqual([4, 3, 1]);
      expect(await asked({ persons: ['p_anna', 'p_bo'] })).toEqual([4, 3, 2, 1]);
      expect(await asked({ persons: ['p_anna'], before: 3 })).toEqual([1]);
      expect(await asked({ persons: ['p_nobody'] })).toEqual([4]);
      expect(await asked({ subject: 'nurse-2' })).toEqual([2]);
      expect(await asked({ organisation: 'hospital:330011000016003' })).toEqual([5, 4, 2, 1]);
      expect(await asked({ purpose: 'control' })).toEqual([4]);
      expect(await asked({ purpose: 'contro' })).toEqual([]);
      expect(await asked({ from: 2_000, until: 4_000 })).toEqual([3, 2]);
      expect(await asked({ subject: 'nurse-1', from: 3_000, persons: ['p_bo'] })).toEqual([4]);
    });

    it('gives back any look there may be', async () => {
      const texts = fc.string({ unit: 'grapheme', maxLength: 12 });
      const look = fc.record(
        {
          at: fc.nat(),
          subject: texts,
          name: texts,
          roles: fc.array(texts, { maxLength: 2 }),
          organisation: texts,
          purpose: texts,
          relation: texts,
          operation: texts,
          persons: fc.uniqueArray(texts, { maxLength: 4 }),
        },
        { requiredKeys: ['at', 'subject', 'name', 'roles', 'purpose', 'operation', 'persons'] },
      );
      const { looks: log } = await open();
      await fc.assert(
        fc.asyncProperty(fc.array(look, { minLength: 1, maxLength: 5 }), async (looks) => {
          const logged = chained(await log.last(), looks);
          expect(await log.append(logged)).toBe(true);
          expect(await Promise.all(numbers(logged).map((number) => log.find(number)))).toEqual(logged);
        }),
        { numRuns: 30 },
      );
    });
  });
}
