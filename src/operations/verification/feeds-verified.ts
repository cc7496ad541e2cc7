import type { ClinicalEventOf } from '../../kernel/clinical-event';
import { normalForm } from '../../kernel/digest';
import type { FeedEventStore } from '../../ports/feed-event-store';
import type { TellDifference } from './differences';

type FeedStatusEvent = ClinicalEventOf<'registry.feed-status'>;

/** Compares the kept feed statuses, each with all it says, with those of the log that were handled. */
export async function verifyFeeds(
  logged: readonly FeedStatusEvent[],
  kept: FeedEventStore,
  tell: TellDifference,
): Promise<void> {
  const unseen = new Map((await kept.all()).map((event) => [nameOf(event), event]));
  const expected = new Map(logged.toReversed().map((event) => [nameOf(event), event]));
  for (const [name, event] of expected) {
    const found = unseen.get(name);
    unseen.delete(name);
    const named = `the feed statuses are not what the log says: ${event.id} of ${event.source}`;
    if (found === undefined) tell(`${named} is missing`, 'rebuild');
    else if (normalForm(found) !== normalForm(event)) tell(`${named} is another`, 'rebuild');
  }
  for (const event of unseen.values())
    tell(`the feed statuses are not what the log says: ${saidOf(event)} is not in the log`, 'rebuild');
  for (const id of (await kept.misfiled()) as readonly (string | undefined)[])
    tell(`the feed status ${id ?? NAMELESS} is kept under another name or number`, 'rebuild');
}

const nameOf = ({ source, id, receivedAt }: FeedStatusEvent): string => `${source}\n${id}\n${receivedAt}`;

const NAMELESS = 'one without an id';

/** A kept status by what it says of itself; a damaged one may say neither. */
const saidOf = ({ id = NAMELESS, source = 'no source' }: Partial<FeedStatusEvent>): string => `${id} of ${source}`;
