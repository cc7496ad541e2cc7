import type { EventKind } from '../../../../kernel/event-kinds';
import { maskCpr } from '../../../../kernel/cpr-text';
import { schemeOf, type Organisation } from '../../../../kernel/organisation';
import { elementsOf, extensionOf, textOf, type Element } from '../element';
import { HADS_FILLED, scoreHads } from '../../hads';
import type { FhirTerms } from '../fhir-terms';
import { QUESTIONNAIRE } from '../own-extensions';
import type { Reading, ReadResource } from '../reading';
import { organisationOf } from '../reporter';
import { notSaid, RefusedHere, type Said } from '../said';
import { dayNeeded, standingOf } from '../values';

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
  return answered(response, kind, source, reading);
};

function answered(response: Element, kind: EventKind, source: Organisation, { terms }: Reading): Said[] {
  const canonical = textOf(response['questionnaire'])?.split('|', 1)[0] ?? '';
  const known = terms.questionnaires.get(canonical);
  const instrument = known ?? (canonical.startsWith(QUESTIONNAIRE) ? canonical.slice(QUESTIONNAIRE.length) : undefined);
  if (instrument === undefined)
    return [notSaid(maskCpr(`QuestionnaireResponse ${canonical || 'without questionnaire'}`))];
  const answers = answersIn(response);
  if (kind === 'danheart.form') {
    return [{ is: 'registration', kind, source, status: 'active', values: nested(answers) }];
  }
  const isHads = instrument.startsWith('hads');
  const { values: scored, filled } = isHads ? hadsFrom(answers, instrument, terms) : asTheyAre(answers);
  const name = instrument === 'hads-positions' ? 'hads' : instrument;
  const day = dayNeeded(response['authored'], 'authored');
  const values =
    kind === 'patient.questionnaire'
      ? { instrument: name, answeredOn: day, ...scored }
      : { measuredOn: day, kind: name, ...scored };
  const said: Said = { is: 'registration', kind, source, status: 'active', values };
  return filled === 0 ? [said] : [said, notSaid(HADS_FILLED)];
}

/** The values of a questionnaire, and for how many missing items the mean of the others stands. */
interface Answered {
  readonly values: object;
  readonly filled: number;
}

const asTheyAre = (answers: ReadonlyMap<string, unknown>): Answered => ({
  values: Object.fromEntries(answers),
  filled: 0,
});

/** The sums where they are given, else from the items: as scores (0–3), or as positions on the sheet (0 the first). */
function hadsFrom(answers: ReadonlyMap<string, unknown>, instrument: string, terms: FhirTerms): Answered {
  const anxiety = answers.get('anxiety');
  const depression = answers.get('depression');
  if (anxiety !== undefined && depression !== undefined) return { values: { anxiety, depression }, filled: 0 };
  const arePositions = instrument === 'hads-positions';
  const items = new Map<number, number>();
  for (const { item } of terms.hads.items) {
    const answer = answers.get(String(item));
    if (answer === undefined) continue;
    items.set(item, typeof answer === 'number' ? answer + (arePositions ? 1 : 0) : Number.NaN);
  }
  const scored = scoreHads(items, arePositions ? 'options' : 'points', terms.hads);
  if ('fault' in scored) throw new RefusedHere('item', scored.fault);
  const { filled, ...values } = scored;
  return { values, filled };
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
