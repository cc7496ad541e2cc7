import type { OrganisationNames } from '../../kernel/organisation-names';
import { foldPerson } from '../../pathways/domain/fold';
import { LawInColumns } from './columns/law-in-columns';
import type { CompiledDefinitions } from './compile';
import { nextDeadline } from './deadline';
import { decidePerson } from './decide';
import { DecisionWriter } from './render';

/**
 * Everything that is computed of one person alone. Handed to whoever folds, decides or explains, since whatever of it
 * throws sets that person aside and nobody else, which a planted fault shows.
 */
export interface PersonLaw {
  readonly fold: typeof foldPerson;
  readonly decide: typeof decidePerson;
  readonly deadline: typeof nextDeadline;
  /** The same as `decide` and `deadline` by columns; absent where it is not known to be the same. */
  readonly inColumns?: (definitions: CompiledDefinitions) => LawInColumns | undefined;
  readonly writer: (definitions: CompiledDefinitions, names: OrganisationNames) => DecisionWriter;
}

export const PERSON_LAW: PersonLaw = {
  fold: foldPerson,
  decide: decidePerson,
  deadline: nextDeadline,
  inColumns: (definitions) => LawInColumns.of(definitions),
  writer: (definitions, names) => new DecisionWriter(definitions, names),
};
