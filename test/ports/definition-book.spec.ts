import { SqliteDefinitionBook } from '../../src/platform/sqlite/sqlite-definition-book';
import { describeDefinitionBook } from './definition-book.suite';
import { openSqlite } from './sqlite-platform';

const open = () => {
  const opened = openSqlite();
  return { ...opened, definitionBook: new SqliteDefinitionBook(opened.database) };
};

describeDefinitionBook('SQLite', async () => open());

test('of the approved sets valid on a day the one approved last is the one to decide by, also after opening the store again', async () => {
  const { definitionBook, reopen } = open();
  const propose = (id: string, minute: number, validFrom = '2023-01-01') =>
    definitionBook.propose(
      { id, content: JSON.stringify({ id, validFrom }), text: '', digest: '' },
      { step: 'proposed', by: 'Anna', at: `2024-06-30T12:0${minute}:00.000Z` },
    );
  expect(definitionBook.approvedLast('2024-07-04')).toBeUndefined();
  await propose('x/2', 0);
  await propose('x/3', 1);
  await propose('x/4', 2);
  await propose('x/5', 3, '2025-01-01');
  await definitionBook.add('x/3', { step: 'approved', by: 'Bo', at: '2024-07-01T12:00:00.000Z' }, 1);
  await definitionBook.add('x/2', { step: 'approved', by: 'Bo', at: '2024-07-02T12:00:00.000Z' }, 1);
  await definitionBook.add('x/4', { step: 'rejected', by: 'Bo', at: '2024-07-03T12:00:00.000Z' }, 1);
  await definitionBook.add('x/5', { step: 'approved', by: 'Bo', at: '2024-07-04T12:00:00.000Z' }, 1);
  const { database } = await reopen();
  const idOn = (day: string) =>
    (JSON.parse(new SqliteDefinitionBook(database).approvedLast(day) ?? '{}') as { id?: string }).id;

  expect(['2022-12-31', '2024-12-31', '2025-01-01'].map(idOn)).toEqual([undefined, 'x/2', 'x/5']);
});
