import { isPersonKey } from '../../../kernel/person-key-form';
import type { PersonKey } from '../../../kernel/clinical-event';

/**
 * Of whom an operation shows something. `named`: of the person its address names; `answered`: of those whose keys its
 * answer holds; `everyone`: of whomever something happens to while it is listened to; `nobody`: of refused events or looks,
 * whose looking is logged all the same.
 */
type ShownPersons = 'named' | 'answered' | 'everyone' | 'nobody';

/** Every operation that shows something of persons (contracts/openapi.json, `operationId`). */
export const OPERATIONS_THAT_SHOW: ReadonlyMap<string, ShownPersons> = new Map([
  ['readPerson', 'named'],
  ['readMeasureReports', 'named'],
  ['listLooksAtPerson', 'named'],
  ['listRelations', 'named'],
  ['revealPerson', 'named'],
  ['settleConsent', 'named'],
  ['findPerson', 'answered'],
  ['assertRelation', 'answered'],
  ['listAssertedRelations', 'answered'],
  ['listCases', 'answered'],
  ['listFindings', 'answered'],
  ['listOpenLoops', 'answered'],
  ['listSourceEvents', 'answered'],
  ['listWorklist', 'answered'],
  ['listOutcomeChanges', 'answered'],
  ['followChanges', 'everyone'],
  ['listRejected', 'nobody'],
  ['listOwnRejected', 'nobody'],
  ['listLooks', 'nobody'],
  ['listUnusualLooking', 'nobody'],
]);

/** The person keys that stand anywhere in an answer, each once, in order. */
export function personsIn(answer: unknown): PersonKey[] {
  const found = new Set<PersonKey>();
  const look = (value: unknown): void => {
    if (isPersonKey(value)) found.add(value);
    else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) look(inner);
  };
  look(answer);
  return [...found].sort();
}
