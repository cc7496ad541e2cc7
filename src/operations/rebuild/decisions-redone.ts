import { feedStatusesInForce } from '../../feeds/domain/feed-statuses';
import { FeedCalendar } from '../../indicators/domain/feed-calendar';
import type { PersonKey } from '../../kernel/clinical-event';
import type { PersonSetAside } from '../../kernel/set-aside';
import type { EmbeddedStore } from '../embedded-store';
import { DecisionsCompared } from '../verification/decisions-compared';

const PERSONS_AT_A_TIME = 500;

/**
 * Decides whoever's decisions are other than the rebuilt pathways say, takes away those of nobody, and has those set
 * aside for whom something fails: those given, who cannot be folded, and those found here.
 */
export async function redoDecisions(store: EmbeddedStore, cannotFold: readonly PersonSetAside[]): Promise<void> {
  const { decisions, indicators, setAside } = store;
  const listed = await setAside.list(undefined, await setAside.count());
  await decisions.removeUnreadable();
  const { others, cannotDecide } = await compared(store);
  const kept = await decisions.load(others);
  // Decisions on more events than there are would not give way.
  await decisions.remove([...kept.values()].map(({ person, eventCount }) => ({ person, eventCount })));
  await indicators.decideAnew(others);
  await setAside.settle(
    listed.map(({ person }) => person),
    [...cannotFold, ...cannotDecide],
  );
}

/** Whose decisions are not what they should be, and who cannot be decided. */
async function compared(store: EmbeddedStore) {
  const { decisions, indicators, states } = store;
  const feeds = FeedCalendar.of(feedStatusesInForce(await store.feedEvents.all()));
  const basisDigest = await indicators.basisDigest();
  const others: PersonKey[] = [];
  let isOther = false;
  const comparing = new DecisionsCompared({ ...store, feeds, basisDigest }, () => (isOther = true));
  for await (const page of states.scan(PERSONS_AT_A_TIME)) {
    const found = await states.load(page.map(({ person }) => person));
    const kept = await decisions.load(found.keys());
    for (const { folded, eventCount } of found.values()) {
      isOther = false;
      comparing.compare(folded, eventCount, kept.get(folded.person));
      if (isOther) others.push(folded.person);
    }
  }
  for await (const page of decisions.scan(PERSONS_AT_A_TIME)) {
    const found = await states.load(page.map(({ person }) => person));
    others.push(...page.map(({ person }) => person).filter((person) => !found.get(person)?.folded.pathways.length));
  }
  return { others, cannotDecide: comparing.setAside };
}
