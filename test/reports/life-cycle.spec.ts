import { SetClock, settingsFor } from '../robustness/embedded';
import { hospital, municipality } from '../support/sectors';
import { temporaryFolder } from '../support/temporary-folder';
import { reportOf, request, withReports, type ReportingStore } from './stores';

const clock = SetClock.at('2024-06-30');
const line = (event: object): string => JSON.stringify(event);

/** A store with one patient and a report frozen by Anna Holm. */
const withFrozen = <T>(work: (open: ReportingStore, id: string) => Promise<T>): Promise<T> =>
  withReports(
    clock,
    async (open) => {
      await open.receive(hospital().pci('2023-01-03').map(line));
      return work(open, reportOf(await open.reports.freeze(request({ by: ' Anna  Holm ' }))).id);
    },
    settingsFor(temporaryFolder()),
  );

test('a report is frozen by one person, approved by another, published and withdrawn, and remembers all of it', async () => {
  await withFrozen(async ({ reports }, id) => {
    await reports.advance(id, 'approved', { by: 'Bo Lund', note: 'gennemgået' });
    await reports.advance(id, 'published', { by: 'Anna Holm' });
    const published = await reports.find(id);
    const withdrawn = reportOf(await reports.advance(id, 'withdrawn', { by: 'Bo Lund', note: 'en kilde manglede' }));

    const at = '2024-06-30T12:00:00.000Z';
    expect(withdrawn.steps).toEqual([
      { step: 'frozen', by: 'Anna Holm', at },
      { step: 'approved', by: 'Bo Lund', at, note: 'gennemgået' },
      { step: 'published', by: 'Anna Holm', at },
      { step: 'withdrawn', by: 'Bo Lund', at, note: 'en kilde manglede' },
    ]);
    expect(await reports.find(id)).toEqual(withdrawn);
    expect(withdrawn.content).toBe(published?.content);
  });
});

test.each(['Anna Holm', 'anna holm', ' ANNA   HOLM', 'Anna\tHolm'])(
  'whoever froze it does not approve it, written as "%s" either',
  async (by) => {
    await withFrozen(async ({ reports }, id) => {
      expect(await reports.advance(id, 'approved', { by })).toEqual({
        refusal: { kind: 'same-person', by: 'Anna Holm' },
      });
      expect((await reports.find(id))?.steps).toHaveLength(1);
    });
  },
);

test('no step is taken out of turn', async () => {
  await withFrozen(async ({ reports }, id) => {
    const by = { by: 'Bo Lund' };
    expect(await reports.advance(id, 'published', by)).toMatchObject({
      refusal: { kind: 'out-of-turn', state: 'frozen', mayFollow: ['approved', 'withdrawn'] },
    });
    await reports.advance(id, 'withdrawn', by);
    for (const step of ['approved', 'published', 'withdrawn'] as const) {
      expect(await reports.advance(id, step, by)).toMatchObject({
        refusal: { kind: 'out-of-turn', state: 'withdrawn', mayFollow: [] },
      });
    }
  });
});

test('of two who approve at the same moment one has approved it', async () => {
  await withFrozen(async ({ reports }, id) => {
    const outcomes = await Promise.all(['Bo Lund', 'Carla Friis'].map((by) => reports.advance(id, 'approved', { by })));

    expect(outcomes.filter((outcome) => 'report' in outcome)).toHaveLength(1);
    expect((await reports.find(id))?.steps.map(({ step }) => step)).toEqual(['frozen', 'approved']);
  });
});

test('what turns out to have been received before the moment keeps a report from being approved', async () => {
  await withFrozen(async ({ reports, receive }, id) => {
    const brought = { ...municipality().start('2023-02-01'), receivedtime: '2024-01-01T12:00:00Z' };
    await receive([line(brought)]);

    expect(await reports.advance(id, 'approved', { by: 'Bo Lund' })).toMatchObject({
      refusal: { kind: 'counted-otherwise', reproduction: { outcome: 'other', isKeptWhole: true } },
    });
    expect((await reports.find(id))?.steps).toHaveLength(1);
  });
});

test('a report whose kept text was tampered with is not reproduced', async () => {
  await withFrozen(async ({ reports, store }, id) => {
    await store.database.run(async () => {
      store.database.prepare("UPDATE frozen_report SET digest = 'sha256:0' WHERE id = ?").run(id);
    });

    expect(await reports.reproduce(id)).toMatchObject({ outcome: 'other', isKeptWhole: false });
  });
});

test('nothing is frozen as known at a moment to come', async () => {
  await withFrozen(async ({ reports }) => {
    const knownAt = Date.parse('2024-07-01T00:00:00Z');

    expect(await reports.freeze(request({ knownAt }))).toEqual({ refusal: { kind: 'known-in-future' } });
    expect(await reports.list()).toHaveLength(1);
  });
});

test('a report that is not there has no steps', async () => {
  await withFrozen(async ({ reports }) => {
    expect(await reports.advance('r0', 'approved', { by: 'Bo Lund' })).toEqual({
      refusal: { kind: 'no-such-report' },
    });
    expect(await reports.reproduce('r0')).toBeUndefined();
  });
});
