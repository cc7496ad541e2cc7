import type { DeliveryCount } from '../../../src/kernel/delivery';
import { countsOf } from '../../../src/platform/mongo/counted-day';
import type { DeliveryDay } from '../../../src/platform/mongo/schemas';
import { describeWithServers } from '../../servers/brokers';
import { ANNA, sourceEvent } from '../../support/source-event';
import { until } from '../../support/until';
import { Sources, structured } from './sources';
import { withSystem, type System } from './system';

const MUNICIPALITIES = ['0101', '0147', '0151', '0153', '0155', '0157', '0159', '0161', '0163', '0165', '0167', '0169'];

const events = (): string[] =>
  MUNICIPALITIES.map((code) => {
    const fields = { cpr: ANNA, kind: 'training', deliveredOn: '2024-05-04' };
    return JSON.stringify(sourceEvent('municipality.intervention', `municipality:${code}`, '2024-05-04', fields));
  });

/** How often each organisation's events were counted, refused and repeated ones included. */
async function counted(system: System): Promise<Map<string, number>> {
  const days = await system.database().collection<DeliveryDay>('deliveries').find({}).toArray();
  const of = ({ accepted, duplicate, rejected }: DeliveryCount): number => accepted + duplicate + rejected;
  const sums = new Map<string, number>();
  for (const { organisation, brought } of days) {
    const sum = countsOf([brought]).reduce((all, count) => all + of(count), sums.get(organisation) ?? 0);
    sums.set(organisation, sum);
  }
  return sums;
}

describeWithServers('instances of an intake service', (brokers) => {
  it('count each delivery once while partitions go to another and come back', () =>
    withSystem(brokers, async (system) => {
      const sources = new Sources(system);
      const countedOfEach = (times: number): Promise<void> =>
        until(`${times} of each are counted`, async () => {
          const sums = await counted(system);
          return MUNICIPALITIES.every((code) => (sums.get(`municipality:${code}`) ?? 0) >= times);
        });
      const members = async (count: number): Promise<void> => {
        const group = `${system.prefix}intake.source.municipality`;
        await until(`the group has ${count} members`, () =>
          system.asAdmin(async (admin) => {
            const [described] = (await admin.describeGroups([group])).groups;
            return described?.state === 'Stable' && described.members.length === count;
          }),
        );
      };

      await system.startAll(['intake-municipality']);
      await sources.send(events().map(structured));
      await countedOfEach(1);
      const second = await system.start('intake-municipality').ready();
      await members(2);
      await sources.send(events().map(structured));
      await countedOfEach(2);
      await second.stop();
      await members(1);
      await sources.send(events().map(structured));
      await countedOfEach(3);

      expect(await counted(system)).toEqual(new Map(MUNICIPALITIES.map((code) => [`municipality:${code}`, 3])));
    }));
});
