import type { DecisionsAt } from '../../indicators/application/decisions-at';
import type { CompiledDefinitions } from '../../indicators/domain/compile';
import type { SetAsidePersons } from '../../ports/set-aside-persons';
import type { Vault } from '../../ports/vault';

/** What files for researchers are written from, in either mode. */
export interface ResearchStore {
  readonly decisionsAt: Pick<DecisionsAt, 'everyoneFolded'>;
  readonly definitions: CompiledDefinitions;
  readonly vault: Pick<Vault, 'erasedAmong'>;
  readonly setAside: Pick<SetAsidePersons, 'count'>;
}
