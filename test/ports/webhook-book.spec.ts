import { openSqlite } from './sqlite-platform';
import { describeWebhookBook } from './webhook-book.suite';

describeWebhookBook('SQLite', async () => openSqlite());

test('the webhook book on SQLite is there again after the store was closed', async () => {
  const store = openSqlite();
  const order = {
    name: 'EHR',
    organisation: 'registry:rkkp',
    url: 'https://a.example.org',
    mode: 'structured',
  } as const;
  const webhook = { id: 'w_a', ...order, sealedSecret: 'c2VjcmV0', progress: { revision: 0, place: '5' } };
  await store.webhookBook.add(webhook);

  expect(await (await store.reopen()).webhookBook.all()).toEqual([webhook]);
});
