import { alarmIdOf, alarmOf, type Alarm } from '../../src/feeds/domain/alarm';
import { alarmChanges, type AlarmChange } from '../../src/feeds/domain/alarm-changes';
import { feedStatusEvent } from '../../src/feeds/domain/feed-status-event';
import type { AlarmStep, FeedFinding } from '../../src/kernel/feed-alarm';

const HOSPITAL = 'hospital:330901000016003';
const finding = (changes: Partial<FeedFinding> = {}): FeedFinding => ({
  organisation: HOSPITAL,
  state: 'silent',
  since: '2023-09-01',
  expected: 40,
  received: 0,
  ...changes,
});

/** An organisation’s alarms, taken through days of findings. */
class Watched {
  private readonly steps = new Map<string, AlarmStep[]>();

  /** What the day’s findings change, taken. */
  day(on: string, ...findings: readonly FeedFinding[]): AlarmChange[] {
    const changes = alarmChanges(this.alarms(), findings, on, Date.parse(on));
    for (const { id, place, step } of changes) {
      expect(place).toBe(this.steps.get(id)?.length ?? 0);
      this.take(id, step);
    }
    return changes;
  }

  take(id: string, step: AlarmStep): void {
    this.steps.set(id, [...(this.steps.get(id) ?? []), step]);
  }

  alarms(): Alarm[] {
    return [...this.steps].map(([id, steps]) => alarmOf(id, steps) as Alarm);
  }
}

const told = (changes: readonly AlarmChange[]): string[] =>
  changes.map(({ step }) => (step.what === 'raised' ? `raised ${step.finding.state}` : step.what));

test('an alarm is raised once while its finding stands, and cleared when it is over', () => {
  const watched = new Watched();

  expect(told(watched.day('2023-09-03', finding()))).toEqual(['raised silent']);
  expect(told(watched.day('2023-09-03', finding()))).toEqual([]);
  expect(told(watched.day('2023-09-04', finding({ expected: 60 })))).toEqual([]);
  expect(told(watched.day('2023-10-01'))).toEqual(['cleared']);
  expect(told(watched.day('2023-10-01'))).toEqual([]);
});

test('what was late and is silent is the same alarm, told once more, and what staff said of it stands', () => {
  const watched = new Watched();
  const [late] = watched.day('2023-09-03', finding({ state: 'late' }));
  const id = late?.id ?? '';
  watched.take(id, { what: 'overruled', at: 1, by: 'Datafangst' });

  expect(told(watched.day('2023-09-05', finding()))).toEqual(['raised silent']);
  expect(watched.alarms()).toEqual([
    expect.objectContaining({
      id,
      finding: finding(),
      raisedOn: '2023-09-03',
      verdict: { what: 'overruled', at: 1, by: 'Datafangst' },
    }),
  ]);
  expect(told(watched.day('2023-09-06', finding({ state: 'late' })))).toEqual([]);
});

test('a silence that comes back after it was cleared is raised anew; one of another day is another alarm', () => {
  const watched = new Watched();
  watched.day('2023-09-03', finding());
  watched.day('2023-09-04');
  const [again] = watched.day('2023-09-05', finding());
  watched.day('2023-09-06');
  const [other] = watched.day('2023-12-05', finding({ since: '2023-12-01' }));

  expect(again?.id).toBe(alarmIdOf(finding()));
  expect(other?.id).not.toBe(again?.id);
  expect(watched.alarms().filter(({ clearedAt }) => clearedAt === undefined)).toHaveLength(1);
});

test('matters that have nothing to do with each other stand side by side', () => {
  const watched = new Watched();
  const bug = finding({ state: 'partial', kind: 'hospital.procedure', family: 'BUG' });
  const pci = finding({ state: 'partial', kind: 'hospital.procedure', family: 'PCI' });

  expect(told(watched.day('2023-09-03', bug, pci, finding({ state: 'clock-ahead' })))).toHaveLength(3);
  expect(told(watched.day('2023-09-04', pci))).toEqual(['cleared', 'cleared']);
});

test('of one alarm every verdict is a later version of one record, so that the last word stands', () => {
  const watched = new Watched();
  watched.day('2023-09-03', finding());
  const [raised] = watched.alarms();
  const confirmed = feedStatusEvent(raised as Alarm, 'confirmed', 1_000);
  watched.take(raised?.id ?? '', { what: 'confirmed', at: 1_000, by: 'A', event: confirmed.id });
  const overruled = feedStatusEvent(watched.alarms()[0] as Alarm, 'overruled', 2_000);

  expect(confirmed).toMatchObject({
    source: 'registry:rehabspor',
    data: { organisation: HOSPITAL, state: 'silent', from: '2023-09-01', version: 2 },
  });
  expect(overruled).toMatchObject({ data: { state: 'connected', from: '2023-09-01', version: 3 } });
  expect(overruled['data']).toMatchObject({ recordId: raised?.id });
});
