import { FeedCalendar } from '../../indicators/domain/feed-calendar';
import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import type { PersonKey } from '../../kernel/clinical-event';
import type { PersonSetAside } from '../../kernel/set-aside';
import type { DistributedStore } from '../distributed-store';
import { DecisionsCompared } from './decisions-compared';
import type { TellDifference } from './differences';

type Rooms = Pick<
  DistributedStore,
  'states' | 'decisions' | 'definitions' | 'indicators' | 'feedEvents' | 'law' | 'clock'
>;

/** What came of comparing everyone's decisions with the pathways that are kept. */
export interface DecisionsVerified {
  readonly compared: number;
  readonly outdated: number;
  /** Who cannot be decided. */
  readonly setAside: readonly PersonSetAside[];
  /** Whose decisions are other than the kept pathways say, or should not be there. */
  readonly others: readonly PersonKey[];
}

const PERSONS_AT_A_TIME = 500;

/** Decides everyone's kept pathways again, each as of the day it was decided on, and compares; keeps nothing. */
export async function verifyDecisions(rooms: Rooms, tell: TellDifference): Promise<DecisionsVerified> {
  const { states, decisions, indicators } = rooms;
  const basisDigest = await indicators.basisDigest();
  const feeds = FeedCalendar.of(feedStatusesInForce(await rooms.feedEvents.all()));
  const comparing = new DecisionsCompared({ ...rooms, feeds, basisDigest }, tell);
  const others: PersonKey[] = [];
  let seen = 0;
  for await (const page of states.scan(PERSONS_AT_A_TIME)) {
    const found = await states.load(page.map(({ person }) => person));
    const kept = await decisions.load(found.keys());
    seen += kept.size;
    for (const { folded, eventCount } of found.values()) {
      const isSame = comparing.compare(folded, eventCount, kept.get(folded.person));
      if (!isSame) others.push(folded.person);
    }
  }
  if ((await decisions.count()) !== seen) others.push(...(await decidedWithoutPathway(rooms, tell)));
  const { compared, outdated, setAside } = comparing;
  return { compared, outdated, setAside, others };
}

async function decidedWithoutPathway({ states, decisions }: Rooms, tell: TellDifference): Promise<PersonKey[]> {
  const without: PersonKey[] = [];
  for await (const page of decisions.scan(PERSONS_AT_A_TIME)) {
    const found = await states.load(page.map(({ person }) => person));
    for (const { person } of page) {
      if ((found.get(person)?.folded.pathways.length ?? 0) > 0) continue;
      tell(`${person} has decisions without a pathway`, 'rebuild');
      without.push(person);
    }
  }
  return without;
}
