import type { PersonKey } from '../../../kernel/clinical-event';
import type { Day } from '../../../kernel/day';
import type { IndicatorDecision } from '../../../kernel/decision';
import type { IndicatorDefinition } from '../../../kernel/definition';
import { extensionUrl } from '../../../kernel/fhir-extension';
import { formatInstant } from '../../../kernel/instant';
import { OrganisationNames } from '../../../kernel/organisation-names';
import { evidenceResource, organisationReference, type Subject } from './evidence-resource';
import {
  DECIDING_SECTOR,
  entryOf,
  improvementNotation,
  labelMeta,
  measureUrl,
  population,
  populationId,
  proportion,
} from '../../../platform/fhir/fhir-terms';
import { WORKING_LABEL, type ReportBasis } from '../../../counting/domain/report-basis';
import { OUTCOME_WORDS, REASON_WORDS } from '../../../kernel/words/codes';

/** Says which of the Measure's populations an evaluated resource was read for. */
const CRITERIA_REFERENCE = 'http://hl7.org/fhir/StructureDefinition/cqf-criteriaReference';
const REASONS = 'urn:rehabspor:reason';
const OUTCOMES = 'urn:rehabspor:outcome';

/** One person's decisions and where the pathways are treated, as seen from a viewpoint. */
export interface DecidedPathways {
  readonly person: PersonKey;
  readonly decisions: readonly IndicatorDecision[];
  /** By pathway number minus one. */
  readonly units: readonly { readonly hospital: string }[];
  readonly asOf: Day;
  readonly knownAt?: number;
}

/**
 * A person's decisions as a FHIR R4 Bundle of individual MeasureReports: one per pathway and indicator, each with the
 * populations the pathway is in, the outcome, its reason and what it could have been besides, and the decisive facts as contained resources.
 *
 * The subject is named by the person key, never by a CPR number.
 */
export function individualFhir(pathways: DecidedPathways, basis: ReportBasis): object {
  const definitionOf = new Map(basis.set.indicators.map((definition) => [definition.key, definition]));
  const { person, asOf, knownAt } = pathways;
  return {
    resourceType: 'Bundle',
    ...labelMeta(labelOf(basis)),
    type: 'collection',
    entry: pathways.decisions.flatMap((decision) => {
      const definition = definitionOf.get(decision.indicator);
      const name = [basis.id, person, decision.pathway, decision.indicator, asOf, knownAt].join(' ');
      return definition === undefined ? [] : [entryOf(name, measureReport(decision, definition, pathways, basis))];
    }),
  };
}

function measureReport(
  decision: IndicatorDecision,
  definition: IndicatorDefinition,
  { person, units, asOf, knownAt }: DecidedPathways,
  basis: ReportBasis,
): object {
  const { set } = basis;
  const names = new OrganisationNames(basis.organisations);
  const subject: Subject = { type: 'Patient', identifier: { system: 'urn:rehabspor:person', value: person } };
  const hospital = units[decision.pathway - 1]?.hospital;
  const last = decision.decisive.length - 1;
  const contained = decision.decisive.map((evidence, at) =>
    evidenceResource(evidence, {
      ...{ id: `evidence-${at + 1}`, subject, definition, measures: set.measures, names },
      ...(at === last && decision.value !== undefined ? { value: decision.value } : undefined),
    }),
  );
  return {
    resourceType: 'MeasureReport',
    ...labelMeta(labelOf(basis)),
    ...(contained.length === 0 ? undefined : { contained }),
    extension: extensionsOf(decision, names),
    status: 'complete',
    type: 'individual',
    measure: `${measureUrl(set.set, decision.indicator)}|${set.version}`,
    subject,
    date: knownAt === undefined ? asOf : formatInstant(knownAt),
    ...(hospital === undefined ? undefined : { reporter: organisationReference(hospital, names) }),
    period: { start: decision.window.from, end: decision.window.to },
    improvementNotation: improvementNotation(definition.target),
    group: [
      {
        code: { text: definition.title.da },
        population: populationsOf(decision),
        measureScore: proportion(scoreOf(decision)),
        stratifier: [{ code: [DECIDING_SECTOR] }], // One pathway is not divided.
      },
    ],
    ...(contained.length === 0
      ? undefined
      : { evaluatedResource: contained.map((_, at) => evaluated(`#evidence-${at + 1}`)) }),
  };
}

/** A resource with the population whose criterion read it: what decides is what the numerator asks for. */
const evaluated = (reference: string): object => ({
  extension: [{ url: CRITERIA_REFERENCE, valueString: populationId('numerator') }],
  reference,
});

const labelOf = ({ set }: ReportBasis): string | undefined =>
  set.provenance === 'working' ? WORKING_LABEL : undefined;

/** The populations the pathway is in by its outcome, its window ended or not, a source in trouble or not. */
function populationsOf({ outcome }: IndicatorDecision): object[] {
  const isDecided = outcome === 'met' || outcome === 'not-met';
  return [
    population('initial-population', 1),
    population('denominator', Number(isDecided)),
    population('denominator-exclusion', Number(outcome === 'excluded')),
    population('numerator', Number(outcome === 'met')),
  ];
}

/** 1 where the pathway fulfils the indicator and 0 where not; else it is unknown, or in no rate. */
function scoreOf({ outcome }: IndicatorDecision): Parameters<typeof proportion>[0] {
  if (outcome === 'met' || outcome === 'not-met') return Number(outcome === 'met');
  return outcome === 'unknown' ? 'unknown' : 'not-applicable';
}

function extensionsOf(
  { outcome, reason, trouble, possible, pathway, provisional }: IndicatorDecision,
  names: OrganisationNames,
): object[] {
  const coded = (name: string, system: string, code: string, display: string): object => ({
    url: extensionUrl(name),
    valueCoding: { system, code, display },
  });
  return [
    { url: extensionUrl('pathway'), valueInteger: pathway },
    coded('outcome', OUTCOMES, outcome, OUTCOME_WORDS[outcome].da),
    ...(reason === undefined ? [] : [coded('reason', REASONS, reason, REASON_WORDS[reason].da)]),
    ...(possible ?? []).map((one) => ({ url: extensionUrl('possible'), valueCode: one })),
    ...(provisional === undefined ? [] : [coded('provisional', OUTCOMES, provisional, OUTCOME_WORDS[provisional].da)]),
    ...(trouble === undefined
      ? []
      : [
          {
            url: extensionUrl('trouble'),
            extension: [
              { url: 'reason', valueCode: trouble.reason },
              { url: 'organisation', valueString: trouble.organisation },
              { url: 'name', valueString: names.of(trouble.organisation).da },
              { url: 'days', valueInteger: trouble.days },
            ],
          },
        ]),
  ];
}
