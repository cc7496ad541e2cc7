import type { PersonKey } from '../../kernel/clinical-event';
import { dayFromNumber, type Day } from '../../kernel/day';
import type { PersonPathways } from '../../kernel/pathway';
import { PATHWAY_SIZE, PathwayPart, wordAt, type PersonColumns } from '../../kernel/person-columns';
import { attemptFor } from '../../kernel/set-aside';
import type { CountedPerson } from '../../ports/decision-source';
import type { PathwayStateStore } from '../../ports/pathway-state-store';
import type { LawInColumns } from '../domain/columns/law-in-columns';
import type { FeedCalendar } from '../domain/feed-calendar';
import type { UnreadColumns } from './unread-columns';

/** Where everyone's columns are, and where it is told whose are of no use. */
export interface EveryonesColumns {
  readonly states: Pick<PathwayStateStore, 'scanInColumns' | 'load'>;
  readonly unread: UnreadColumns;
}

/** A person counted by columns, or to be decided by facts. */
export type CountedOrFolded =
  | { readonly counted: CountedPerson; readonly folded?: undefined }
  | { readonly counted?: undefined; readonly folded: PersonPathways };

/**
 * Everyone with a pathway by columns, as of a day, in the order of the scan; whoever that fails for is left to be decided
 * by facts, which says why.
 */
export async function* countedInColumns(
  law: LawInColumns,
  { states, unread }: EveryonesColumns,
  { feeds, asOf }: { readonly feeds: FeedCalendar; readonly asOf: Day },
  atATime: number,
): AsyncIterable<readonly CountedOrFolded[]> {
  for await (const page of states.scanInColumns(atATime)) {
    const tried = page.map((one): CountedOrFolded | PersonKey => {
      const { person, columns } = one;
      if (columns === undefined) {
        if (one.isUnreadable) unread.note(person);
        return { folded: one.folded };
      }
      const pure = (): CountedOrFolded => ({ counted: countedPerson(person, columns, law, feeds, asOf) });
      return attemptFor(person, 'deciding', pure, () => unread.note(person)) ?? person;
    });
    const failed = tried.filter((one) => typeof one === 'string');
    const found = failed.length === 0 ? undefined : await states.load(failed);
    yield tried.flatMap((one) => {
      if (typeof one !== 'string') return one;
      const folded = found?.get(one)?.folded;
      return folded === undefined ? [] : { folded };
    });
  }
  unread.tell();
}

function countedPerson(
  person: PersonKey,
  columns: PersonColumns,
  law: LawInColumns,
  feeds: FeedCalendar,
  asOf: Day,
): CountedPerson {
  const decisions = law.counted(law.numbers(columns, feeds, asOf), columns, asOf);
  return { person, decisions, units: unitsIn(columns) };
}

function unitsIn(columns: PersonColumns): CountedPerson['units'] {
  const { pathways } = columns;
  const units: CountedPerson['units'][number][] = [];
  for (let start = 0; start < pathways.length; start += PATHWAY_SIZE) {
    const municipality = pathways[start + PathwayPart.Municipality] as number;
    units.push({
      hospital: wordAt(columns, pathways[start + PathwayPart.Hospital] as number),
      ...(municipality < 0 ? undefined : { municipality: wordAt(columns, municipality) }),
      indexDay: dayFromNumber(pathways[start + PathwayPart.IndexDay] as number),
    });
  }
  return units;
}
