import type { FileForm } from '../../../formats/domain/rows/file-columns';
import { readFileRows, type FileRow } from '../../../formats/domain/rows/file-rows';
import {
  eventsOfRows,
  registrationOfRow,
  type Making,
  type NamedRegistration,
  type RowWithEvent,
  type StandingRegistration,
} from '../../../intake/domain/files/row-events';
import type { EventKind } from '../../../kernel/event-kinds';
import type { Bilingual } from '../../../kernel/language';
import { readTable } from '../../../platform/tables/read-table';
import { answered } from '../../site/api-refusal';
import type { Visit } from '../../site/visit';
import type { Receipt } from '../sources/receipt';
import { checked } from '../sources/sending';
import { inBatches } from './in-batches';
import type { PostedFile } from './posted-file';

/** Within what a body of events may hold by default, and within what any other body may. */
export const EVENT_CHARACTERS = 400_000;
const NAME_CHARACTERS = 20_000;

/** A row with the receipt it would get; none where it is no event. */
export interface PreviewedRow extends RowWithEvent {
  readonly receipt?: Receipt;
}

/** A file as it would be received. */
export interface Preview {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly PreviewedRow[];
  readonly notes: readonly Bilingual[];
}

/** What would become of a row. */
export type RowOutcome = 'faulty' | 'repeated' | 'corrects' | 'noted' | 'ready';

/** What would become of a row if it were sent now. */
export function outcomeOf({ event, faults, standing, notes, receipt }: PreviewedRow): RowOutcome {
  if (event === undefined || faults.length > 0 || receipt?.status === 'rejected') return 'faulty';
  if (standing === 'repeated' || standing === 'corrects') return standing;
  return notes.length + (receipt?.notes?.length ?? 0) > 0 ? 'noted' : 'ready';
}

/** Reads a file, asks how its registrations stand and what its events would be answered; nothing is sent. */
export async function previewOf(
  visit: Visit,
  file: PostedFile,
  form: FileForm,
  making: Omit<Making, 'standingOf'>,
): Promise<Preview | { readonly faults: readonly Bilingual[] }> {
  const read = readFileRows(await readTable(file.bytes), form);
  if ('faults' in read) return read;
  const standing = await standingOf(visit, read.rows, making);
  const rows = eventsOfRows(read.rows, { ...making, standingOf: (one) => standing.get(nameOf(one)) });
  const sendable = rows.flatMap(({ event }) => event ?? []);
  const receipts = await inBatches(sendable, EVENT_CHARACTERS, (batch) => checked(visit, batch));
  const receiptOf = new Map(sendable.map((event, at) => [event, receipts[at]]));
  return {
    ...{ name: file.name, header: read.header, notes: read.notes },
    rows: rows.map((row) => {
      const receipt = row.event === undefined ? undefined : receiptOf.get(row.event);
      return receipt === undefined ? row : { ...row, receipt };
    }),
  };
}

/** How the registrations of some rows stand, by name. */
async function standingOf(
  { api }: Visit,
  rows: readonly FileRow[],
  making: Pick<Making, 'source' | 'digest'>,
): Promise<ReadonlyMap<string, StandingRegistration>> {
  const asked = rows.flatMap(({ content }) => (content === undefined ? [] : [registrationOfRow(content, making)]));
  const path = { organisation: making.source };
  const items = await inBatches(asked, NAME_CHARACTERS, async (registrations) => {
    const body = {
      registrations: registrations as { record: string; kind: Exclude<EventKind, 'registry.feed-status'> }[],
    };
    return (await answered(api.POST('/api/v1/sources/{organisation}/registrations', { params: { path }, body }))).items;
  });
  return new Map(items.map((item) => [nameOf({ kind: item.kind as EventKind, record: item.record }), item]));
}

const nameOf = ({ kind, record }: NamedRegistration): string => `${kind} ${record}`;
