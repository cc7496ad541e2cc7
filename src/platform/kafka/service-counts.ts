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
  const labels = ['command'];
  const values = (of: 'commands' | 'documents') => () =>
    database.all().map((one) => ({ labels: { command: one.command }, count: one[of] }));
  return [
    {
      name: 'rehabspor_database_commands_total',
      help: 'Commands sent to the database.',
      labels,
      values: values('commands'),
    },
    {
      name: 'rehabspor_database_documents_total',
      help: 'Documents that commands to the database wrote or brought.',
      labels,
      values: values('documents'),
    },
  ];
}

/** What a service put on topics, as far as brokers have acknowledged it. */
export function publishedCounts(log: Publishing): readonly Counts[] {
  const labels = ['topic'];
  const values = (of: 'messages' | 'bytes') => () =>
    log.published().map((one) => ({ labels: { topic: one.topic }, count: one[of] }));
  return [
    {
      name: 'rehabspor_published_messages_total',
      help: 'Messages published to a topic.',
      labels,
      values: values('messages'),
    },
    {
      name: 'rehabspor_published_bytes_total',
      help: 'Bytes of the keys, values and headers of messages published to a topic, before compression.',
      labels,
      values: values('bytes'),
    },
  ];
}
