import type { WorkbookWriter } from '../../ports/workbook-writer';
import type { Report } from '../domain/report';
import { writeReport, type Format } from './report-format';
import { reportSheets } from './xlsx/report-sheets';
import { usualContext } from '../../kernel/unit';
import type { Language } from '../../kernel/language';
import type { OrganisationList } from '../../kernel/organisation-list';

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
  constructor(
    private readonly workbooks: WorkbookWriter,
    private readonly organisations: OrganisationList,
  ) {}

  /** The file; `about` stands in its name for what the rows are about, without it the level. */
  async write(report: Report, format: ExportFormat, language: Language, about?: string): Promise<ExportedFile> {
    const { ending, contentType } = KINDS[format];
    const content =
      format === 'xlsx'
        ? await this.workbooks.write(reportSheets(report, this.organisations, language))
        : Buffer.from(writeReport(report, format satisfies Format, language, this.organisations), 'utf8');
    const { level, context, period } = report;
    const counted = context === usualContext(level) ? [] : [context];
    return { name: fileName([period.name, about ?? level, ...counted], report, ending), contentType, content };
  }
}

/** `rehabspor-2023-hospital-as-of-2024-06-30.csv`, with the moment it was known at when one was asked for. */
export function fileName(
  about: readonly string[],
  { asOf, knownAt }: Pick<Report, 'asOf' | 'knownAt'>,
  ending: string,
): string {
  const known = knownAt === undefined ? [] : ['known-at', knownAt];
  const stem = ['rehabspor', ...about, 'as-of', asOf, ...known].join('-');
  return `${stem.replaceAll(/[^\w.-]+|\.\.+/g, '_')}.${ending}`;
}
