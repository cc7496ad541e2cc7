import { exportEvents } from '../../src/operations/moving/export-events';
import { EmbeddedLoggedEvents } from '../../src/operations/moving/embedded-logged-events';
import { EmbeddedRebuild } from '../../src/operations/rebuild/embedded-rebuild';
import { sealsOf } from '../../src/access/domain/seals';
import { SystemClock } from '../../src/platform/system-clock';
import type { BookedReport } from '../../src/ports/report-book';
import type { FrozenContent } from '../../src/reporting/domain/frozen/frozen-content';
import { cut, populationLines, seededRandom, shuffled } from '../robustness/ground';
import { SetClock, settingsFor } from '../robustness/embedded';
import { temporaryFolder } from '../support/temporary-folder';
import { period } from './viewpoints';
import { reportOf, request, withReports, type ReportingStore } from './stores';

const clock = SetClock.at('2024-06-30');
const settings = settingsFor(temporaryFolder());
let frozen: BookedReport;
let exported: string[];

beforeAll(async () => {
  await withReports(
    clock,
    async ({ reports, receive, store }) => {
      await receive(populationLines(35, 21));
      frozen = reportOf(await reports.freeze(request({ note: 'Årsrapport' })));
      exported = [];
      const { fields } = sealsOf(settings);
      const openFields = (sealed: string) =>
        JSON.parse(fields.open(Buffer.from(sealed, 'base64')).toString('utf8')) as Record<string, unknown>;
      const ports = { vault: store.vault, openFields };
      await exportEvents(new EmbeddedLoggedEvents(store.log), ports, (lines) => exported.push(...lines));
    },
    settings,
  );
});

/** Does something with the store the report was frozen in, opened again. */
const again = <T>(work: (open: ReportingStore) => Promise<T>): Promise<T> => withReports(clock, work, settings);

const expectSame = async (open: ReportingStore): Promise<void> => {
  expect(await open.reports.find(frozen.id)).toEqual(frozen);
  await expectCountedSame(open);
};

const expectCountedSame = async ({ reports }: ReportingStore): Promise<void> => {
  expect(await reports.reproduce(frozen.id)).toEqual({
    id: frozen.id,
    outcome: 'same',
    digest: frozen.digest,
    countedAgain: frozen.digest,
    isKeptWhole: true,
  });
};

test('a frozen report holds the tables of every level and context, and something is counted in them', () => {
  const { tables, label, question } = JSON.parse(frozen.content) as FrozenContent;

  expect(tables.map(({ level, context }) => `${level} ${context}`)).toEqual([
    'denmark treated',
    'region treated',
    'region resident',
    'hospital treated',
    'municipality resident',
  ]);
  expect(tables[0]?.rows).toHaveLength(12);
  expect(tables[0]?.rows[0]?.reported.denominator).toBeGreaterThan(10);
  expect(label).toBe('arbejdsdefinition');
  expect(question).toMatchObject({ definition: 'dhrd-2023/2', knownAt: '2024-06-30T12:00:00.000Z', view: 'exact' });
});

test('a period in which nothing is counted is frozen as zeros that say so', () =>
  again(async ({ reports }) => {
    const { content } = reportOf(await reports.freeze(request({ period: period('1999') })));
    const { isEmpty, tables } = JSON.parse(content) as FrozenContent;

    expect(isEmpty).toBe(true);
    expect((JSON.parse(frozen.content) as FrozenContent).isEmpty).toBe(false);
    expect(tables[0]?.rows.map(({ reported }) => [reported.numerator, reported.denominator])).toEqual(
      Array.from({ length: 12 }, () => [0, 0]),
    );
  }));

test('after a restart it reads the same, byte for byte, and is counted the same', () => again(expectSame));

test('after a rebuild of the states it is counted the same', () =>
  again(async (open) => {
    const result = await new EmbeddedRebuild(open.store, () => undefined).run();

    expect(result.outcome).toBe('taken-over');
    await open.store.log.settled();
    await expectSame(open);
  }));

test('when the day has passed it is counted the same', () =>
  withReports(SetClock.at('2026-01-15'), expectSame, settings));

test.each([5, 6])(
  'on another machine, under another key, filled in another order and other batches, it has the same digest (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const elsewhere = settingsFor(temporaryFolder(), { REHABSPOR_KEY: `another secret of machine ${seed}` });
    const digest = await withReports(
      SetClock.at('2025-03-01'),
      async ({ reports, receive }) => {
        await receive(...cut(shuffled(exported, random), seed === 5 ? 50 : 900, random));
        const knownAt = clock.now();
        return reportOf(await reports.freeze(request({ knownAt, by: 'Somebody Else' }))).digest;
      },
      elsewhere,
    );

    expect(exported.length).toBeGreaterThan(1_000);
    expect(digest).toBe(frozen.digest);
  },
);

test('under another policy it is counted the same, while a new one is not', async () => {
  const lenient = settingsFor(settings.dataFolder, { REHABSPOR_POLICY: 'bugOnReferral=lenient' });
  await withReports(
    clock,
    async (open) => {
      await expectSame(open);
      const other = reportOf(await open.reports.freeze(request()));

      expect(other.digest).not.toBe(frozen.digest);
    },
    lenient,
  );
});

test('in the published view it is counted the same but not shown; what is frozen there is', async () => {
  const open = settingsFor(settings.dataFolder, { REHABSPOR_VIEW: 'published' });
  await withReports(
    clock,
    async (opened) => {
      await expectCountedSame(opened);
      expect(await opened.reports.find(frozen.id)).toBeUndefined();

      const { id } = reportOf(await opened.reports.freeze(request({ period: period('2023') })));
      expect((await opened.reports.list()).map((report) => report.id)).toEqual([id]);
    },
    open,
  );
});

test('what is being received while a report is frozen is counted in it or after it, never half', async () => {
  await withReports(new SystemClock(), async ({ reports, store }) => {
    const [first = [], ...others] = cut(populationLines(25, 22), 300, seededRandom(3));
    const receive = (lines: readonly string[]) =>
      store.intake.receive(
        lines.map((text) => ({ text })),
        { receivedAt: 'clock' },
      );
    await receive(first);
    const receiving = (async () => {
      for (const batch of others) await receive(batch);
    })();
    const early = reportOf(await reports.freeze(request()));
    await receiving;
    const late = reportOf(await reports.freeze(request()));

    expect(others.length).toBeGreaterThan(3);
    expect(await reports.reproduce(early.id)).toMatchObject({ outcome: 'same' });
    expect(await reports.reproduce(late.id)).toMatchObject({ outcome: 'same' });
    expect(late.content).not.toBe(early.content);
  });
});
