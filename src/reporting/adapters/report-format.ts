import type { Report } from '../domain/report';
import { reportCsv } from './csv/report-csv';
import { reportFhir } from './fhir/report-fhir';
import { reportText } from './text/report-text';
import type { Language } from '../../kernel/language';
import type { OrganisationList } from '../../kernel/organisation-list';

export const FORMATS = ['table', 'csv', 'json', 'fhir'] as const;
export type Format = (typeof FORMATS)[number];

/** Writes a report, regions as the list has them; the same report gives the same bytes. */
export function writeReport(
  report: Report,
  format: Format,
  language: Language,
  organisations: OrganisationList,
): string {
  switch (format) {
    case 'table':
      return reportText(report, language);
    case 'csv':
      return reportCsv(report, organisations, language);
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`;
    case 'fhir':
      return `${JSON.stringify(reportFhir(report), undefined, 2)}\n`;
  }
}
