import type { Day } from '../../src/kernel/day';
import type { Sector } from '../../src/kernel/organisation';
import type { Fact } from '../../src/kernel/pathway';
import type { MissedDay } from './missed-worlds';

/** What a report says, without by whom and when. */
type Said = Fact extends infer F
  ? F extends Fact
    ? Omit<F, 'sector' | 'source' | 'event' | 'record' | 'on' | 'time'>
    : never
  : never;

const MEASURED: readonly Said[] = [
  ...[3, 9].map((anxiety): Said => ({ kind: 'hads', anxiety, depression: 2 })),
  ...[120, 150].map((systolic): Said => ({ kind: 'blood-pressure', systolic, diastolic: 80 })),
  ...[60, 80].map((score): Said => ({ kind: 'hjertekost', score })),
  ...(['smoker', 'former-smoker'] as const).map((status): Said => ({ kind: 'smoking-status', status })),
  ...['watt', '6mwt', 'sit-to-stand'].flatMap((method) =>
    ['start', 'end'].flatMap((phase) =>
      [1, 1000].map((value): Said => ({ kind: 'exercise-capacity', method, phase, value })),
    ),
  ),
];
const SERVICES = (['participation', 'diet', 'smoking-cessation'] as const).map((kind): Said => ({ kind }));
const COURSES = ['f1', 'f2'];

/** What sources of each sector can report. */
const SAYABLE: Readonly<Partial<Record<Sector, readonly Said[]>>> = {
  hospital: [...SERVICES, ...MEASURED],
  municipality: [
    ...SERVICES,
    ...MEASURED,
    ...COURSES.flatMap((course) => [1, 1000].map((planned): Said => ({ kind: 'municipal-start', course, planned }))),
    ...COURSES.flatMap((course) =>
      [0, 20].map((attended): Said => ({ kind: 'municipal-end', course, outcome: 'completed', attended, planned: 20 })),
    ),
  ],
  laboratory: [1.2, 1.6, '<2.0'].map((value) => ({ kind: 'laboratory', npu: 'NPU01568', value, unit: 'mmol/L' })),
  pharmacy: ['B01AC06', 'C10AA05'].map((atc) => ({ kind: 'dispensing', atc })),
};

/** Before or after everything else of its day. */
export type TimeOfDay = 'first' | 'last';

/** A report as it would have stood, had it come. */
function reported(said: Said, { sector, organisation, on }: MissedDay, when: TimeOfDay, number: number): Fact {
  const time = when === 'first' ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  return { ...said, sector, source: organisation, event: `missed-${number}`, record: `missed-${number}`, on, time };
}

/** Everything that could have been reported on a missed day. */
export const reportsOn = (day: MissedDay, when: TimeOfDay, number: number): Fact[] =>
  (SAYABLE[day.sector] ?? []).map((said) => reported(said, day, when, number));

/** The first and the last missed day of each source. */
export function edgesOf(days: readonly MissedDay[], through?: Day): { first: MissedDay[]; last: MissedDay[] } {
  const first = new Map<string, MissedDay>();
  const last = new Map<string, MissedDay>();
  for (const day of days) {
    if (through !== undefined && day.on > through) continue;
    if (!first.has(day.organisation)) first.set(day.organisation, day);
    last.set(day.organisation, day);
  }
  return { first: [...first.values()], last: [...last.values()] };
}
