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

/** What is found in columns of some persons, and those who have to be decided by their facts. */
interface CountedPage {
  readonly counted: readonly CountedPerson[];
  readonly byFacts: readonly PersonPathways[];
}

/** Everyone with a pathway by columns, as of a day; whoever that fails for is left to be decided by facts, which says why. */
export async function* countedInColumns(
  law: LawInColumns,
  { states, unread }: EveryonesColumns,
  { feeds, asOf }: { readonly feeds: FeedCalendar; readonly asOf: Day },
  atATime: number,
): AsyncIterable<CountedPage> {
  for await (const page of states.scanInColumns(atATime)) {
    const counted: CountedPerson[] = [];
    const byFacts: PersonPathways[] = [];
    const failed: PersonKey[] = [];
    for (const one of page) {
      const { person, columns } = one;
      if (columns === undefined) {
        if (one.isUnreadable) unread.note(person);
        byFacts.push(one.folded);
        continue;
      }
      const decided = (): CountedPerson => countedPerson(person, columns, law, feeds, asOf);
      const found = attemptFor(person, 'deciding', decided, () => failed.push(person));
      if (found !== undefined && found.decisions.length > 0) counted.push(found);
    }
    for (const person of failed) unread.note(person);
    for (const { folded } of failed.length === 0 ? [] : (await states.load(failed)).values()) byFacts.push(folded);
    yield { counted, byFacts };
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
