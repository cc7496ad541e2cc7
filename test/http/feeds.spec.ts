import { addDays } from '../../src/kernel/day';
import { hospital, municipality, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';
import { expectProblem, startTestServer, type TestServer } from './server';

const FIRST_DAY = '2024-03-01';
const LAST_DAY = '2024-06-10';
const INDEX_DAY = '2024-03-01';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await receive(deliveries(FIRST_DAY, LAST_DAY));
});
afterAll(() => server.stop());

/** What the hospital sends every day, and the municipality every Wednesday, received the day after. */
function deliveries(from: string, to: string): SourceEvent[] {
  const events: SourceEvent[] = from === INDEX_DAY ? arriving(hospital().pci(INDEX_DAY), INDEX_DAY) : [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const own = [1, 2, 3, 4, 5, 6].map((number) => hospital().contact(`k-${day}-${number}`, day));
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    const weekly = weekday === 3 ? [municipality().intervention('training', day)] : [];
    events.push(...arriving([...own, hospital().bloodPressure(150, 95, day), ...weekly], day));
  }
  return events;
}

const arriving = (events: readonly SourceEvent[], day: string): SourceEvent[] =>
  events.map((event) => ({ ...event, receivedtime: `${addDays(day, 1)}T02:00:00Z` }));

async function receive(events: readonly SourceEvent[]): Promise<void> {
  const incoming = events.map((event) => ({ text: JSON.stringify(event) }));
  const receipts = await server.embedded.intake.receive(incoming, { receivedAt: 'stated-or-clock' });
  expect(receipts.filter((receipt) => receipt?.status !== 'accepted')).toEqual([]);
  await server.embedded.log.settled();
}

interface Told {
  readonly id: string;
  readonly organisation: string;
  readonly state: string;
  readonly standing: string;
  readonly since: string;
}

const judge = async () =>
  (await server.request.post('/api/v1/feeds/judge')).body as { raised: number; cleared: number };
const alarms = async (query = ''): Promise<Told[]> =>
  ((await server.request.get(`/api/v1/feeds/alarms${query}`)).body as { items: Told[] }).items;
const settle = (id: string, verdict: 'confirm' | 'overrule', body: object = { by: 'Datafangst' }) =>
  server.request.post(`/api/v1/feeds/alarms/${id}/${verdict}`).send(body);
const statuses = async () =>
  ((await server.request.get('/api/v1/feeds')).body as { organisations: { organisation: string; now?: string }[] })
    .organisations;

/** Why the first patient’s blood pressure is not known, as decided now. */
async function troubleOfDecision(): Promise<unknown> {
  await server.embedded.log.settled();
  await server.embedded.indicators.catchUp();
  for await (const page of server.embedded.decisions.scan(10)) {
    for (const { decisions } of page) {
      const decided = decisions.find(({ indicator }) => indicator === 'blood-pressure');
      if (decided !== undefined) return decided.trouble;
    }
  }
  throw new Error('Nobody has a pathway.');
}

it('everyone may ask for the last day on which something was received, of everybody or of one source', async () => {
  const through = async (query: string): Promise<unknown> =>
    ((await server.request.get(`/api/v1/feeds/received${query}`)).body as { through: unknown }).through;

  expect(await through('')).toBe(addDays(LAST_DAY, 1));
  expect(await through('?until=2024-05-05')).toBe('2024-05-05');
  expect(await through(`?organisation=${ODENSE}`)).toBe('2024-06-06');
  expect(await through('?organisation=municipality:0751')).toBeNull();
  expectProblem(await server.request.get('/api/v1/feeds/received?until=2024-02-30'), 400);
});

describe('the watch on deliveries', () => {
  let silent: Told;

  it('raises nothing while everyone delivers as before', async () => {
    server.setNow('2024-06-12T09:00:00Z');

    expect(await judge()).toMatchObject({ day: '2024-06-11', organisations: 2, raised: 0, cleared: 0 });
    expect(await alarms()).toEqual([]);
  });

  it('raises one alarm when the hospital is silent, however often it is judged', async () => {
    server.setNow('2024-06-15T09:00:00Z');

    expect(await judge()).toMatchObject({ raised: 1, cleared: 0 });
    expect(await judge()).toMatchObject({ raised: 0, cleared: 0 });
    const open = await alarms();
    expect(open).toEqual([
      expect.objectContaining({
        organisation: ODENSE_HOSPITAL,
        state: 'silent',
        standing: 'open',
        since: '2024-06-12',
        received: 0,
        raisedOn: '2024-06-14',
        explanation: {
          da: expect.stringMatching(/^Har været tavs siden 2024-06-12: ventet 2\d hændelser, modtaget 0\.$/) as string,
          en: expect.stringMatching(/^Has been silent since 2024-06-12: 2\d events expected, 0 received\.$/) as string,
        },
      }),
    ]);
    silent = open[0] as Told;
  });

  it('tells one organisation from every side, as of any day', async () => {
    const path = `/api/v1/feeds/${encodeURIComponent(ODENSE_HOSPITAL)}`;
    const now = await server.request.get(path);
    const before = await server.request.get(`${path}?asOf=2024-06-10`);

    expect(now.body).toMatchObject({ delivers: { state: 'silent', cadence: 'daily' }, alarms: [{ id: silent.id }] });
    expect(before.body).toMatchObject({ delivers: { state: 'connected', findings: [] } });
  });

  it('makes decisions say that the source is silent once staff confirm it', async () => {
    server.setNow('2024-06-28T09:00:00Z');
    expect(await troubleOfDecision()).toBeUndefined();
    const confirmed = await settle(silent.id, 'confirm', { by: 'Datafangst', note: 'Ny platform.' });

    expect(confirmed.status).toBe(200);
    expect(confirmed.body).toMatchObject({ verdict: { what: 'confirmed', by: 'Datafangst', note: 'Ny platform.' } });
    expect(await troubleOfDecision()).toEqual({
      reason: 'SOURCE_SILENT',
      organisation: ODENSE_HOSPITAL,
      days: 17,
    });
    expect(await statuses()).toContainEqual(expect.objectContaining({ organisation: ODENSE_HOSPITAL, now: 'silent' }));
  });

  it('does not take the same word twice, and takes it back when it is overruled', async () => {
    expectProblem(await settle(silent.id, 'confirm'), 409);
    expect((await settle(silent.id, 'overrule')).status).toBe(200);

    expect(await troubleOfDecision()).toBeUndefined();
    expect(await statuses()).toContainEqual(
      expect.objectContaining({ organisation: ODENSE_HOSPITAL, now: 'connected' }),
    );
    expect(await judge()).toMatchObject({ raised: 1 });
    // The municipality, which has missed its day of the week twice by now.
    expect(await alarms('?state=silent')).toContainEqual(expect.objectContaining({ organisation: ODENSE }));
  });

  it('clears the alarm when deliveries are back, and a confirmed silence then has a last day', async () => {
    await settle(silent.id, 'confirm');
    server.setNow('2024-06-30T09:00:00Z');
    await receive(deliveries('2024-06-28', '2024-06-28'));

    expect(await judge()).toMatchObject({ cleared: 1 });
    expect(await alarms('?standing=all')).toContainEqual(
      expect.objectContaining({ id: silent.id, standing: 'cleared', clearedOn: '2024-06-29' }),
    );
    const said = (await statuses()).find(({ organisation }) => organisation === ODENSE_HOSPITAL);
    expect(said).toMatchObject({ statuses: [{ state: 'silent', from: '2024-06-12', to: '2024-06-28' }] });
  });
});

