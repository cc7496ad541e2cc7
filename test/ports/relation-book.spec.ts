import { MemoryRelationBook } from '../support/memory-relation-book';
import { describeRelationBook } from './relation-book.suite';
import { openSqlite } from './sqlite-platform';

describeRelationBook('SQLite', async () => openSqlite());
describeRelationBook('memory', () => Promise.resolve({ relationBook: new MemoryRelationBook() }));

test('what was said of relations on SQLite is there again after the store was closed', async () => {
  const store = openSqlite();
  await store.relationBook.append('p_a', 0, 'first');

  expect(await (await store.reopen()).relationBook.all()).toEqual([{ person: 'p_a', steps: ['first'] }]);
});
