import { kindOfType, type EventKind } from '../../kernel/event-kinds';
import type { FieldFault } from '../../kernel/field-fault';
import { REMEDY_WORDS, RECEIPT_WORDS } from '../../kernel/words/receipts';
import { checkDates } from './channel-rules';
import { isJsonObject, type Envelope } from './envelope';
import { checkOrganisations } from './organisation-rules';
import type { NamedPerson, Reading } from './reading';
import { illTyped, NO_FAULT, refuse, type Refusal } from './refusal';
import { checkSector } from './sector-rules';

/** What checking the content found out; a feed status is about no person. */
interface Checked {
  readonly named?: NamedPerson;
}
const NOBODY: Checked = {};

/** Checks the content of an event whose envelope is sound; all its faults stand in the order of interface.md §1, Receipts. */
export function checkContent(envelope: Envelope, reading: Reading): Checked | readonly Refusal[] {
  const { kind, source, data } = envelope;
  const { organisations, channels, organisationFault } = reading;
  const wrongSector = checkSector(envelope, organisations);
  const faulty = reading.faultsOf(kind, data);
  const typed = faulty.length === 0 ? envelope : { ...envelope, data: withoutFaulty(data, faulty) };
  const number = kind === 'registry.feed-status' ? undefined : typed.data['cpr'];
  const named = typeof number === 'string' ? reading.personOf(number) : undefined;
  const isNoCpr = typeof number === 'string' && named === undefined;
  const unknown = checkOrganisations(kind, source, typed.data, organisationFault);
  const dates = checkDates(typed, channels);
  if (wrongSector === undefined && !isNoCpr && faulty.length + unknown.length + dates.length === 0) {
    return named === undefined ? NOBODY : { named };
  }
  return [
    ...(wrongSector === undefined ? [] : [wrongSector]),
    ...faulty.map((fault) => refusalOf(kind, fault)),
    ...(isNoCpr ? [refuse('INVALID_CPR', 'data.cpr', RECEIPT_WORDS.cpr)] : []),
    ...unknown,
    ...dates,
  ];
}

/** The ill-typed fields of an event whose envelope is not sound, where it can be told what they should be. */
export function fieldFaultsOf(event: unknown, { faultsOf }: Reading): readonly Refusal[] {
  if (!isJsonObject(event)) return NO_FAULT;
  const { type, data } = event;
  const kind = typeof type === 'string' ? kindOfType(type) : undefined;
  if (kind === undefined || !isJsonObject(data)) return NO_FAULT;
  return faultsOf(kind, data).map((fault) => refusalOf(kind, fault));
}

/** R21: a DanHeart form needs all its mandatory fields. */
function refusalOf(kind: EventKind, { path, remedy }: FieldFault): Refusal {
  const isMissing = remedy === REMEDY_WORDS.missing;
  return illTyped(path, remedy, kind === 'danheart.form' && isMissing ? 'R21' : undefined);
}

/** The data without the fields at fault, so that the rest can be checked all the same. */
function withoutFaulty(data: Envelope['data'], faults: readonly FieldFault[]): Envelope['data'] {
  const faulty = new Set(faults.map(({ path }) => path.split('.')[1]));
  return Object.fromEntries(Object.entries(data).filter(([field]) => !faulty.has(field)));
}
