import type { IndicatorDefinition } from '../../../kernel/definition';
import type { Bilingual } from '../../../kernel/language';
import { canonicalJson } from '../../../kernel/canonical-json';
import { spelledRules } from '../../../kernel/measures';
import {
  DECIDING_SECTOR,
  entryOf,
  improvementNotation,
  labelMeta,
  measureUrl,
  population,
  populationId,
} from '../../../platform/fhir/fhir-terms';
import { RULE_WORDS } from '../../../kernel/words/rules';
import { definitionText } from '../../domain/metadata/rule-text';
import { WORKING_LABEL, type ReportBasis } from '../../../counting/domain/report-basis';

const SCORING = 'http://terminology.hl7.org/CodeSystem/measure-scoring';
const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation';
/** Criteria are given as the rule data the program decides by; there is no registered language for them. */
const RULE_LANGUAGE = 'application/vnd.rehabspor.rule+json';

/** Every indicator of the set as FHIR R4 Measures in a Bundle, by number. */
export function measuresFhir(basis: ReportBasis): object {
  const indicators = [...basis.set.indicators].sort((a, b) => a.number - b.number);
  return {
    resourceType: 'Bundle',
    ...labelMeta(basis.set.provenance === 'working' ? WORKING_LABEL : undefined),
    type: 'collection',
    entry: indicators.map((definition) =>
      entryOf(`measure ${basis.id} ${definition.key}`, measureFhir(definition, basis)),
    ),
  };
}

/**
 * One indicator as a FHIR R4 Measure, in Danish with English translations: who is counted, what fulfils it and its
 * rules as data. A working definition is a draft and says `arbejdsdefinition`.
 */
export function measureFhir(definition: IndicatorDefinition, { set }: ReportBasis): object {
  const isWorking = definition.provenance === 'working';
  const text = definitionText(definition, set);
  const { window } = definition;
  const { denominator, evidence, value } = spelledRules(definition, set.measures);
  return {
    resourceType: 'Measure',
    ...labelMeta(isWorking ? WORKING_LABEL : undefined),
    language: 'da',
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
  };
}

function criterion(code: Parameters<typeof population>[0], text: Bilingual, rule: object): object {
  return {
    id: populationId(code),
    ...population(code),
    ...translated('description', text),
    criteria: { description: text.en, language: RULE_LANGUAGE, expression: canonicalJson(rule) },
  };
}

/** A text with its English translation beside it, as R4 puts it. */
function translated(name: string, { da, en }: Bilingual): object {
  const extension = [
    { url: 'lang', valueCode: 'en' },
    { url: 'content', valueString: en },
  ];
  return { [name]: da, [`_${name}`]: { extension: [{ url: TRANSLATION, extension }] } };
}

/** A name for computers: letters, digits and underscores, a capital first (Measure.name, invariant mea-0). */
function nameOf(set: string, key: string): string {
  return `${set}-${key}`
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('_');
}