describe('the calendar', () => {
  interface Month {
    readonly month: string;
    readonly status: string;
    readonly expected: number | null;
    readonly received: number;
  }
  const calendar = async (query: string): Promise<{ organisation: string; months: Month[] }[]> =>
    ((await server.request.get(`/api/v1/feeds/calendar?${query}`)).body as { organisations: never }).organisations;

  it('shows what was expected and received of every organisation in every month', async () => {
    server.setNow('2024-09-01T09:00:00Z');
    const rows = await calendar('from=2024-02&to=2024-08');
    const months = rows.find(({ organisation }) => organisation === ODENSE_HOSPITAL)?.months ?? [];

    expect(rows.map(({ organisation }) => organisation)).toEqual([ODENSE_HOSPITAL, ODENSE]);
    expect(months.map(({ month, status }) => [month, status])).toEqual([
      ['2024-02', 'none'],
      ['2024-03', 'green'],
      ['2024-04', 'green'],
      ['2024-05', 'green'],
      ['2024-06', 'yellow'],
      ['2024-07', 'red'],
      ['2024-08', 'red'],
    ]);
    expect(months[3]).toMatchObject({ received: 217 });
    expect(months[3]?.expected).toBeGreaterThan(200);
    expect(months[5]).toMatchObject({ received: 0 });
    expect(months[5]?.expected).toBeGreaterThan(150);
  });

  it('follows what is brought in later about days that are past', async () => {
    const received = async (): Promise<number | undefined> =>
      (await calendar('from=2024-07&to=2024-07')).find(({ organisation }) => organisation === ODENSE_HOSPITAL)
        ?.months[0]?.received;
    expect(await received()).toBe(0);
    await receive(deliveries('2024-07-10', '2024-07-10'));

    expect(await received()).toBe(7);
  });

  it('shows the last twelve months when none are asked for, of one organisation if it is named', async () => {
    const rows = await calendar(`organisation=${ODENSE}`);

    expect(rows).toHaveLength(1);
    expect(rows[0]?.months.map(({ month }) => month)).toEqual(
      expect.arrayContaining(['2023-09', '2024-08']) as string[],
    );
    expect(rows[0]?.months).toHaveLength(12);
  });
});

describe('what cannot be answered', () => {
  it('an organisation that never delivered is a problem that names those that did', async () => {
    for (const path of ['municipality%3A0101', 'calendar?organisation=municipality:0101']) {
      const response = await server.request.get(`/api/v1/feeds/${path}`);
      expectProblem(response, 404);
      expect(response.text).toContain(ODENSE);
      expect(response.text).not.toContain('0101');
    }
  });

  it.each(['calendar?from=2024-13', 'calendar?from=2024-06&to=2024-05', 'calendar?from=1990-01&to=2024-05'])(
    '%s is a problem',
    async (path) => expectProblem(await server.request.get(`/api/v1/feeds/${path}`), 400),
  );

  it.each(['alarms?standing=maybe', 'alarms?state=tavs', 'municipality:0461?asOf=soon'])(
    '%s is a problem',
    async (path) => expectProblem(await server.request.get(`/api/v1/feeds/${path}`), 400),
  );

  it('an alarm that is not there, nobody’s word, or a CPR number in a note is a problem', async () => {
    expectProblem(await settle('a_0000000000000000', 'confirm'), 404);
    expectProblem(await settle('a_0000000000000000', 'confirm', {}), 400);
    const withNumber = await settle('a_0000000000000000', 'confirm', { by: 'A', note: 'om 150277-9995' });
    expectProblem(withNumber, 400);
    expect(withNumber.text).not.toContain('150277');
  });
});
