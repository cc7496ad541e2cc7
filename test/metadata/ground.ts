import { compileDefinitions } from '../../src/indicators/domain/compile';
import type { DefinitionSet } from '../../src/kernel/definition';
import { loadDescriptions } from '../../src/platform/contracts/descriptions';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import type { ReportBasis } from '../../src/counting/domain/report-basis';
import { definitions } from '../support/evaluate';

const schemas = loadSchemas();
const organisations = loadOrganisationList(schemas);

/** What the contracts say beside the definitions. */
export const descriptions = loadDescriptions(schemas);

/** The ground of a definition set, the one in force when none is given. */
export function groundFor(set: DefinitionSet = definitions): ReportBasis {
  const { id, policy } = compileDefinitions(set);
  return { id, set, policy, organisations, fewest: 10 };
}

/** The set in force with one indicator changed. */
export function changed(key: string, change: object): DefinitionSet {
  const indicators = definitions.indicators.map((one) => (one.key === key ? { ...one, ...change } : one));
  return { ...definitions, indicators };
}
