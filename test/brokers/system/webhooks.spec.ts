import type { Decision } from '../../../src/kernel/decision';
import type { DecisionEvent } from '../../../src/notifications/domain/cloud-event';
import { populationLines } from '../../robustness/ground';
import { describeWithServers } from '../../servers/brokers';
import { until } from '../../support/until';
import { WebhookReceiver } from '../../support/webhook-receiver';
import { storedDecisions } from './decisions';
import { EVERY_GROUP, joined } from './groups';
import { settled } from './settled';
import { Sources, structured } from './sources';
import { withSystem, type System } from './system';

const PATIENTS = 40;
const SEED = 17;

async function register(system: System, order: object): Promise<void> {
  const response = await fetch(`${await system.running('reporting').url()}/api/v1/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await system.asking()) },
    body: JSON.stringify({ name: 'Database', organisation: 'registry:rkkp', ...order }),
  });
  expect([response.status, await response.text()]).toMatchObject([201, expect.stringContaining('whsec_')]);
}

/** How decisions stand with whoever takes every event as it comes, by person, pathway and indicator. */
function standing(events: readonly DecisionEvent[]): Map<string, string> {
  const stand = new Map<string, string>();
  for (const { subject, data } of events) {
    if ('outcome' in data) stand.set(subject, data.outcome);
    else stand.delete(subject);
  }
  return stand;
}

describeWithServers('webhooks on Kafka and MongoDB', (brokers) => {
  test('a service killed while it sends loses nothing, and what was sent ends as what is stored', async () => {
    const receiver = await WebhookReceiver.start();
    const slow = await WebhookReceiver.start();
    slow.answer = () => 'nothing';
    const hosts = { REHABSPOR_WEBHOOK_HOSTS: `${receiver.host},${slow.host}`, REHABSPOR_WEBHOOK_BATCH: '20' };
    const stored = await withSystem(
      brokers,
      async (system) => {
        await system.startAll();
        await joined(system, EVERY_GROUP);
        await register(system, { url: receiver.url });
        await register(system, { url: slow.url });
        let killing: Promise<void> | undefined;
        receiver.answer = () => {
          if (receiver.posts.length < 5) return 204;
          killing ??= system.running('reporting').kill();
          return 'nothing';
        };
        const lines = populationLines(PATIENTS, SEED);
        await new Sources(system).send(lines.map(structured));
        await until('the service is killed while it sends', () => killing !== undefined, 240_000, 100);
        await killing;
        receiver.answer = () => 204;
        await system.start('reporting').ready();
        await settled(system);
        const decisions = (await storedDecisions(system)).map((line) => JSON.parse(line) as Decision);
        const subjects = decisions.map(({ person, pathway, indicator }) => `${person}/${pathway}/${indicator}`);
        const expected = new Map(decisions.map(({ outcome }, at) => [subjects[at] ?? '', outcome]));
        const isThere = (): boolean => {
          const stand = standing(receiver.taken);
          return stand.size === expected.size && [...expected].every(([at, outcome]) => stand.get(at) === outcome);
        };
        await until('what was sent stands as what is stored', isThere, 240_000, 500);
        return expected;
      },
      hosts,
    );
    await receiver.stop();
    await slow.stop();

    expect(stored.size).toBeGreaterThan(PATIENTS * 10);
    for (const person of new Set(receiver.once.map(({ partitionkey }) => partitionkey))) {
      const own = receiver.once.filter(({ partitionkey }) => partitionkey === person);
      const sequences = own.map(({ sequence }) => sequence);
      expect(sequences).toEqual([...sequences].sort());
    }
    expect(slow.posts.length).toBeGreaterThan(0);
  });
});
