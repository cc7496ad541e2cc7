import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { DecisionChanged } from '../../kernel/decision-change';
import { linesOf } from '../decision-lines';
import type { Message, Topic, Topics } from '../../ports/event-log';
import { packLogged, unpackLogged, writeLogged, type LoggedEvent } from '../event-codec';

/** A message as it rests: most values name their key themselves, as `person`. */
type Entry<V extends object = object> = [value: V] | [value: V, key: string];

/** True where clinical events travel, keyed by what they call `person`; they are most of a store, so they rest packed. */
function holdsClinicalEvents(topic: Topic): boolean {
  return topic === 'clinical-events' || topic === 'feed-statuses';
}

/** Writes messages of one partition that were published together as one row of text. */
export function writeMessages(topic: Topic, messages: readonly Message[]): string {
  if (holdsClinicalEvents(topic) && messages.every(isClinicalEvent)) {
    const isAnyWritten = messages.some(({ written }) => written !== undefined);
    if (isAnyWritten)
      return `[${messages.map(({ value, written }) => written ?? writeLogged(value as ClinicalEvent)).join(',')}]`;
    return JSON.stringify(messages.map(({ value }) => packLogged(value as ClinicalEvent)));
  }
  if (topic === 'decisions') return `{"entries":[${messages.map(writeChange).join(',')}]}`;
  return JSON.stringify({ entries: messages.map(entryOf) });
}

/** Reads the messages of one row of a topic's log, which are what was written there. */
export function readMessages<T extends Topic>(_topic: T, row: string): Message<Topics[T]>[] {
  const content = JSON.parse(row) as LoggedEvent[] | { entries: Entry<Topics[T]>[] };
  if (Array.isArray(content)) {
    return content.map((logged) => ({ key: logged[0], value: unpackLogged(logged) as Topics[T] }));
  }
  return content.entries.map(([value, key]) => ({ key: key ?? (value as { person: string }).person, value }));
}

function isClinicalEvent(message: Message): boolean {
  if (message.written !== undefined) return true;
  const { key, value } = message;
  return 'recordId' in value && 'person' in value && value.person === key;
}

const PLACE = '"decisions":0';

/** A change of decisions, whose lines the store writes too: they are made once for both. */
function writeChange(message: Message): string {
  const [value, ...key] = entryOf(message) as Entry<Partial<DecisionChanged>>;
  const { decisions } = value;
  if (decisions === undefined) return JSON.stringify([value, ...key]);
  const around = JSON.stringify([{ ...value, decisions: 0 }, ...key]);
  return around.replace(PLACE, () => `"decisions":[${linesOf(decisions).join(',')}]`);
}

function entryOf({ key, value }: Message): Entry {
  return (value as { person?: unknown }).person === key ? [value] : [value, key];
}
