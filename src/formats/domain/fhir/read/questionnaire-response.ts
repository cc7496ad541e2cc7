import type { EventKind } from '../../../../kernel/event-kinds';
import { maskCpr } from '../../../../kernel/cpr-text';
import { schemeOf, type Organisation } from '../../../../kernel/organisation';
import { FHIR_REFUSED_WORDS } from '../../../../kernel/words/fhir-files';
import { elementsOf, extensionOf, textOf, type Element } from '../element';
import type { FhirTerms } from '../fhir-terms';
import { QUESTIONNAIRE } from '../own-extensions';
import type { Reading, ReadResource } from '../reading';
import { organisationOf } from '../reporter';
import { notSaid, RefusedHere, type Said } from '../said';
import { dayNeeded, standingOf } from '../values';
import { scoreHads } from './hads';

const ORDINAL = 'http://hl7.org/fhir/StructureDefinition/ordinalValue';
const KINDS: ReadonlyMap<string | undefined, EventKind> = new Map([
  ['hospital', 'hospital.measurement'],
  ['municipality', 'municipality.measurement'],
  ['general-practice', 'general-practice.measurement'],
  ['patient', 'patient.questionnaire'],
  ['danheart', 'danheart.form'],
]);

/**
 * A QuestionnaireResponse as `patient.questionnaire`, or as a measurement of the sector of its `author`. HADS is scored
 * from its fourteen items where the sums are not given. Of other questionnaires only those of ours are read.
 */
export const readQuestionnaireResponse: ReadResource = (response, reading) => {
  const standing = standingOf(response, reading.terms);
  if (standing === 'passed') return [notSaid(`QuestionnaireResponse ${String(response['status'])}`)];
  const source =
    reading.reporter ?? organisationOf([[response['author'], 'author']], response, reading) ?? 'patient:pro';
  const kind = KINDS.get(schemeOf(source));
  if (kind === undefined) return [notSaid(`QuestionnaireResponse of ${schemeOf(source) ?? 'another organisation'}`)];
  if (standing === 'retracted') return [{ is: 'registration', kind, source, status: 'retracted', values: {} }];
  return [answered(response, kind, source, reading)];
};

function answered(response: Element, kind: EventKind, source: Organisation, { terms }: Reading): Said {
  const canonical = textOf(response['questionnaire'])?.split('|', 1)[0] ?? '';
  const known = terms.questionnaires.get(canonical);
  const instrument = known ?? (canonical.startsWith(QUESTIONNAIRE) ? canonical.slice(QUESTIONNAIRE.length) : undefined);
  if (instrument === undefined)
    return notSaid(maskCpr(`QuestionnaireResponse ${canonical || 'without questionnaire'}`));
  const answers = answersIn(response);
  if (kind === 'danheart.form') {
    return { is: 'registration', kind, source, status: 'active', values: nested(answers) };
  }
  const scored = instrument.startsWith('hads') ? hadsFrom(answers, instrument, terms) : Object.fromEntries(answers);
  const name = instrument === 'hads-positions' ? 'hads' : instrument;
  const day = dayNeeded(response['authored'], 'authored');
  const values =
    kind === 'patient.questionnaire'
      ? { instrument: name, answeredOn: day, ...scored }
      : { measuredOn: day, kind: name, ...scored };
  return { is: 'registration', kind, source, status: 'active', values };
}

/** The sums where they are given, else from the items. */
function hadsFrom(answers: ReadonlyMap<string, unknown>, instrument: string, terms: FhirTerms): object {
  const anxiety = answers.get('anxiety');
  const depression = answers.get('depression');
  if (anxiety !== undefined && depression !== undefined) return { anxiety, depression };
  const scored = scoreHads((item) => answers.get(item), terms.hads.answers.get(instrument) ?? 'score', terms.hads);
  if (!('lacking' in scored)) return scored;
  throw new RefusedHere('item', FHIR_REFUSED_WORDS.hadsAnswers({ items: scored.lacking.join(', ') }));
}

/** The first answer to each item, groups within groups included. */
function answersIn(
  holder: Element,
  answers: Map<string, unknown> = new Map(),
  depth = 0,
): ReadonlyMap<string, unknown> {
  for (const item of elementsOf(holder['item'])) {
    const id = textOf(item['linkId']);
    const [answer] = elementsOf(item['answer']);
    if (id !== undefined && answer !== undefined) answers.set(id, valueOf(answer));
    if (depth < MOST_DEPTH) answersIn(item, answers, depth + 1);
  }
  return answers;
}

const MOST_DEPTH = 10;

function valueOf(answer: Element): unknown {
  const coding = answer['valueCoding'];
  if (typeof coding === 'object' && coding !== null) {
    const ordinal = extensionOf(coding as Element, ORDINAL)?.['valueDecimal'];
    return ordinal ?? (coding as Element)['code'];
  }
  return (
    answer['valueInteger'] ??
    answer['valueDecimal'] ??
    answer['valueBoolean'] ??
    answer['valueDate'] ??
    answer['valueString']
  );
}

/** Answers to `bloodPressure.systolic` as fields within fields. */
function nested(answers: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [id, value] of answers) {
    const dot = id.indexOf('.');
    if (dot < 0) values[id] = value;
    else {
      const name = id.slice(0, dot);
      const within = (values[name] ??= {}) as Record<string, unknown>;
      within[id.slice(dot + 1)] = value;
    }
  }
  return values;
}
