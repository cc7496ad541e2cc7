import { asDemoUser } from '../support/as-demo-user';
import { hospital } from '../support/sectors';
import { BO, CARLA, DAVID, type SourceEvent } from '../support/source-event';
import { startedServer, type StartedServer } from '../support/started-server';
import { temporaryFolder } from '../support/temporary-folder';
import { until } from '../support/until';
import { WebhookReceiver } from '../support/webhook-receiver';

const KEY = 'a key for tests only';

test('killed before an answer and after one, again and again, the program loses nothing and keeps a person’s order', async () => {
  const receiver = await WebhookReceiver.start();
  const data = temporaryFolder();
  const env = { REHABSPOR_KEY: KEY, REHABSPOR_WEBHOOK_HOSTS: receiver.host, REHABSPOR_WEBHOOK_BATCH: '5' };
  let server: StartedServer = await startedServer({ data, env });
  const post = async (path: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json', ...(await asDemoUser(server.url, 'operator')) };
    const registry = {
      ...headers,
      ...(path.includes('webhooks') ? await asDemoUser(server.url, 'registry') : undefined),
    };
    const answer = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: registry,
      body: JSON.stringify(body),
    });
    expect(answer.ok).toBe(true);
  };
  await post('/api/v1/webhooks', { name: 'Database', organisation: 'registry:rkkp', url: receiver.url });
  const story = (cpr: string): SourceEvent[] => [
    ...hospital().pci('2024-02-01', { cpr }),
    ...hospital().service('BVDY0', '2024-03-01', { cpr }),
  ];

  for (const [at, cpr] of [BO, CARLA, DAVID].entries()) {
    let ending: Promise<void> | undefined;
    // The second request of a round ends the process, once before it is answered, once with the answer on its way.
    let left = 2;
    receiver.answer = () => {
      left -= 1;
      if (left > 0) return 204;
      ending ??= server.end('SIGKILL');
      return at % 2 === 0 ? 'nothing' : 204;
    };
    await post('/api/v1/events', story(cpr));
    await until('the program is killed while it sends', () => ending !== undefined);
    await ending;
    server = await startedServer({ data, env });
  }
  receiver.answer = () => 204;
  const count = 3 * 12;
  await until('everything arrived', () => new Set(receiver.taken.map(({ subject }) => subject)).size === count);
  await server.end();

  const persons = new Set(receiver.once.map(({ partitionkey }) => partitionkey));
  expect(persons.size).toBe(3);
  for (const person of persons) {
    const sequences = receiver.once
      .filter(({ partitionkey }) => partitionkey === person)
      .map(({ sequence }) => sequence);
    expect(sequences).toEqual([...sequences].sort());
  }
  expect(receiver.posts.length).toBeGreaterThan(receiver.once.length / 5); // Some came twice.
  await receiver.stop();
}, 120_000);
