import { parsePeriod, type Period } from '../../src/kernel/period';
import { sheetsOf } from '../support/unzip';
import { ODENSE_HOSPITAL } from '../support/sectors';
import { closedOn, flatYears, INDICATORS, openOn, TODAY, type Told } from './flat-years';
import { startTestServer, type TestServer } from './server';

/*
 * Every channel tells index cohorts of closed windows: in years in which nothing changes each says the same share of
 * every period, counts those whose window has ended and nobody else, and says nothing of a year that has only begun.
 */

let server: TestServer;
const frozen: string[] = [];

beforeAll(async () => {
  server = await startTestServer();
  server.setNow(`${TODAY}T12:00:00Z`);
  await server.tell(flatYears());
  for (const asOf of ['2023-12-31', TODAY]) {
    const asked = { period: 'all', asOf, by: 'Anna Holm' };
    frozen.push(((await server.request.post('/api/v1/reports').send(asked)).body as { id: string }).id);
  }
}, 60_000);
afterAll(() => server.stop());

const get = async <T>(path: string): Promise<T> => (await server.request.get(`/api/v1${path}`)).body as T;

interface Counted {
  readonly met: number;
  /** Absent where a channel tells the numerator alone. */
  readonly of?: number;
}
interface Share {
  readonly numerator: number;
  readonly denominator: number;
}
interface Asked {
  readonly indicator: Told;
  readonly period: string;
  readonly asOf: string;
}
const counted = ({ numerator, denominator }: Share): Counted => ({ met: numerator, of: denominator });
const periodNamed = (name: string): Period => parsePeriod(name) as Period;
const query = ({ period, asOf }: Asked): string => `period=${period}&asOf=${asOf}`;

interface Point extends Share {
  readonly period: { readonly name: string };
}
/** Of a period that has not ended there is no point yet, and there need be none where nothing is decided. */
const pointOf = async (path: string, asked: Asked): Promise<Counted | undefined> => {
  const by = asked.period.includes('Q') ? 'quarter' : 'year';
  const { points } = await get<{ points: Point[] }>(
    `${path}?indicator=${asked.indicator}&unit=denmark&by=${by}&asOf=${asked.asOf}`,
  );
  const point = points.find(({ period }) => period.name === asked.period);
  if (periodNamed(asked.period).to < asked.asOf) return counted(point ?? { numerator: 0, denominator: 0 });
  expect(point).toBeUndefined();
  return undefined;
};

/** What each channel says of an indicator in a period, nationally or of the one hospital there is. */
const CHANNELS: Readonly<Record<string, (asked: Asked) => Promise<Counted | undefined>>> = {
  async table(asked) {
    const { rows } = await get<{ rows: { estimate: Share }[] }>(
      `/indicators/${asked.indicator}/results?level=denmark&${query(asked)}`,
    );
    return counted(rows[0]?.estimate as Share);
  },
  async 'of those reported'(asked) {
    const { rows } = await get<{ rows: { reported: Share }[] }>(
      `/indicators/${asked.indicator}/results?level=denmark&${query(asked)}`,
    );
    return counted(rows[0]?.reported as Share);
  },
  async bounds(asked) {
    const { rows } = await get<{ rows: { bounds: { leastMet: number; mostNotMet: number } }[] }>(
      `/indicators/${asked.indicator}/results?level=denmark&${query(asked)}`,
    );
    const { leastMet = 0, mostNotMet = 0 } = rows[0]?.bounds ?? {};
    return { met: leastMet, of: leastMet + mostNotMet };
  },
  async profile(asked) {
    const { indicators } = await get<{ indicators: { indicator: string; estimate: Share }[] }>(
      `/units/${ODENSE_HOSPITAL}/profile?${query(asked)}`,
    );
    return counted(indicators.find(({ indicator }) => indicator === asked.indicator)?.estimate as Share);
  },
  async levels(asked) {
    const { rows } = await get<{ rows: { unit: { id: string }; cells: (Share & { indicator: string })[] }[] }>(
      `/charts/levels?level=hospital&${query(asked)}`,
    );
    const cells = rows.find(({ unit }) => unit.id === ODENSE_HOSPITAL)?.cells;
    return counted(cells?.find(({ indicator }) => indicator === asked.indicator) as Share);
  },
  async funnel(asked) {
    const { units } = await get<{ units: (Share & { unit: { id: string } })[] }>(
      `/charts/funnel?level=hospital&indicator=${asked.indicator}&${query(asked)}`,
    );
    return counted(units.find(({ unit }) => unit.id === ODENSE_HOSPITAL) as Share);
  },
  trend: (asked) => pointOf('/charts/trend', asked),
  'control chart': (asked) => pointOf('/charts/control', asked),
  async credits(asked) {
    const { numerator } = await get<{ numerator: number }>(
      `/indicators/${asked.indicator}/credits?unit=denmark&${query(asked)}`,
    );
    return { met: numerator };
  },
  async CSV(asked) {
    const { text } = await server.request.get(
      `/api/v1/exports/report?format=csv&lang=en&level=denmark&${query(asked)}`,
    );
    const [head = [], ...rows] = text.split(/\r?\n/).map((line) => line.replace(/^\uFEFF/, '').split(','));
    const row = rows.find((cells) => cells.includes(asked.indicator)) ?? [];
    const cell = (name: string): number => Number(row[head.indexOf(name)]);
    return { met: cell('estimate_numerator'), of: cell('estimate_denominator') };
  },
  async XLSX(asked) {
    const { body } = (await server.request
      .get(`/api/v1/exports/report?format=xlsx&lang=en&level=denmark&${query(asked)}`)
      .buffer()
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
      })) as { body: Buffer };
    const rows = sheetsOf(body).flatMap((sheet) => sheet.rows);
    const { number } = indicatorNamed(asked.indicator);
    const head = rows.find((cells) => cells.some((cell) => /estimate/i.test(String(cell)))) ?? [];
    const row = rows.slice(rows.indexOf(head) + 1).find((cells) => cells.includes(number)) ?? [];
    const cell = (pattern: RegExp): number => Number(row[head.findIndex((heading) => pattern.test(String(heading)))]);
    return { met: cell(/estimate.*numerator/i), of: cell(/estimate.*denominator/i) };
  },
  async FHIR(asked) {
    const { entry } = await get<{ entry: { resource: MeasureReport }[] }>(
      `/exports/report?format=fhir&level=denmark&${query(asked)}`,
    );
    const [group] =
      entry.map(({ resource }) => resource).find(({ measure }) => measure?.includes(`:${asked.indicator}|`))?.group ??
      [];
    const count = (code: string): number =>
      group?.population.find((population) => population.code.coding[0]?.code === code)?.count ?? Number.NaN;
    return { met: count('numerator'), of: count('denominator') };
  },
  async page(asked) {
    const { text } = await server.request.get(`/?lang=en&${query(asked)}`);
    const rows = text.split('<tr ').filter((one) => one.startsWith('role="row"'));
    const row = rows.find((one) => one.includes(indicatorNamed(asked.indicator).title)) ?? '';
    const [, met, of] = /(\d+) of (\d+)/.exec(row.replaceAll(/<[^>]*>/g, ' ')) ?? [];
    return { met: Number(met), of: Number(of) };
  },
};

