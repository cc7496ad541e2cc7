import { danishDay } from '../kernel/day';
import { digestOfJson } from '../kernel/digest';
import type { ChangeSource } from '../ports/change-source';
import type { Snapshots } from '../ports/snapshots';
import { ViewedCases } from '../counting/application/viewed-cases';
import { type ReadPosition } from '../ports/read-position';
import { LiveCases } from '../counting/application/live-cases';
import type { Rooms } from './rooms';

/** What the live cases follow in a program that goes on running. */
export interface Following {
  readonly changes: ChangeSource;
  readonly snapshots: Snapshots;
  readonly upToDate: () => Promise<unknown>;
}

/** Everyone's decisions in columns; each viewpoint costs one pass over everyone. */
export function countedOver({ decisionsAt, definitions }: Rooms, position: ReadPosition): ViewedCases {
  return new ViewedCases(decisionsAt, position, keysOf(definitions));
}

/** The same with the current ones kept in memory and followed. */
export function countedLive(
  rooms: Rooms,
  position: ReadPosition,
  following: Following,
): { counted: ViewedCases; live: LiveCases } {
  const { decisionsAt, definitions, clock } = rooms;
  const live = new LiveCases({
    source: decisionsAt,
    indicators: keysOf(definitions),
    basis: digestOfJson({ set: definitions.set, policy: definitions.policy }).toString(36),
    today: () => danishDay(clock.now()),
    ...following,
  });
  return { counted: new ViewedCases(decisionsAt, position, keysOf(definitions), live), live };
}

const keysOf = ({ set }: Rooms['definitions']): string[] =>
  [...set.indicators].sort((a, b) => a.number - b.number).map(({ key }) => key);
