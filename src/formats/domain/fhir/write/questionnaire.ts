import type { QuestionnaireResponseItem, QuestionnaireResponseItemAnswer } from 'fhir/r4';
import { QUESTIONNAIRE } from '../own-extensions';
import { dayOr, textOr, wholeOr, type Data, type WriteResource } from './writing';

const ADDRESS = /^[\w.-]+$/;
const ENVELOPE = new Set(['cpr', 'recordId', 'version', 'status']);

/** `patient.questionnaire` as a QuestionnaireResponse, with a field in each item. */
export const writeQuestionnaire: WriteResource = (data, { subject, retracted }) => {
  const instrument = textOr(data['instrument']);
  const isAddress = instrument !== undefined && ADDRESS.test(instrument);
  const authored = dayOr(data['answeredOn']);
  const item = itemsOf(data, new Set([...ENVELOPE, 'instrument', 'answeredOn']));
  return {
    resourceType: 'QuestionnaireResponse',
    ...(isAddress && { questionnaire: `${QUESTIONNAIRE}${instrument}` }),
    status: retracted ? 'entered-in-error' : 'completed',
    subject,
    ...(authored !== undefined && { authored }),
    ...(item.length > 0 && { item }),
  };
};

/** `danheart.form` as a QuestionnaireResponse, with a field in each item. */
export const writeForm: WriteResource = (data, { codes, source, subject, retracted }) => {
  const authored = dayOr(data['submittedOn']);
  const item = itemsOf(data, ENVELOPE);
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire: `${QUESTIONNAIRE}danheart-form`,
    status: retracted ? 'entered-in-error' : 'completed',
    subject,
    ...(authored !== undefined && { authored }),
    author: codes.organisation(source),
    ...(item.length > 0 && { item }),
  };
};

function itemsOf(data: Data, but: ReadonlySet<string>): QuestionnaireResponseItem[] {
  const items: QuestionnaireResponseItem[] = [];
  for (const [name, value] of Object.entries(data)) {
    if (but.has(name) || name.trim() === '') continue;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const item = Object.entries(value).flatMap(([inner, one]) => itemOf(`${name}.${inner}`, one));
      if (item.length > 0) items.push({ linkId: name, item });
    } else items.push(...itemOf(name, value));
  }
  return items;
}

function itemOf(linkId: string, value: unknown): QuestionnaireResponseItem[] {
  const answer = answerOf(value);
  return answer === undefined ? [] : [{ linkId, answer: [answer] }];
}

function answerOf(value: unknown): QuestionnaireResponseItemAnswer | undefined {
  if (typeof value === 'boolean') return { valueBoolean: value };
  const [whole, text] = [wholeOr(value), textOr(value)];
  if (whole !== undefined) return { valueInteger: whole };
  if (text !== undefined) return { valueString: text };
  return typeof value === 'number' && Number.isFinite(value) ? { valueDecimal: value } : undefined;
}