interface MeasureReport {
  readonly measure?: string;
  readonly group?: readonly {
    readonly population: readonly { readonly code: { readonly coding: readonly { code: string }[] }; count: number }[];
  }[];
}

function indicatorNamed(named: Told): { readonly number: number; readonly title: string } {
  const { set } = server.embedded.basis;
  const found = set.indicators.find(({ key }) => key === named);
  if (found === undefined) throw new Error(`There is no indicator ${named}`);
  return { number: found.number, title: found.title.en };
}

const ASKED: readonly Asked[] = (Object.keys(INDICATORS) as Told[]).flatMap((indicator) => [
  ...['2023Q1', '2023Q2', '2023Q3', '2023Q4', '2024Q1', '2024Q2', '2023', '2024'].map((period) => ({
    indicator,
    period,
    asOf: TODAY,
  })),
  ...['2023Q2', '2023', '2024'].map((period) => ({ indicator, period, asOf: '2023-12-31' })),
]);

test.each(Object.keys(CHANNELS))('%s: those who began in the period and whose window has ended', async (channel) => {
  for (const asked of ASKED) {
    const said = await CHANNELS[channel]?.(asked);
    const truth = closedOn(asked.indicator, periodNamed(asked.period), asked.asOf);
    if (said === undefined) continue;
    expect([asked, said]).toEqual([asked, said.of === undefined ? { met: truth.met } : truth]);
  }
});

test('the others stand beside as still open, and a year that has not begun is empty', async () => {
  for (const asked of ASKED) {
    const { rows } = await get<{ rows: { stillOpen: { metSoFar: number; pending: number } }[] }>(
      `/indicators/${asked.indicator}/results?level=denmark&${query(asked)}`,
    );
    const { metSoFar = 0, pending = 0 } = rows[0]?.stillOpen ?? {};
    expect([asked, metSoFar + pending]).toEqual([
      asked,
      openOn(asked.indicator, periodNamed(asked.period), asked.asOf),
    ]);
  }
});

test('where nothing changes no change and no signal is told', async () => {
  for (const period of ['2023Q2', '2023Q3', '2024Q1', '2024']) {
    const { rows } = await get<{ rows: { cells: { change: { change: string } | null }[] }[] }>(
      `/charts/levels?level=hospital&period=${period}&asOf=${TODAY}`,
    );
    const told = rows.flatMap(({ cells }) => cells.flatMap(({ change }) => change?.change ?? []));
    expect(told.filter((change) => change !== 'none')).toEqual([]);
  }
  for (const indicator of Object.keys(INDICATORS)) {
    const { points } = await get<{ points: { signals: unknown[] }[] }>(
      `/charts/control?indicator=${indicator}&unit=denmark&by=month&asOf=${TODAY}`,
    );
    expect(points.flatMap(({ signals }) => signals)).toEqual([]);
  }
});

test('a movement moves between the closed windows of both days', async () => {
  const [from, to] = frozen;
  for (const indicator of Object.keys(INDICATORS) as Told[]) {
    const { rows } = await get<{ rows: Record<'from' | 'to', { met: number; notMet: number }>[] }>(
      `/reports/${from}/movement/${to}?indicator=${indicator}`,
    );
    const all = { from: '2023-01-01', to: '2024-12-31' };
    const truthOf = (asOf: string) => {
      const { met, of } = closedOn(indicator, all, asOf);
      return { met, notMet: of - met };
    };
    expect(rows).toMatchObject([{ from: truthOf('2023-12-31'), to: truthOf(TODAY) }]);
  }
});
