import { PersonKeys } from '../access/domain/person-key';
import { loadReading } from '../intake/adapters/load-reading';
import { OrganisationNames } from '../kernel/organisation-names';
import { Evaluation, type EvaluationOptions } from '../operations/evaluation/evaluation';
import { loadOrganisationList } from '../platform/contracts/organisation-list';
import { loadSchemas } from '../platform/contracts/schema-validators';
import { SystemClock } from '../platform/system-clock';
import type { IntakeLedger } from '../ports/intake-ledger';

/** What an evaluation is made of, in this thread or in another. */
export interface EvaluationMaking {
  /** The secret behind person keys. */
  readonly personKey: Uint8Array;
  readonly options: EvaluationOptions;
}

/** An evaluation over nothing but memory; `ledger` where several share one. */
export function makeEvaluation({ personKey, options }: EvaluationMaking, ledger?: IntakeLedger): Evaluation {
  const schemas = loadSchemas();
  return new Evaluation(
    loadReading(schemas, new PersonKeys(Buffer.from(personKey)), options.definitions),
    new OrganisationNames(loadOrganisationList(schemas)),
    new SystemClock(),
    options,
    undefined,
    ledger,
  );
}
