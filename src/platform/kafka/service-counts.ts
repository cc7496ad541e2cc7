import type { Counts } from '../../ports/vital-signs';
import type { PublishedCount } from './published-counts';

/** Who tells what was sent to the database. */
export interface Commanding {
  all(): readonly { readonly command: string; readonly commands: number; readonly documents: number }[];
}

/** Who tells what was published, by the contract's names of the topics. */
export interface Publishing {
  published(): readonly PublishedCount[];
}

/** What a service asked of the database, by the names of MongoDB's commands. */
export function databaseCounts(database: Commanding): readonly Counts[] {
  const counted = countedBy(
    'command',
    () => database.all(),
    ({ command }) => command,
  );
  return [
    counted('rehabspor_database_commands_total', 'Commands sent to the database.', ({ commands }) => commands),
    counted(
      'rehabspor_database_documents_total',
      'Documents that commands to the database wrote or brought.',
      ({ documents }) => documents,
    ),
  ];
}

/** What a service put on topics, as far as brokers have acknowledged it. */
export function publishedCounts(log: Publishing): readonly Counts[] {
  const counted = countedBy(
    'topic',
    () => log.published(),
    ({ topic }) => topic,
  );
  return [
    counted('rehabspor_published_messages_total', 'Messages published to a topic.', ({ messages }) => messages),
    counted(
      'rehabspor_published_bytes_total',
      'Bytes of the keys, values and headers of messages published to a topic, before compression.',
      ({ bytes }) => bytes,
    ),
  ];
}

/** Makes figures of what is counted under one label. */
function countedBy<T>(
  label: string,
  all: () => readonly T[],
  labelOf: (one: T) => string,
): (name: string, help: string, count: (one: T) => number) => Counts {
  return (name, help, count) => ({
    name,
    help,
    labels: [label],
    values: () => all().map((one) => ({ labels: { [label]: labelOf(one) }, count: count(one) })),
  });
}
