import type { Bilingual } from '../../../kernel/language';
import { REPORT_ENTRY_WORDS as REASONS, REPORT_FAULT_WORDS as FAULTS } from '../../../kernel/words/lpr-reports';
import { readXml } from '../../../platform/xml/read-xml';
import { XmlFault } from '../../../platform/xml/xml-element';
import type { Place, Refused, Unmapped } from '../../domain/delivered';
import { DeliveryFault } from '../../domain/delivery-fault';
import type { ReportElement } from '../../domain/lpr3/element';
import { entryId, readEntry } from '../../domain/lpr3/read-entry';
import type { Lpr3Terms } from '../../domain/lpr3/lpr3-terms';
import { readReportHeader, type ReportHeader } from '../../domain/lpr3/report-header';
import { RowFault, RowUnmapped } from '../../domain/register-tables/row-fault';
import type { GatheredReport, GatheredReports } from './gathered-reports';
import type { ReportFile } from './report-files';

const BODY = 'component';
const ENTRY = 'entry';

/** Puts the entries of a file's reports aside; throws `DeliveryFault` where it is cut off, no XML or holds no report. */
export async function gatherFile(
  { path, file }: ReportFile,
  terms: Lpr3Terms,
  into: GatheredReports,
  first: number,
): Promise<{
  readonly reports: readonly GatheredReport[];
  readonly refused: readonly Refused[];
  readonly next: number;
}> {
  const { document, bounds } = terms;
  const isGathered = (name: string, parent: string): boolean =>
    name === ENTRY || (parent === document.name && name !== BODY);
  const reading = new FileReading(file, terms, into, first);
  try {
    for await (const parts of readXml(path, isGathered, bounds)) {
      for (const part of parts) {
        if (part.is === 'element') reading.element(part.parent, part.element);
        else if (part.name === document.name && part.namespace === document.namespace) reading.document(part.is);
      }
    }
  } catch (error) {
    if (error instanceof XmlFault) throw new DeliveryFault([xmlFault(error, file)]);
    throw error;
  }
  if (reading.next === first) throw new DeliveryFault([FAULTS.noReport({ file })]);
  return reading;
}

class FileReading {
  readonly reports: GatheredReport[] = [];
  readonly refused: Refused[] = [];
  private header: ReportElement[] = [];
  /** `none`: outside a report; `broken`: in one that cannot be told whose it is. */
  private state: 'none' | 'header' | 'broken' | ReportHeader = 'none';
  private row = 0;
  private ids = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly terms: Lpr3Terms,
    private readonly into: GatheredReports,
    public next: number,
  ) {}

  document(is: 'begun' | 'ended'): void {
    if (is === 'ended') {
      this.beginBody();
      this.state = 'none';
      this.next += 1;
      return;
    }
    this.state = 'header';
    this.header = [];
    this.ids = new Set();
  }

  element(parent: string, element: ReportElement): void {
    if (this.state === 'none') return;
    if (parent === this.terms.document.name) this.header.push(element);
    else if (element.name === ENTRY) {
      this.row += 1;
      this.beginBody();
      if (this.state !== 'broken') this.entry(element);
    }
  }

  /** The header is whole when the body begins. */
  private beginBody(): void {
    if (this.state !== 'header') return;
    try {
      const header = readReportHeader(this.header, this.terms);
      this.state = header;
      this.reports.push({ ...header, number: this.next, file: this.file });
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      this.state = 'broken';
      const { name } = this.terms.document;
      this.refused.push({ is: 'refused', place: this.place(`${name}/${error.column}`), reason: error.reason });
    }
    this.header = [];
  }

  private entry(element: ReportElement): void {
    const id = entryId(element, this.terms);
    if (id !== undefined && this.ids.has(id)) {
      this.into.tell(this.next, { is: 'refused', place: this.place('id'), reason: REASONS.twice });
      return;
    }
    try {
      const entry = readEntry(element, this.terms);
      this.into.put(this.next, { place: this.place(), entry });
      if (entry.kind === 'deletion') return;
    } catch (error) {
      this.into.tell(this.next, this.told(error, element));
    }
    if (id === undefined) return;
    this.ids.add(id);
    this.into.name(this.next, id);
  }

  private told(error: unknown, element: ReportElement): Refused | Unmapped {
    const column = error instanceof RowFault || error instanceof RowUnmapped ? error.column : undefined;
    const path = column === undefined ? undefined : this.terms.paths[column];
    const [{ name } = element] = element.children;
    const place = this.place(path === undefined ? column : `${name}/${path}`);
    if (error instanceof RowFault) return { is: 'refused', place, reason: error.reason };
    if (error instanceof RowUnmapped) return { is: 'unmapped', place, what: error.what };
    throw error;
  }

  private place(column?: string): Place {
    return { file: this.file, row: Math.max(this.row, 1), ...(column === undefined ? undefined : { column }) };
  }
}

function xmlFault({ why, line }: XmlFault, file: string): Bilingual {
  switch (why) {
    case 'empty':
    case 'encoding':
      return FAULTS[why]({ file });
    case 'broken':
    case 'doctype':
      return FAULTS[why]({ file, line });
    case 'cut-off':
      return FAULTS.cutOff({ file, line });
    case 'too-deep':
      return FAULTS.tooDeep({ file, line });
    case 'too-large':
      return FAULTS.tooLarge({ file, line });
  }
}
