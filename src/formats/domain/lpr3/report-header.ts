import { readCpr } from '../../../kernel/cpr';
import { formatInstant } from '../../../kernel/instant';
import { REPORT_ENTRY_WORDS as REASONS } from '../../../kernel/words/lpr-reports';
import { RowFault } from '../register-tables/row-fault';
import { attributeOf, childrenNamed, elementAt, type ReportElement } from './element';
import type { Lpr3Terms } from './lpr3-terms';
import { readReportTime } from './report-time';

/** What a report says of itself: whom it is about, and what it replaces. */
export interface ReportHeader {
  readonly cpr: string;
  /** RFC 3339. */
  readonly time: string;
  /** Counts up with every report of its set. */
  readonly version: number;
  /** Reports that replace and add to each other. */
  readonly set: string;
  /** Whether it takes the place of all that its set reported before, or adds to it. */
  readonly isReplacing: boolean;
}

const VERSION = /^[1-9]\d{0,8}$/;

/** What the elements before a report's body say; throws `RowFault` with the path of what is missing. */
export function readReportHeader(elements: readonly ReportElement[], terms: Lpr3Terms): ReportHeader {
  const report: ReportElement = { name: terms.document.name, attributes: {}, children: elements, text: '' };
  const cpr = cprOf(report, terms);
  const instant = readReportTime(attributeOf(elementAt(report, 'effectiveTime'), 'value'));
  if (instant === undefined) throw new RowFault(REASONS.time, 'effectiveTime');
  const setId = elementAt(report, 'setId');
  const set = [attributeOf(setId, 'root'), attributeOf(setId, 'extension')].filter((part) => part !== '').join('^');
  if (set === '') throw new RowFault(REASONS.set, 'setId');
  const version = attributeOf(elementAt(report, 'versionNumber'), 'value');
  if (!VERSION.test(version)) throw new RowFault(REASONS.version, 'versionNumber');
  const isReplacing = childrenNamed(report, 'relatedDocument').some((one) => attributeOf(one, 'typeCode') === 'RPLC');
  return { cpr, time: formatInstant(instant), version: Number(version), set: set.toLowerCase(), isReplacing };
}

function cprOf(report: ReportElement, { roots, paths }: Lpr3Terms): string {
  const role = elementAt(report, 'recordTarget', 'patientRole');
  const id =
    role === undefined ? undefined : childrenNamed(role, 'id').find((one) => one.attributes['root'] === roots.cpr);
  const cpr = readCpr(attributeOf(id, 'extension'));
  if (cpr === undefined) throw new RowFault(REASONS.patient, paths['cpr']);
  return cpr.digits;
}
