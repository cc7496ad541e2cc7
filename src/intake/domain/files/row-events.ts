import { addDays, type Day } from '../../../kernel/day';
import { normalForm } from '../../../kernel/digest';
import { typeOfKind, type EventKind } from '../../../kernel/event-kinds';
import type { Bilingual } from '../../../kernel/language';
import type { Organisation } from '../../../kernel/organisation';
import { UPLOAD_FAULT_WORDS as FAULTS } from '../../../kernel/words/upload';
import type { FileRow, RowContent } from '../../../formats/domain/rows/file-rows';

/** An event as a row stands for it (CloudEvents 1.0). */
interface RowEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: Organisation;
  readonly type: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: Readonly<Record<string, unknown>>;
}

/** How a registration stands before the file: its greatest event. */
export interface StandingRegistration {
  readonly event: string;
  readonly version: number;
  readonly status: 'active' | 'retracted';
}

/** A registration by its kind and name. */
export interface NamedRegistration {
  readonly kind: EventKind;
  readonly record: string;
}

/** What events of rows are made with. */
export interface Making {
  readonly source: Organisation;
  readonly today: Day;
  /** A keyed digest of a text: whoever reads what it named cannot try numbers of persons until one fits. */
  readonly digest: (text: string) => string;
  readonly standingOf: (registration: NamedRegistration) => StandingRegistration | undefined;
}

/** A row with its event; `standing`: what sending it does to its registration. */
export interface RowWithEvent extends FileRow {
  readonly event?: RowEvent;
  readonly standing?: 'new' | 'repeated' | 'corrects';
}

/** The registration a row is of: what its `id` names, else one named by what the row says, so that it is the same again. */
export function registrationOfRow(
  { kind, cpr, id, values }: RowContent,
  { source, digest }: Pick<Making, 'source' | 'digest'>,
): NamedRegistration {
  return { kind, record: id ?? `fil-${digest(normalForm(['registration', source, kind, cpr, values]))}` };
}

/**
 * The events of a file's rows. A row that says what stands already gives the very event that said so, and is a repeat; one
 * that says something else of a registration gives its next version. Two rows with one `id` are refused but for the first.
 */
export function eventsOfRows(rows: readonly FileRow[], making: Making): readonly RowWithEvent[] {
  const firstOf = new Map<string, number>();
  return rows.map((row) => {
    if (row.content === undefined) return row;
    const registration = registrationOfRow(row.content, making);
    const name = normalForm([registration.kind, registration.record]);
    const first = firstOf.get(name);
    if (first === undefined) {
      firstOf.set(name, row.number);
      return withEvent(row, row.content, registration, making);
    }
    return refused(row, row.content.id === undefined ? FAULTS.sameAs({ row: first }) : FAULTS.idTwice({ row: first }));
  });
}

const refused = (row: FileRow, why: Bilingual): FileRow => ({ ...row, faults: [...row.faults, why] });

function withEvent(row: FileRow, content: RowContent, registration: NamedRegistration, making: Making): RowWithEvent {
  const before = making.standingOf(registration);
  if (before?.status === 'retracted') return refused(row, FAULTS.retracted);
  if (before === undefined) return { ...row, event: eventOf(row, content, registration, 1, making), standing: 'new' };
  const again = eventOf(row, content, registration, before.version, making);
  if (again.id === before.event) return { ...row, event: again, standing: 'repeated' };
  const next = eventOf(row, content, registration, before.version + 1, making);
  return { ...row, event: next, standing: 'corrects' };
}

function eventOf(
  { on }: FileRow,
  { kind, cpr, values }: RowContent,
  { record }: NamedRegistration,
  version: number,
  { source, today, digest }: Making,
): RowEvent {
  return {
    specversion: '1.0',
    id: `fil-${digest(normalForm(['event', source, kind, record, version, cpr, values]))}`,
    source,
    type: typeOfKind(kind),
    time: `${recordedOn(on, today)}T12:00:00Z`,
    datacontenttype: 'application/json',
    data: { cpr, recordId: record, version, ...values },
  };
}

/**
 * A file does not say when something was recorded, and what is sent twice must say the same of it: so the service's own
 * day. What is dated ahead counts as recorded before today, so that the check finds it to be in the future.
 */
const recordedOn = (on: Day | undefined, today: Day): Day =>
  on !== undefined && on <= today ? on : addDays(today, -1);
