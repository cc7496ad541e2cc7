import type { AccessView } from './access-table';
import type { Reader } from './reader';
import type { RelationKind } from './relation';

/** What a request was granted: to whom, of which operation, and what of it. */
export interface Grant {
  readonly reader: Reader;
  readonly operation: string;
  readonly view: Exclude<AccessView, 'none'>;
  /** By which relation of the reader's organisation with the person, where that was asked. */
  readonly relation?: RelationKind;
}

/** Who asks at present; nobody where the program does something by itself. */
export abstract class Present {
  abstract grant(): Grant | undefined;
}
