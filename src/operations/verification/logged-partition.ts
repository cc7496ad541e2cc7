import { addUnder } from '../../kernel/add-under';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import type { LoggedMessage } from '../../ports/event-log';
import type { EmbeddedStore } from '../embedded-store';

const MESSAGES_AT_A_TIME = 20_000;

/** Events of the log, each with the offset it stands at. */
export type LoggedEvents = readonly LoggedMessage<ClinicalEvent>[];

/** Persons' events by the key they are logged under, in the order of the log. */
export type EventsByPerson = ReadonlyMap<PersonKey, LoggedEvents>;

/** Every event of one partition of the log, handled already or not. */
export function readPartition(
  { log }: Pick<EmbeddedStore, 'log'>,
  topic: 'clinical-events' | 'feed-statuses',
  partition: number,
): LoggedEvents {
  const end = log.landedEnd(topic, partition);
  const all: LoggedMessage<ClinicalEvent>[] = [];
  for (let from = 0; from < end;) {
    const messages = log.read(topic, partition, from, Math.min(MESSAGES_AT_A_TIME, end - from));
    const last = messages.at(-1);
    if (last === undefined) break;
    for (const message of messages) all.push(message);
    from = last.offset + 1;
  }
  return all;
}

/** By the persons they are about. */
export function byPerson(events: LoggedEvents): EventsByPerson {
  const persons = new Map<PersonKey, LoggedMessage<ClinicalEvent>[]>();
  for (const logged of events) {
    addUnder(persons, logged.key, logged);
  }
  return persons;
}

/** An event of the log as it is kept beside it: sealed fields, and what was stated, stay in the log alone. */
export const asKept = ({ sealed: _sealed, stated: _stated, ...event }: ClinicalEvent): object => event;
