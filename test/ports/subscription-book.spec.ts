import { openSqlite } from './sqlite-platform';
import { describeSubscriptionBook } from './subscription-book.suite';

describeSubscriptionBook('SQLite', async () => openSqlite());

test('the subscription book on SQLite is there again after the store was closed', async () => {
  const store = openSqlite();
  const order = { unit: 'denmark', period: 'year', formats: ['json'], language: 'en', schedule: '0 6 1 2 *' } as const;
  const delivery = { kind: 'folder', folder: 'year' } as const;
  const subscription = { id: 's_a', ...order, delivery, progress: { revision: 0, doneThrough: 7 } };
  await store.subscriptionBook.add(subscription);

  expect(await (await store.reopen()).subscriptionBook.all()).toEqual([subscription]);
});
