import { NotedDeliveries } from '../../src/feeds/application/noted-deliveries';
import { feedsOver } from '../../src/feeds/feeds.composition';
import { addDays } from '../../src/kernel/day';
import type { DeliveryCount } from '../../src/kernel/delivery';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { PARAMETERS } from './judged';

const organisations = loadOrganisationList(loadSchemas());
const SILENT_FROM = '2023-09-04';
const region = [...organisations.regions.keys()].find(
  (code) => [...organisations.hospitals.values()].filter((hospital) => hospital.region === code).length > 3,
);
const members = [...organisations.hospitals.values()]
  .filter((hospital) => hospital.region === region)
  .map(({ sor }) => `hospital:${sor}`);

/** Two events on every day before the silence. */
function counts(organisation: string, from: string, to: string): DeliveryCount[] {
  const days: DeliveryCount[] = [];
  for (let day = from < '2023-01-02' ? '2023-01-02' : from; day <= to && day < SILENT_FROM; day = addDays(day, 1)) {
    const nothing = { duplicate: 0, rejected: 0, corrections: 0, ahead: 0, mostAheadMs: 0 };
    days.push({ organisation, kind: 'hospital.contact', family: '', day, accepted: 2, ...nothing, ages: { 1: 2 } });
  }
  return days;
}

test('one hospital is judged with its region’s others: what each alone might be by chance all together are not', async () => {
  const none = { all: () => Promise.resolve([]) };
  const { watch } = feedsOver(
    {
      deliveries: new NotedDeliveries({
        organisations: () => Promise.resolve(members),
        of: (asked: { organisation: string; from: string; to: string }) =>
          Promise.resolve(counts(asked.organisation, asked.from, asked.to)),
      } as never),
      alarms: none,
      feedEvents: none,
      clock: { now: () => Date.parse('2023-09-20T10:00:00Z') },
      parameters: PARAMETERS,
    } as never,
    organisations,
    { madeGood: 'staff' },
  );
  const [one = ''] = members;

  expect(await watch.judgementOf(one, addDays(SILENT_FROM, -1))).toMatchObject({ state: 'connected' });
  expect(await watch.judgementOf(one, addDays(SILENT_FROM, 2))).toMatchObject({
    organisation: one,
    state: 'silent',
    findings: [{ together: region, since: SILENT_FROM }],
  });
});
