import { addDays } from '../../src/kernel/day';
import { feed, hospital, ODENSE_HOSPITAL } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';
import { startTestServer, type TestServer } from './server';

const FIRST_DAY = '2024-03-01';
/** Nothing is received on these days; the registry says so. */
const SILENT = { from: '2024-06-01', to: '2024-06-25' };
const BACKLOG_ON = '2024-07-03';
const LAST_DAY = '2024-07-10';

interface Told {
  readonly id: string;
  readonly state: string;
  readonly standing: string;
  readonly since: string;
  readonly until?: string;
  readonly explanation: { readonly en: string };
}

/** The hospital sends seven events a day, received the day after, those of the silent days at once later. */
function deliveries(): SourceEvent[] {
  const events: SourceEvent[] = [];
  for (let day = FIRST_DAY; day < LAST_DAY; day = addDays(day, 1)) {
    const usual = addDays(day, 1);
    const received = usual >= SILENT.from && usual <= SILENT.to ? BACKLOG_ON : usual;
    const contacts = [1, 2, 3, 4, 5, 6].map((number) => hospital().contact(`k-${day}-${number}`, day));
    for (const event of [...contacts, hospital().bloodPressure(120, 75, day)]) {
      events.push({ ...event, receivedtime: `${received}T02:00:00Z` });
    }
  }
  return events.concat(hospital().pci('2024-04-01'));
}

async function startedWith(settings: Record<string, string>): Promise<TestServer> {
  const server = await startTestServer(settings);
  server.setNow(`${addDays(BACKLOG_ON, -1)}T09:00:00Z`);
  const said = feed(ODENSE_HOSPITAL, 'silent', SILENT.from, SILENT.to);
  const receipts = await server.embedded.intake.receive(
    [...deliveries(), ...[said].flat()].map((event) => ({ text: JSON.stringify(event) })),
    { receivedAt: 'stated-or-clock' },
  );
  expect(receipts.filter((receipt) => receipt?.status !== 'accepted')).toEqual([]);
  await server.embedded.log.settled();
  return server;
}

const judgeOn = async (server: TestServer, day: string): Promise<void> => {
  server.setNow(`${addDays(day, 1)}T09:00:00Z`);
  await server.request.post('/api/v1/feeds/judge');
  await server.embedded.log.settled();
};
const alarms = async (server: TestServer): Promise<Told[]> => {
  const { body } = await server.request.get('/api/v1/feeds/alarms?standing=all&state=made-good');
  return (body as { items: Told[] }).items;
};
const statuses = async (server: TestServer): Promise<unknown> => {
  const { body } = await server.request.get(`/api/v1/feeds/${encodeURIComponent(ODENSE_HOSPITAL)}`);
  return (body as { said: { statuses: unknown } }).said.statuses;
};
const settle = async (server: TestServer, id: string, verdict: string): Promise<number> => {
  const path = `/api/v1/feeds/alarms/${id}/${verdict}`;
  const { status } = await server.request.post(path).send({ by: 'Datafangst' });
  await server.embedded.log.settled();
  return status;
};

/** Whether the patient’s blood pressure, which is there, was decided beside a silent source. */
async function isTroubled(server: TestServer): Promise<boolean> {
  await server.embedded.indicators.catchUp();
  for await (const page of server.embedded.decisions.scan(10)) {
    for (const { decisions } of page) {
      const decided = decisions.find(({ indicator }) => indicator === 'blood-pressure');
      if (decided !== undefined) return decided.trouble !== undefined;
    }
  }
  throw new Error('Nobody has a pathway.');
}

const SAID = [{ state: 'silent', from: SILENT.from, to: SILENT.to }];

describe('a silence that was made good', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startedWith({});
  });
  afterAll(() => server.stop());

  it('is told once what was missing is here, and nothing changes by that', async () => {
    await judgeOn(server, addDays(BACKLOG_ON, -1));
    expect(await alarms(server)).toEqual([]);
    await judgeOn(server, BACKLOG_ON);
    await judgeOn(server, addDays(BACKLOG_ON, 1));
    const [told, ...others] = await alarms(server);

    expect(others).toEqual([]);
    expect(told).toMatchObject({ state: 'made-good', standing: 'open', since: SILENT.from, until: SILENT.to });
    expect(told?.explanation.en).toMatch(/from 2024-06-01 to 2024-06-25 was made good: of about 1\d\d events/);
    expect(await statuses(server)).toEqual(SAID);
    expect(await isTroubled(server)).toBe(true);
  });

  it('is withdrawn from its days when staff confirm, so that what is decided counts again', async () => {
    const [told] = await alarms(server);
    expect(await settle(server, told?.id ?? '', 'confirm')).toBe(200);

    expect(await statuses(server)).toEqual([]);
    expect(await isTroubled(server)).toBe(false);
    await judgeOn(server, addDays(BACKLOG_ON, 2));
    expect(await alarms(server)).toEqual([expect.objectContaining({ id: told?.id, standing: 'cleared' })]);
  });

  it('stands again as it was said when staff overrule what they confirmed', async () => {
    const [told] = await alarms(server);
    expect(await settle(server, told?.id ?? '', 'overrule')).toBe(200);

    expect(await statuses(server)).toEqual(SAID);
    expect(await isTroubled(server)).toBe(true);
  });
});

describe('where the feed watch may confirm by itself', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startedWith({ REHABSPOR_MADE_GOOD: 'watch' });
  });
  afterAll(() => server.stop());

  it('a silence is withdrawn as soon as it was made good, and stays said once staff overrule it', async () => {
    await judgeOn(server, BACKLOG_ON);
    const [told] = await alarms(server);

    expect(told).toMatchObject({ verdict: { what: 'confirmed', by: 'rehabspor' } });
    expect(await statuses(server)).toEqual([]);
    await settle(server, told?.id ?? '', 'overrule');
    await judgeOn(server, addDays(BACKLOG_ON, 3));
    expect(await statuses(server)).toEqual(SAID);
  });
});
