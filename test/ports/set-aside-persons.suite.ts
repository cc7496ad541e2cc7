import type { PersonSetAside } from '../../src/kernel/set-aside';
import type { SetAsidePersons } from '../../src/ports/set-aside-persons';

const anna: PersonSetAside = { person: 'p_anna', stage: 'folding', reason: 'TypeError: no such thing' };
const bent: PersonSetAside = { person: 'p_bent', stage: 'deciding', reason: 'RangeError: too far' };

/** What `SetAsidePersons` promises, of any adapter. */
export function describeSetAsidePersons(
  name: string,
  open: () => Promise<{ readonly setAside: SetAsidePersons }>,
): void {
  describe(`persons set aside on ${name}`, () => {
    it('stand with what failed and why, in the order of their keys, until they are tried with success', async () => {
      const { setAside } = await open();
      await setAside.settle([], [bent, anna]);

      expect(await setAside.list(undefined, 10)).toEqual([anna, bent]);
      expect(await setAside.list(undefined, 1)).toEqual([anna]);
      expect(await setAside.list(anna.person, 10)).toEqual([bent]);
      expect(await setAside.find(['p_anna', 'p_carl'])).toEqual([anna]);
      expect(await setAside.count()).toBe(2);

      await setAside.settle(['p_anna', 'p_carl'], []);
      expect(await setAside.list(undefined, 10)).toEqual([bent]);
    });

    it('stand once each, as they failed last', async () => {
      const { setAside } = await open();
      const later: PersonSetAside = { ...anna, stage: 'counting', reason: 'Error: another' };
      await setAside.settle([], [anna]);
      await setAside.settle(['p_anna', 'p_bent'], [later]);
      await setAside.settle(['p_anna', 'p_bent'], [later]);

      expect(await setAside.list(undefined, 10)).toEqual([later]);
    });

    it('can be asked for by what failed, to be tried again', async () => {
      const { setAside } = await open();
      await setAside.settle([], [anna, bent]);

      expect(await setAside.toTry(['deciding'])).toEqual(['p_bent']);
      expect(await setAside.toTry(['counting'])).toEqual([]);
    });

    it('are nobody at first, and trying everyone with success changes nothing', async () => {
      const { setAside } = await open();
      await setAside.settle(['p_anna'], []);

      expect(await setAside.count()).toBe(0);
      expect(await setAside.find(['p_anna'])).toEqual([]);
      expect(await setAside.list(undefined, 10)).toEqual([]);
    });
  });
}
