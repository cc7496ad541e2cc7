import { randomUUID } from 'node:crypto';
import { typeOfKind, type EventKind } from '../../../kernel/event-kinds';
import type { FieldFault } from '../../parts/fault-summary';
import { postedText, say, type Visit } from '../../site/visit';
import { HAND_IN_WORDS } from '../../../kernel/words/sources';
import type { EventField } from '../../../kernel/event-field';
import { eventFieldsOf } from '../../../platform/contracts/event-fields';
import { valueOfText } from './written-values';
import type { Receipt } from './receipt';
import type { SentEvent } from './sending';
import { fieldAt, fieldName, inPeoplesWords } from './words-of';

/** What was entered in a form: which registration it is, and the texts of its fields. */
export interface Entry {
  readonly kind: EventKind;
  /** Names the registration; made for the form, so that what is posted twice is the same event. */
  readonly record: string;
  readonly version: number;
  /** When the form was opened (RFC 3339). */
  readonly time: string;
  readonly texts: Readonly<Record<string, string>>;
}

const RECORD = /^form-[\da-f-]{36}$/;

/** An empty form; or, with what was posted, that. */
export function entryOf(visit: Visit, kind: EventKind): Entry {
  const record = postedText(visit, 'record');
  const version = Number(postedText(visit, 'version'));
  const time = postedText(visit, 'time');
  const names = new Set(['cpr', ...eventFieldsOf(kind).map(({ name, ofKind }) => inputName(name, ofKind))]);
  return {
    kind,
    record: RECORD.test(record) ? record : `form-${randomUUID()}`,
    version: Number.isSafeInteger(version) && version > 0 ? version : 1,
    time: Number.isNaN(Date.parse(time)) ? new Date().toISOString() : time,
    texts: Object.fromEntries([...names].map((name) => [name, postedText(visit, name)])),
  };
}

/** What was received before, to be corrected: the same registration in its next version. */
export const nextVersionOf = (entry: Entry): Entry => ({
  ...entry,
  version: entry.version + 1,
  time: new Date().toISOString(),
});

/** The name of a field's input: fields of several kinds of a measurement may be called alike. */
export const inputName = (name: string, ofKind: string | undefined): string =>
  ofKind === undefined ? name : `${ofKind}.${name}`;

/** The fields that go for what was entered. */
const fieldsOf = ({ kind, texts }: Entry): readonly EventField[] =>
  eventFieldsOf(kind).filter(({ ofKind }) => ofKind === undefined || ofKind === texts['kind']);

/** The event that says what was entered. */
export function eventOf(entry: Entry, source: string): SentEvent {
  const { kind, record, version, time, texts } = entry;
  const values = fieldsOf(entry).flatMap((field): [string, unknown][] => {
    const text = texts[inputName(field.name, field.ofKind)] ?? '';
    return text === '' ? [] : [[field.name, valueOfText(field, text)]];
  });
  return {
    ...{ specversion: '1.0', id: `${record}-${version}`, source, type: typeOfKind(kind), time },
    datacontenttype: 'application/json',
    data: { cpr: texts['cpr'] ?? '', recordId: record, version, ...Object.fromEntries(values) },
  };
}

/** What is missing or no such value, in the words of the form; the check of the API comes after. */
export function faultsOf(visit: Visit, entry: Entry): readonly FieldFault[] {
  const all = [{ name: 'cpr', type: 'text', isMandatory: true } as EventField, ...fieldsOf(entry)];
  return all.flatMap((field) => {
    const input = inputName(field.name, field.ofKind);
    const text = faultIn(visit, field, entry.texts[input] ?? '');
    return text === undefined ? [] : [{ field: input, text }];
  });
}

function faultIn(visit: Visit, field: EventField, text: string): string | undefined {
  const { name, type, isMandatory, min, max } = field;
  if (text === '')
    return isMandatory ? say(visit, HAND_IN_WORDS.missing({ field: fieldName(visit, name) })) : undefined;
  if (name === 'cpr') return /^\d{6}-?\d{4}$/.test(text) ? undefined : say(visit, HAND_IN_WORDS.notCpr);
  if (type === 'day') return /^\d{4}-\d\d-\d\d$/.test(text) ? undefined : say(visit, HAND_IN_WORDS.notDay);
  if (type !== 'whole' && type !== 'number') return undefined;
  const value = valueOfText(field, text);
  if (typeof value !== 'number') return say(visit, HAND_IN_WORDS.notNumber);
  if (type === 'whole' && !Number.isInteger(value)) return say(visit, HAND_IN_WORDS.notWhole);
  if (min !== undefined && value < min) return say(visit, HAND_IN_WORDS.tooSmall({ limit: min }));
  return max !== undefined && value > max ? say(visit, HAND_IN_WORDS.tooLarge({ limit: max })) : undefined;
}

/** What a refused receipt says, beside the fields it is about. */
export function faultsIn(visit: Visit, entry: Entry, receipt: Receipt): readonly FieldFault[] {
  return (receipt.faults ?? [receipt]).map((fault) => {
    const name = fieldAt(fault.path) ?? '';
    const field = fieldsOf(entry).find((one) => one.name === name);
    return { field: inputName(name, field?.ofKind), text: inPeoplesWords(visit, fault.message ?? '') };
  });
}
