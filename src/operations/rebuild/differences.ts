import type { PersonKey } from '../../kernel/clinical-event';
import type { PathwayChange } from '../../kernel/pathway-change';
import type { Message } from '../../ports/event-log';
import type { FoldedDigest } from './digesting-states';

/** A key whose rebuilt state is not the one elsewhere; undefined where it has none. */
export interface Difference {
  readonly key: PersonKey;
  readonly here: FoldedDigest | undefined;
  readonly elsewhere: FoldedDigest | undefined;
}

/** True when the other state stands on more events than the log holds: decisions on it would never give way. */
export function hasTooMany({ here, elsewhere }: Difference): boolean {
  return here !== undefined && elsewhere !== undefined && elsewhere.eventCount > here.eventCount;
}

/** What is told of a person whom only the other states know; nothing of others. */
export function changeOfGone({ key, here, elsewhere }: Difference): Message<PathwayChange>[] {
  if (here !== undefined || elsewhere === undefined) return [];
  const { eventCount: position } = elsewhere;
  const value: PathwayChange = { person: key, position, cause: 'definition', numbers: [key], pathways: [] };
  return [{ key, value }];
}
