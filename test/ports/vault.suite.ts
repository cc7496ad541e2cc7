import fc from 'fast-check';
import type { UnitOfWork } from '../../src/ports/unit-of-work';
import type { NumberedPerson, Vault } from '../../src/ports/vault';

export interface OpenedVault {
  readonly vault: Vault;
  readonly unit: UnitOfWork;
}

const ANNA = { person: 'p_anna', digits: '1502779995' };
const BO = { person: 'p_bo', digits: '0201609995' };

/** What `Vault` promises, of any adapter. */
export function describeVault(name: string, open: () => Promise<OpenedVault>): void {
  const put = ({ vault, unit }: OpenedVault, numbers: readonly NumberedPerson[]): Promise<void> =>
    unit.run(() => vault.put(numbers));

  describe(`the vault on ${name}`, () => {
    it('finds what was put, and leaves out whom it does not know', async () => {
      const opened = await open();
      await put(opened, [ANNA, BO]);

      expect([...(await opened.vault.numbersOf(['p_bo', 'p_nobody', 'p_anna']))].sort()).toEqual([
        ['p_anna', ANNA.digits],
        ['p_bo', BO.digits],
      ]);
    });

    it('finds what was put outside a unit', async () => {
      const { vault } = await open();
      await vault.put([ANNA]);

      expect(await vault.numbersOf(['p_anna'])).toEqual(new Map([['p_anna', ANNA.digits]]));
    });

    it('knows nobody while nothing was put', async () => {
      const { vault } = await open();

      expect(await vault.numbersOf(['p_anna'])).toEqual(new Map());
      expect(await vault.numbersOf([])).toEqual(new Map());
    });

    it('does not change when the same is put again, in one call or several', async () => {
      const opened = await open();
      await put(opened, [ANNA, ANNA, BO]);
      await put(opened, [BO, ANNA]);

      expect((await opened.vault.numbersOf(['p_anna', 'p_bo'])).get('p_anna')).toBe(ANNA.digits);
      expect((await opened.vault.numbersOf(['p_anna', 'p_bo'])).size).toBe(2);
    });

    it('goes through every key it knows a number of, each once, whatever the size of a page', async () => {
      const opened = await open();
      await put(opened, [ANNA, BO, { person: 'p_carla', digits: '0201609996' }]);
      for (const atATime of [1, 2, 100]) {
        const persons: string[] = [];
        for await (const page of opened.vault.scan(atATime)) persons.push(...page);

        expect(persons.sort()).toEqual(['p_anna', 'p_bo', 'p_carla']);
      }
    });

    it('forgets for ever whom it erases, and nobody else', async () => {
      const opened = await open();
      const { vault } = opened;
      await put(opened, [ANNA, BO]);

      expect(await vault.erase('p_anna')).toBe(true);
      expect(await vault.erase('p_anna')).toBe(false);
      expect(await vault.erase('p_unheard_of')).toBe(true);
      await put(opened, [ANNA, { person: 'p_unheard_of', digits: '0201609996' }]);
      expect([...(await vault.numbersOf(['p_anna', 'p_bo', 'p_unheard_of']))]).toEqual([['p_bo', BO.digits]]);
      expect(await vault.erasedAmong(['p_anna', 'p_bo', 'p_unheard_of', 'p_x'])).toEqual(
        new Set(['p_anna', 'p_unheard_of']),
      );
      const known: string[] = [];
      for await (const page of vault.scan(10)) known.push(...page);
      expect(known).toEqual(['p_bo']);
    });

    it('gives every number back digit by digit', async () => {
      const opened = await open();
      await fc.assert(
        fc.asyncProperty(fc.stringMatching(/^\d{10}$/), async (digits) => {
          await put(opened, [{ person: `p_${digits}`, digits }]);
          expect((await opened.vault.numbersOf([`p_${digits}`])).get(`p_${digits}`)).toBe(digits);
        }),
        { numRuns: 50 },
      );
    });
  });
}
