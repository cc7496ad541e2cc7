import type { EventKind } from '../../../kernel/event-kinds';
import type { Organisation } from '../../../kernel/organisation';
import type { Link } from './staged-link';

/** What a row says of a registration. */
export interface RowSays {
  readonly kind: EventKind;
  readonly record: string;
  readonly source: Organisation;
  readonly cpr: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a row is read with beside its cells. */
export interface RowContext<Terms> {
  readonly terms: Terms;
  /** Who reports where no unit is written. */
  readonly source?: Organisation;
  readonly contact: (key: string) => Link | undefined;
  readonly course: (key: string) => Link | undefined;
}

/** Parts of a registration's name, in one that is the same for every delivery. */
export const recordOf = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(':');
