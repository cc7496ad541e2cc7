import type { ClinicalEventOf, PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import { compareCodePoints, compareRecorded } from '../../kernel/ordering';
import type { Organisation } from '../../kernel/organisation';
import type { CivilState } from '../../kernel/pathway';

type PersonStatus = ClinicalEventOf<'person.status'>;

/** Orders civil registrations by `from`, `time`, `id`, source (interface.md §3). */
export function compareStatuses(a: PersonStatus, b: PersonStatus): number {
  if (a.data.from !== b.data.from) return a.data.from < b.data.from ? -1 : 1;
  return compareRecorded(
    { time: a.time, event: a.id, source: a.source },
    { time: b.time, event: b.id, source: b.source },
  );
}

/** The civil state from day to day: of several records from one day the latest rules. `statuses` in order. */
export function civilStatesOf(statuses: readonly PersonStatus[]): CivilState[] {
  const states: CivilState[] = [];
  for (const { data } of statuses) {
    if (states.at(-1)?.from === data.from) states.pop();
    states.push({ from: data.from, state: data.state });
  }
  return states;
}

/** The municipality of residence on a day: the latest record from then or before, else the earliest. `statuses` in order. */
export function residenceOn(statuses: readonly PersonStatus[], day: Day): Organisation | undefined {
  let residence: string | undefined;
  for (const { data } of statuses) {
    if (data.municipality === undefined) continue;
    if (residence !== undefined && data.from > day) break;
    residence = data.municipality;
    if (data.from > day) break;
  }
  return residence === undefined ? undefined : `municipality:${residence}`;
}

/**
 * A person's newest number: the one no record in force replaces; several or none: of those, the number of the
 * latest record that replaces another (interface.md §2). `statuses` in order; `numbers` not empty.
 */
export function newestNumber(numbers: readonly PersonKey[], statuses: readonly PersonStatus[]): PersonKey {
  const replacements = statuses.filter(({ data }) => data.replaces !== undefined);
  const replaced = new Set(replacements.map(({ data }) => data.replaces));
  const standing = numbers.filter((number) => !replaced.has(number));
  if (standing.length === 1) return standing[0] as PersonKey;
  const candidates = new Set(standing.length === 0 ? numbers : standing);
  const latest = replacements.findLast(({ person }) => candidates.has(person));
  return latest?.person ?? [...candidates].sort(compareCodePoints)[0] ?? '';
}
