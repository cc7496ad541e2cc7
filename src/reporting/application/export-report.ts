import type { WorkbookWriter } from '../../ports/workbook-writer';
import type { Report } from '../domain/report';
import { writeReport, type Format } from '../domain/report-format';
import { reportSheets } from '../domain/report-sheets';
import type { Language } from '../domain/words';

/** The ways a report leaves the program as a file. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'fhir'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file to hand over or to keep. */
export interface ExportedFile {
  /** Safe as a file name anywhere. */
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

const KINDS: Readonly<Record<ExportFormat, { readonly ending: string; readonly contentType: string }>> = {
  csv: { ending: 'csv', contentType: 'text/csv; charset=utf-8' },
  xlsx: { ending: 'xlsx', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  json: { ending: 'json', contentType: 'application/json; charset=utf-8' },
  fhir: { ending: 'fhir.json', contentType: 'application/fhir+json; charset=utf-8' },
};

/** Writes reports as files; the same report gives the same bytes under the same name. */
export class ExportReport {
  constructor(private readonly workbooks: WorkbookWriter) {}

  async write(report: Report, format: ExportFormat, language: Language): Promise<ExportedFile> {
    const { ending, contentType } = KINDS[format];
    const content =
      format === 'xlsx'
        ? await this.workbooks.write(reportSheets(report, language))
        : Buffer.from(writeReport(report, format satisfies Format, language), 'utf8');
    return { name: `${stemOf(report)}.${ending}`, contentType, content };
  }
}

/** `rehabspor-2023-hospital-as-of-2024-06-30`, with the moment it was known at when one was asked for. */
function stemOf({ period, level, asOf, knownAt }: Report): string {
  const parts = [
    'rehabspor',
    period.name,
    level,
    'as-of',
    asOf,
    ...(knownAt === undefined ? [] : ['known-at', knownAt]),
  ];
  return parts.join('-').replaceAll(/[^\w.-]+|\.\.+/g, '_');
}
