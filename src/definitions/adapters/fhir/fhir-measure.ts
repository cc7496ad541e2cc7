import type { IndicatorDefinition } from '../../../kernel/definition';
import type { Bilingual } from '../../../kernel/language';
import { canonicalJson } from '../../../kernel/canonical-json';
import { spelledRules } from '../../../kernel/measures';
import {
  DECIDING_SECTOR,
  entryOf,
  improvementNotation,
  labelMeta,
  libraryUrl,
  measureUrl,
  population,
  populationId,
  type PopulationCode,
} from '../../../platform/fhir/fhir-terms';
import { RULE_WORDS } from '../../../kernel/words/rules';
import { definitionText } from '../../domain/metadata/rule-text';
import { outcomeOf, populationsOf } from '../../domain/cql/indicators';
import type { CqlLibrary } from '../../domain/cql/library';
import { extensionUrl } from '../../../kernel/fhir-extension';
import { LIBRARY_WORDS } from '../../../kernel/words/cql';
import { WORKING_LABEL, type ReportBasis } from '../../../counting/domain/report-basis';
import { libraryFhir } from './fhir-library';
import { nameOf, translated } from './translated';

const SCORING = 'http://terminology.hl7.org/CodeSystem/measure-scoring';
const DATA_USAGE = 'http://terminology.hl7.org/CodeSystem/measure-data-usage';
/** What a population counts: patients, each in or out. */
const POPULATION_BASIS = 'http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm-populationBasis';
/** The name of an expression in the Library. */
const CQL_EXPRESSION = 'text/cql-identifier';
/** Rule data the program decides by; there is no registered language for them. */
const RULE_LANGUAGE = 'application/vnd.rehabspor.rule+json';

/** Every indicator of the set as FHIR R4 Measures in a Bundle, by number, with the Library that their criteria stand in. */
export function measuresFhir(basis: ReportBasis, library: CqlLibrary): object {
  const indicators = [...basis.set.indicators].sort((a, b) => a.number - b.number);
  return {
    resourceType: 'Bundle',
    ...labelMeta(basis.set.provenance === 'working' ? WORKING_LABEL : undefined),
    type: 'collection',
    entry: [
      ...indicators.map((definition) =>
        entryOf(`measure ${basis.id} ${definition.key}`, measureFhir(definition, basis, library)),
      ),
      entryOf(`library ${libraryUrl(basis.set, basis.policy)} ${basis.id}`, libraryFhir(basis, library)),
    ],
  };
}

/**
 * One indicator as a FHIR R4 Measure, in Danish with English translations: who is counted, what fulfils it, and its
 * criteria as expressions of the Library, with the rules as data beside them. One that no CQL can be made for has the
 * rules alone. A working definition is a draft and says `arbejdsdefinition`.
 */
export function measureFhir(
  definition: IndicatorDefinition,
  { set, policy }: ReportBasis,
  library: CqlLibrary,
): object {
  const isExpressed = library.expressed.includes(definition.key);
  const expressions = isExpressed ? populationsOf(definition.key) : undefined;
  const criterion = criteriaBy(expressions);
  const isWorking = definition.provenance === 'working';
  const text = definitionText(definition, set);
  const { window } = definition;
  const { denominator, evidence, value } = spelledRules(definition, set.measures);
  return {
    resourceType: 'Measure',
    ...labelMeta(isWorking ? WORKING_LABEL : undefined),
    language: 'da',
    extension: [{ url: POPULATION_BASIS, valueCode: 'boolean' }],
    url: measureUrl(set.set, definition.key),
    identifier: [{ system: `urn:rehabspor:indicator:${set.set}`, value: definition.key }],
    version: String(set.version),
    name: nameOf(set.set, definition.key),
    ...translated('title', definition.title),
    ...translated('subtitle', RULE_WORDS.indicator({ number: definition.number })),
    status: isWorking ? 'draft' : 'active',
    subjectCodeableConcept: {
      coding: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Patient' }],
    },
    ...translated('description', definition.description),
    effectivePeriod: { start: set.validFrom },
    relatedArtifact: isWorking
      ? [
          {
            type: 'documentation',
            label: WORKING_LABEL,
            display:
              'Arbejdsdefinition: ikke databasens officielle ordlyd. (A working definition, not the official wording.)',
          },
        ]
      : [{ type: 'documentation', display: set.title.da }],
    ...(isExpressed ? { library: [`${libraryUrl(set, policy)}|${library.version}`] } : undefined),
    scoring: { coding: [{ system: SCORING, code: 'proportion' }] },
    ...translated('rationale', text.target),
    improvementNotation: improvementNotation(definition.target),
    group: [
      {
        population: [
          criterion('initial-population', text.population, { population: set.population }),
          criterion('denominator', text.denominator, { denominator }),
          criterion('denominator-exclusion', RULE_WORDS.excluded, {
            excluded: ['DIED_IN_WINDOW', 'EMIGRATED_IN_WINDOW'],
          }),
          criterion('numerator', text.fulfilled, { evidence, value, window }),
        ],
        stratifier: [{ code: DECIDING_SECTOR }],
      },
    ],
    ...(isExpressed ? { supplementalData: [outcomeSaid(definition.key)] } : undefined),
  };
}

type Criterion = (code: PopulationCode, text: Bilingual, rule: object) => object;

const criteriaBy =
  (expressions: Readonly<Record<PopulationCode, string>> | undefined): Criterion =>
  (code, text, rule) => ({
    id: populationId(code),
    ...population(code),
    ...translated('description', text),
    criteria: {
      ...(expressions === undefined
        ? { description: text.en, language: RULE_LANGUAGE, expression: canonicalJson(rule) }
        : {
            extension: [{ url: extensionUrl('rule'), valueString: canonicalJson(rule) }],
            description: text.en,
            language: CQL_EXPRESSION,
            expression: expressions[code],
          }),
    },
  });

/** Who is in no population but the first is told apart by the outcome. */
function outcomeSaid(key: string): object {
  return {
    usage: [{ coding: [{ system: DATA_USAGE, code: 'supplemental-data' }] }],
    description: LIBRARY_WORDS.outcome.da,
    criteria: { description: LIBRARY_WORDS.outcome.en, language: CQL_EXPRESSION, expression: outcomeOf(key) },
  };
}
