import { databaseCounts, publishedCounts } from './service-counts';

const told = (figures: ReturnType<typeof databaseCounts>) =>
  figures.map(({ name, labels, values }) => ({ name, labels, values: values() }));

test('a service tells commands and documents by command', () => {
  const all = () => [{ command: 'find', commands: 2, documents: 7 }];

  expect(told(databaseCounts({ all }))).toEqual([
    {
      name: 'rehabspor_database_commands_total',
      labels: ['command'],
      values: [{ labels: { command: 'find' }, count: 2 }],
    },
    {
      name: 'rehabspor_database_documents_total',
      labels: ['command'],
      values: [{ labels: { command: 'find' }, count: 7 }],
    },
  ]);
});

test('a service tells messages and bytes by topic', () => {
  const published = () => [{ topic: 'decisions', messages: 3, bytes: 900 }];

  expect(told(publishedCounts({ published }))).toEqual([
    {
      name: 'rehabspor_published_messages_total',
      labels: ['topic'],
      values: [{ labels: { topic: 'decisions' }, count: 3 }],
    },
    {
      name: 'rehabspor_published_bytes_total',
      labels: ['topic'],
      values: [{ labels: { topic: 'decisions' }, count: 900 }],
    },
  ]);
});
