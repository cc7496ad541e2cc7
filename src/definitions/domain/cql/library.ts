import type { DefinitionSet } from '../../../kernel/definition';
import type { FhirTerms } from '../../../formats/domain/fhir/fhir-terms';
import { codeDeclarations, codeLists } from './code-lists';
import { comment, defined, quoted } from './cql-text';
import { indicator, whatIsWanting, type Inexpressible } from './indicators';
import { measurements } from './measurements';
import { pathway } from './pathway';
import { registrations } from './registrations';
import { serviceFunctions, services } from './services';
import type { Waived } from './selection';
import { VALUE_FUNCTIONS } from './values';

/** A definition set as a library of Clinical Quality Language. */
export interface CqlLibrary {
  /** As the library names itself. */
  readonly name: string;
  readonly version: string;
  readonly text: string;
  /** By key, in the set's order. */
  readonly expressed: readonly string[];
  readonly inexpressible: readonly Inexpressible[];
}

/**
 * Every indicator of a set, under a policy, as CQL 1.5 over FHIR R4 as `export --format fhir` writes it
 * (docs/formats/cql.md): one library without any other, so without FHIRHelpers. The definitions are read as data: what
 * decides them here decides what stands there, and nothing else does.
 */
export function cqlLibrary(set: DefinitionSet, policy: Readonly<Record<string, string>>, terms: FhirTerms): CqlLibrary {
  const inexpressible: Inexpressible[] = [];
  for (const one of set.indicators) {
    const wanting = whatIsWanting(one, set, terms, inexpressible);
    if (wanting !== undefined) inexpressible.push({ indicator: one.key, wanting });
  }
  const expressed = set.indicators.filter(({ key }) => inexpressible.every((left) => left.indicator !== key));
  const waived = waivedUnder(set, policy);
  const [name, version] = [libraryName(set.set), String(set.version)];
  return {
    name,
    version,
    text: `${[
      head(set, policy),
      `library ${name} version ${quoted(version)}`,
      `using FHIR version '4.0.1'`,
      codeDeclarations(terms),
      `parameter "Measurement Period" Interval<DateTime>\n\n// Today where it is not given.\nparameter "As of" Date`,
      'context Patient',
      codeLists(set.population, terms),
      registrations(),
      serviceFunctions(terms),
      services(terms),
      measurements(terms),
      pathway(set.population, spansOf(set)),
      VALUE_FUNCTIONS,
      defined('Initial population', '"Index day" is not null'),
      ...expressed.map((one) => indicator(one, set, waived)),
    ].join('\n\n')}\n`,
    expressed: expressed.map(({ key }) => key),
    inexpressible,
  };
}

/** A name for computers: letters, digits and underscores, a capital first. */
const libraryName = (set: string): string =>
  set
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('_');

function head({ set, version, title, provenance }: DefinitionSet, policy: Readonly<Record<string, string>>): string {
  const chosen = Object.entries(policy).map(([name, option]) => `${name}=${option}`);
  return comment(
    [
      `${title.da} (${title.en}): ${set}/${version}, ${chosen.join(', ') || 'no policies'}.`,
      ...(provenance === 'working' ? ['arbejdsdefinition: a working definition, not the official wording.'] : []),
      'Made from the definition set; change that, not this.',
    ].join('\n'),
  );
}

const spansOf = ({ indicators }: DefinitionSet): readonly string[] => [
  ...new Set(
    indicators.flatMap(({ window, denominator }) =>
      denominator.rule === 'fact' ? [denominator.within, window] : [window],
    ),
  ),
];

function waivedUnder({ policies }: DefinitionSet, policy: Readonly<Record<string, string>>): Waived {
  const waives = Object.entries(policy).flatMap(([name, option]) => policies[name]?.options[option]?.waives ?? []);
  return (fact) => waives.filter((one) => one.fact === fact).map(({ finding }) => finding);
}
