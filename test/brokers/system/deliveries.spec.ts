import { describeWithServers } from '../../servers/brokers';
import { ANNA, BO } from '../../support/source-event';
import { temporaryFolder } from '../../support/temporary-folder';
import { until } from '../../support/until';
import { System } from './system';

interface Receipt {
  readonly outcome: string;
  readonly counts?: Readonly<Record<string, number>>;
}

const FILE = [
  'type;cpr;courseId;startedOn;kind;deliveredOn;id',
  `start;${ANNA};F-1;2024-05-02;;;s1`,
  `intervention;${BO};;;training;2024-05-04;i2`,
  `intervention;${BO};;;training;2024-14-04;i3`,
].join('\n');

describeWithServers('deliveries over HTTP', (brokers) => {
  let system: System;
  beforeAll(async () => {
    system = await System.start(brokers, { REHABSPOR_DATA: temporaryFolder() });
    await system.startAll(['intake-http', 'intake-http']);
  });
  afterAll(() => system.end());

  test('one handed in at one process is known at the other, and is taken once wherever it is handed in', () =>
    system.explaining(async () => {
      const services = system.processes.filter(({ name }) => name === 'intake-http');
      const [here = '', there = ''] = await Promise.all(services.map((service) => service.url()));
      const headers = await system.asking('operator');
      const handIn = async (url: string): Promise<string> => {
        const address = `${url}/api/v1/deliveries/municipal?source=municipality:0461`;
        const type = { 'content-type': 'text/csv' };
        const answer = await fetch(address, { method: 'POST', headers: { ...headers, ...type }, body: `${FILE}\n` });
        expect(answer.status).toBe(202);
        return answer.headers.get('location') ?? '';
      };
      const settled = async (url: string, location: string): Promise<Receipt> => {
        let receipt: Receipt = { outcome: 'waiting' };
        await until('the delivery is taken', async () => {
          receipt = (await (await fetch(`${url}${location}`, { headers })).json()) as Receipt;
          return receipt.outcome !== 'waiting';
        });
        return receipt;
      };

      const both = await Promise.all([handIn(here), handIn(there)]);
      const receipts = await Promise.all([settled(there, both[0]), settled(here, both[1])]);

      expect(
        receipts.map(({ outcome, counts }) => [outcome, counts?.['accepted'], counts?.['unchanged']]).sort(),
      ).toEqual([
        ['taken', 0, 2],
        ['taken', 2, 0],
      ]);
      expect(receipts.map(({ counts }) => counts?.['notReadable'])).toEqual([1, 1]);
    }));
});
