import type { Language } from '../kernel/language';
import type { Organisation } from '../kernel/organisation';
import type { DeliveredFile } from './report-delivery';
import type { RecallCriteria } from './subscription-book';

/** Which recall list is asked for, and by what. */
export interface RecallAsked {
  readonly organisation: Organisation;
  readonly criteria: RecallCriteria;
  readonly language: Language;
  /** The subscription that it is for, as the log of looks names it. */
  readonly subscription: string;
}

/**
 * Makes lists of whom an organisation can still recall.
 *
 * Promises: the list is as of now, names persons by their keys alone, and only whom the organisation has a relation with;
 * it is not given before the look at them is logged.
 */
export abstract class RecallLists {
  abstract list(asked: RecallAsked): Promise<DeliveredFile>;
}
