import { decidePerson } from '../../indicators/domain/decide';
import { FeedCalendar } from '../../indicators/domain/feed-calendar';
import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import type { PersonPathways } from '../../kernel/pathway';
import type { DistributedStore } from '../distributed-store';

/** How many decisions were compared, and whose are not what the stored pathways say. */
export interface DecisionsVerified {
  readonly decisions: number;
  readonly differences: readonly string[];
}

const PERSONS_AT_A_TIME = 500;

/** Decides everyone's stored pathways again, each as of the day it was decided on, and compares; keeps nothing. */
export async function verifyDecisions(
  rooms: Pick<DistributedStore, 'states' | 'decisions' | 'definitions' | 'indicators' | 'feedEvents'>,
): Promise<DecisionsVerified> {
  const basisDigest = await rooms.indicators.basisDigest();
  const feeds = FeedCalendar.of(feedStatusesInForce(await rooms.feedEvents.all()));
  const differences: string[] = [];
  let decisions = 0;
  for await (const persons of rooms.states.scan(PERSONS_AT_A_TIME)) {
    const stored = await rooms.decisions.load(persons.map(({ person }) => person));
    for (const folded of persons) {
      const found = stored.get(folded.person);
      if (found === undefined) {
        differences.push(`${folded.person} has no decisions`);
      } else if (found.basisDigest === basisDigest) {
        const decided = decidePerson(rooms.definitions, folded satisfies PersonPathways, feeds, found.decidedOn);
        decisions += decided.length;
        if (JSON.stringify(decided) !== JSON.stringify(found.decisions)) {
          differences.push(`${folded.person} has other decisions`);
        }
      }
    }
  }
  return { decisions, differences };
}
