import type { AlarmStep } from '../../src/kernel/feed-alarm';
import type { AlarmStore } from '../../src/ports/alarm-store';

const raised: AlarmStep = {
  what: 'raised',
  at: 1_000,
  on: '2023-09-03',
  finding: {
    organisation: 'hospital:330011000016003',
    state: 'silent',
    since: '2023-09-01',
    expected: 31.5,
    received: 0,
    probability: 1e-9,
  },
};
const confirmed: AlarmStep = { what: 'confirmed', at: 2_000, by: 'Datafangst', note: 'ny platform', event: 'a_1-1' };
const cleared: AlarmStep = { what: 'cleared', at: 3_000, on: '2023-10-01' };

/** What `AlarmStore` promises, of any adapter. */
export function describeAlarmStore(name: string, open: () => Promise<{ readonly alarms: AlarmStore }>): void {
  describe(`the alarms on ${name}`, () => {
    it('have their steps in the order of their places, however many there are', async () => {
      const { alarms } = await open();
      const steps = [raised, confirmed, ...Array.from({ length: 10 }, (_, at) => ({ ...cleared, at }))];
      for (const [place, step] of steps.entries()) expect(await alarms.append('a_1', place, step)).toBe(true);
      await alarms.append('a_2', 0, raised);

      expect(await alarms.find('a_1')).toEqual({ alarm: 'a_1', steps });
      expect(await alarms.all()).toEqual([
        { alarm: 'a_1', steps },
        { alarm: 'a_2', steps: [raised] },
      ]);
    });

    it('keep the first of several steps for the same place', async () => {
      const { alarms } = await open();
      await alarms.append('a_1', 0, raised);

      expect(await alarms.append('a_1', 1, confirmed)).toBe(true);
      expect(await alarms.append('a_1', 1, cleared)).toBe(false);
      expect((await alarms.find('a_1'))?.steps).toEqual([raised, confirmed]);
    });

    it('are not there under another name', async () => {
      const { alarms } = await open();

      expect(await alarms.find('a_1')).toBeUndefined();
      expect(await alarms.all()).toEqual([]);
    });
  });
}
