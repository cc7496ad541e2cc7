import { REPORT_ENTRY_WORDS as REASONS } from '../../../kernel/words/lpr-reports';
import { RowFault, RowUnmapped } from '../register-tables/row-fault';
import type { Cells } from '../register-tables/table-description';
import { attributeOf, childrenNamed, elementAt, ofTemplate, templatesOf, type ReportElement } from './element';
import type { EntryKind, Lpr3Terms } from './lpr3-terms';
import { readReportDay, readReportTime } from './report-time';

/** What an entry says, in the columns of LPR_F; throws `RowFault`, and `RowUnmapped` for a type that is not read. */
export function entryRows(kind: EntryKind, element: ReportElement, terms: Lpr3Terms): readonly Cells[] {
  switch (kind) {
    case 'course':
      return [{ sorenhed_ans: unitOf(element, 'RESP', terms) }];
    case 'contact':
      return [
        {
          kontakttype: codeOf(element),
          dato_start: dayAt(element, 'low', 'dato_start'),
          dato_slut: dayAt(element, 'high', 'dato_slut'),
          sorenhed_ans: unitOf(element, 'RESP', terms),
        },
      ];
    case 'diagnosis':
      return [
        {
          diagnosekode: codeOf(element),
          diagnosetype: diagnosisType(element, terms),
          senere_afkraeftet: refuted(element, terms),
        },
      ];
    case 'procedure':
      return [
        {
          procedurekode: codeOf(element),
          dato_start: dayAt(element, 'low', 'dato_start'),
          sorenhed_pro: unitOf(element, 'PRF', terms),
        },
      ];
    case 'results':
      return resultRows(element, terms);
    case 'deletion':
      return [];
  }
}

const codeOf = (element: ReportElement): string => attributeOf(elementAt(element, 'code'), 'code');

/** An instant or a period: `value`, or `low` and `high`. */
function timeAt(element: ReportElement, bound: 'low' | 'high'): string {
  const time = elementAt(element, 'effectiveTime');
  const within = time === undefined ? '' : attributeOf(elementAt(time, bound), 'value');
  return within === '' && bound === 'low' ? attributeOf(time, 'value') : within;
}

function dayAt(element: ReportElement, bound: 'low' | 'high', column: string): string {
  const text = timeAt(element, bound);
  if (text === '') return '';
  const day = readReportDay(text);
  if (day === undefined) throw new RowFault(REASONS.day, column);
  return day;
}

function unitOf(element: ReportElement, type: string, { roots }: Lpr3Terms): string {
  const ids = childrenNamed(element, 'participant')
    .filter((one) => attributeOf(one, 'typeCode') === type)
    .flatMap((one) => elementAt(one, 'participantRole', 'scopingEntity')?.children ?? []);
  return attributeOf(
    ids.find((id) => id.name === 'id' && id.attributes['root'] === roots.sor),
    'extension',
  );
}

function diagnosisType(element: ReportElement, terms: Lpr3Terms): string {
  const stated = childrenNamed(element, 'entryRelationship')
    .flatMap(({ children }) => children)
    .find((child) => templatesOf(child).includes(terms.parts.diagnosisType));
  const code = stated === undefined ? '' : codeOf(stated).toUpperCase();
  if (code === '') return ofTemplate(element, terms.diagnosisTypeOfTemplate) ?? '';
  const type = terms.diagnosisTypes[code];
  if (type === undefined) throw new RowUnmapped(`diagnosetype ${code}`, 'diagnosetype');
  return type;
}

function refuted(element: ReportElement, { refuted: attribute }: Lpr3Terms): string {
  const says = attributeOf(element, attribute);
  return says === 'true' ? 'JA' : says === 'false' ? 'NEJ' : '';
}

function resultRows(organizer: ReportElement, terms: Lpr3Terms): readonly Cells[] {
  const unit = unitOf(organizer, 'RESP', terms);
  return childrenNamed(organizer, 'component')
    .flatMap(({ children }) => children)
    .filter((child) => templatesOf(child).includes(terms.parts.result))
    .map((observation) => ({
      triggerkode: codeOf(organizer),
      resultattype: codeOf(observation),
      resultatvaerdi: answerOf(observation),
      dato_resultat: dayAt(observation, 'low', 'dato_resultat'),
      tidspunkt_resultat: String(readReportTime(timeAt(observation, 'low')) ?? ''),
      sorenhed_ans: unit,
    }));
}

function answerOf(observation: ReportElement): string {
  const value = elementAt(observation, 'value');
  return attributeOf(value, 'value') || attributeOf(value, 'code') || (value?.text.trim() ?? '');
}
