import { program } from '../../src/apps/program';
import { chartCommand } from '../../src/cli/chart.command';
import type { AroundShare } from '../../src/charts/domain/chart-count';
import type { ControlChart } from '../../src/charts/domain/control-chart';
import type { FunnelChart } from '../../src/charts/domain/funnel-chart';
import type { LevelTable } from '../../src/charts/domain/level-table';
import type { TrendChart } from '../../src/charts/domain/trend-chart';
import type { Report } from '../../src/reporting/domain/report';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { organisationInputOf } from '../../src/synthetic/organisation-input';
import { runCommand, type Ran } from '../support/run-command';
import { feed } from '../support/sectors';
import { expectProblem, startTestServer, type TestServer } from './server';
import { definitions } from '../support/evaluate';

const NATION = '/charts/control?indicator=participation&unit=denmark&asOf=2025-06-30';

/** So few patients fall ill in a month that lines are drawn of few. */
const SETTINGS = { REHABSPOR_FEWEST: '1' };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(SETTINGS);
  const organisations = organisationInputOf(server.embedded.basis.organisations);
  let lines = '';
  const people = { patients: 160, seed: 7, years: 2, organisations, feeds: 'all-connected' } as const;
  generatePopulation(people, (text) => (lines += text));
  server.setNow('2025-06-30T12:00:00Z');
  await server.tell(lines.trimEnd());
  // Every hospital falls silent for a quarter: whoever's window lies over it is disturbed.
  const hospitals = [...server.embedded.basis.organisations.hospitals.keys()];
  await server.tell(hospitals.map((sor) => feed(`hospital:${sor}`, 'silent', '2022-07-01', '2022-09-30')));
});
afterAll(() => server.stop());

const get = async <T>(path: string): Promise<T> => (await server.request.get(`/api/v1${path}`)).body as T;

/** Runs the command beside the server. */
const run = (...options: string[]): Promise<Ran> =>
  runCommand(chartCommand(program), options, {
    REHABSPOR_DATA: server.folder,
    REHABSPOR_KEY: 'a key for tests only',
    ...SETTINGS,
  });

describe('GET /charts/funnel', () => {
  const path = '/charts/funnel?indicator=participation&period=2023&level=hospital&asOf=2025-06-30';

  it('has every unit of the results with the share of its decisions without trouble', async () => {
    const chart = await get<FunnelChart>(path);
    const { rows } = await get<Report>('/indicators/participation/results?period=2023&level=hospital&asOf=2025-06-30');

    expect(
      chart.units.map(({ unit, numerator, denominator, percent }) => [unit, numerator, denominator, percent]),
    ).toEqual(rows.map(({ unit, estimate }) => [unit, estimate.numerator, estimate.denominator, estimate.percent]));
    expect(chart).toMatchObject({ definition: 'dhrd-2023/2', label: 'arbejdsdefinition', asOf: '2025-06-30' });
    expect(chart.overall).toBeGreaterThan(0);
    expect(chart.limits.length).toBeGreaterThan(5);
  });

  it('tells around each share what the results tell of the unit', async () => {
    const chart = await get<FunnelChart>(path);
    const { rows } = await get<Report>('/indicators/participation/results?period=2023&level=hospital&asOf=2025-06-30');

    const told = ({ bounds, reported, unknown, unknownPercent, stillOpen }: AroundShare) => ({
      ...{ bounds, reported, unknown, unknownPercent, stillOpen },
    });
    expect(chart.units.map(told)).toEqual(rows.map(told));
  });

  it('is drawn in the language asked for, the same bytes each time', async () => {
    const response = await server.request.get(`/api/v1${path}&format=svg&lang=en`).buffer(true);
    const again = await server.request.get(`/api/v1${path}&format=svg&lang=en`).buffer(true);

    expect(response.headers['content-type']).toMatch(/^image\/svg\+xml/);
    const drawn = (response.body as Buffer).toString('utf8');
    expect(drawn).toMatch(/^<svg [^>]*role="img" lang="en"/);
    expect(drawn).toContain('Funnel plot: hospitals, 2023');
    expect(again.body).toEqual(response.body);
  });

  it('of a period without decisions is empty and keeps the units', async () => {
    const chart = await get<FunnelChart>('/charts/funnel?indicator=diet&period=2015&level=municipality');

    expect(chart.overall).toBeNull();
    expect(chart.units.length).toBeGreaterThan(90);
    expect(chart.units.every(({ numerator, denominator }) => numerator === 0 && denominator === 0)).toBe(true);
  });
});

describe('GET /charts/control', () => {
  it('has every month from the first with decisions to the last that has ended, none left out', async () => {
    const { points } = await get<ControlChart>(NATION);
    const names = points.map(({ period }) => period.name);

    expect(names.at(-1)).toBe('2025-05');
    const [first = ''] = names;
    const months = (Number('2025') - Number(first.slice(0, 4))) * 12 + 5 - Number(first.slice(5)) + 1;
    expect(names).toHaveLength(months);
    expect(points[0]?.denominator).toBeGreaterThan(0);
  });

  it.each(['trend', 'control'])(
    'of an as-of day in a far year shows the latest periods, no more: %s',
    async (chart) => {
      const { points } = await get<{ points: { period: { name: string } }[] }>(
        `/charts/${chart}?indicator=participation&by=month&asOf=8325-08-30`,
      );

      expect(points.at(-1)?.period.name).toBe('8325-07');
      expect(points.length).toBeLessThanOrEqual(360);
      expect(points.length).toBeGreaterThan(300);
    },
  );

  it('rests on cases that say which of them a source fell silent over', async () => {
    const { cases } = await get<{ cases: { disturbed: boolean; silenced?: true }[] }>(
      '/indicators/participation/cases?unit=denmark&period=2022&limit=1000',
    );

    expect(cases.some(({ silenced }) => silenced)).toBe(true);
    expect(cases.every(({ disturbed, silenced }) => disturbed || silenced === undefined)).toBe(true);
  });

  it('marks the months that silent sources disturbed, and takes neither baseline nor signals from them', async () => {
    const { points, baseline } = await get<ControlChart>(NATION);
    const disturbed = points.filter(({ feeds }) => feeds === 'disturbed');

    expect(disturbed.map(({ period }) => period.name)).toEqual(
      expect.arrayContaining(['2022-02', '2022-05', '2022-08']),
    );
    expect(disturbed.every(({ inBaseline, signals }) => !inBaseline && signals.length === 0)).toBe(true);
    expect(baseline.periods).toHaveLength(12);
    expect(baseline.frozen).toBe(true);
  });

  it('counts each period as the results do', async () => {
    const { points } = await get<ControlChart>(`${NATION}&by=quarter`);
    const { rows } = await get<Report>('/indicators/participation/results?period=2023Q3&asOf=2025-06-30');

    const point = points.find(({ period }) => period.name === '2023Q3');
    expect([point?.numerator, point?.denominator]).toEqual([
      rows[0]?.estimate.numerator,
      rows[0]?.estimate.denominator,
    ]);
  });

  it.each(['month', 'quarter', 'tertial'])('divides time by %s, as p chart and as XmR', async (by) => {
    const p = await get<ControlChart>(`${NATION}&by=${by}&baseline=4`);
    const individuals = await get<ControlChart>(`${NATION}&by=${by}&baseline=4&kind=xmr`);

    expect(p.points.map(({ period, percent }) => [period, percent])).toEqual(
      individuals.points.map(({ period, percent }) => [period, percent]),
    );
    expect(new Set(individuals.points.flatMap(({ limits }) => (limits === null ? [] : [limits.join()]))).size).toBe(1);
    expect(p.baseline).toMatchObject({ asked: 4, frozen: true });
  });

  it('takes its lines from the stretch named, shown or not', async () => {
    const path = `${NATION}&by=quarter&baseline=2023-01-01..2023-12-31`;
    const all = await get<ControlChart>(path);
    const late = await get<ControlChart>(`${path}&from=2024Q1`);

    expect(all.baseline.periods.every((name) => name.startsWith('2023Q'))).toBe(true);
    expect(late.baseline).toEqual(all.baseline);
    expect(late.points).toEqual(all.points.filter(({ period }) => period.from >= '2024-01-01'));
  });

  it('has hatching where sources were silent', async () => {
    const response = await server.request.get(`/api/v1${NATION}&format=svg`).buffer(true);

    expect((response.body as Buffer).toString('utf8')).toContain('class="feeds-disturbed"');
  });
});

describe('GET /charts/trend', () => {
  it('has the registry’s own reporting periods that have ended', async () => {
    const { points } = await get<TrendChart>(
      '/charts/trend?indicator=participation&by=reporting&from=2021/22&asOf=2025-06-30',
    );

    expect(points.map(({ period }) => period.name)).toEqual(['2021/22', '2022-bridging', '2023', '2024']);
    expect(points[2]?.interval?.lower).toBeLessThan(points[2]?.percent ?? 0);
  });

  it('is as it was known then', async () => {
    const { points, knownAt } = await get<TrendChart>(
      '/charts/trend?indicator=participation&asOf=2025-06-30&knownAt=2020-01-01T00:00:00Z',
    );

    expect(points).toEqual([]);
    expect(knownAt).toBe('2020-01-01T00:00:00.000Z');
  });
});

describe('GET /charts/levels', () => {
  it('has every unit with twelve indicators, against the period before', async () => {
    const { rows, before, indicators } = await get<LevelTable>(
      '/charts/levels?period=2023&level=region&asOf=2025-06-30',
    );

    expect(indicators).toHaveLength(definitions.indicators.length);
    expect(before?.name).toBe('2022-bridging');
    expect(rows.map(({ unit }) => unit.id)).toEqual(expect.arrayContaining(['region:1081', 'region:1085']));
    for (const { counts, cells } of rows) {
      expect(counts.high + counts.moderate + counts.low).toBe(cells.filter(({ level }) => level !== null).length);
    }
  });
});

describe('What there is not', () => {
  it.each([
    ['/charts/funnel?indicator=sleep&period=2023', 404, 'participation'],
    ['/charts/control?indicator=sleep', 404, 'participation'],
    ['/charts/trend?indicator=diet&unit=hospital:99999999999', 404, 'hospital:330901000016003'],
    ['/charts/trend?indicator=diet&unit=planet', 404, 'denmark'],
    ['/charts/funnel?indicator=diet&period=soon', 400, '2023Q1'],
    ['/charts/funnel?period=2023', 400, 'indicator'],
    ['/charts/funnel?indicator=diet&period=2023&level=planet', 400, 'municipality'],
    ['/charts/funnel?indicator=diet&period=2023&level=hospital&context=resident', 400, 'treated'],
    ['/charts/levels?period=2023&format=pdf', 400, 'svg'],
    ['/charts/control?indicator=diet&by=week', 400, 'tertial'],
    ['/charts/control?indicator=diet&kind=u', 400, 'xmr'],
    ['/charts/control?indicator=diet&baseline=1', 400, '2 to 120'],
    ['/charts/control?indicator=diet&from=1700-01-01', 400, '360'],
    ['/charts/control?indicator=diet&from=2024&to=2023', 400, 'must not come after'],
  ])('%s is answered with %i and what there is', async (path, status, told) => {
    const response = await server.request.get(`/api/v1${path}`);

    expectProblem(response, status);
    expect(response.text).toContain(told);
  });
});

describe('chart on the command line', () => {
  it('writes the data the server answers, and its drawing', async () => {
    const question = ['--indicator', 'participation', '--as-of', '2025-06-30'];
    const language = ['--lang', 'da'];

    const data = await run('control', ...question, '--format', 'json');
    expect(JSON.parse(data.out)).toEqual(await get<ControlChart>(NATION));
    const drawing = await run('control', ...question, ...language);
    const response = await server.request.get(`/api/v1${NATION}&format=svg`).buffer(true);
    expect(drawing.out).toBe((response.body as Buffer).toString('utf8'));
    for (const [kind, ...more] of [['funnel', '--period', '2023'], ['trend'], ['levels', '--period', '2023']]) {
      const indicator = kind === 'levels' ? [] : question.slice(0, 2);
      expect((await run(kind as string, ...more, ...indicator, '--as-of', '2025-06-30')).out).toMatch(
        /^<svg .*<\/svg>\n$/s,
      );
    }
  });

  it.each([
    [['funnel', '--indicator', 'sleep', '--period', '2023'], 'participation'],
    [['funnel', '--indicator', 'diet', '--period', 'soon'], '2023Q1'],
    [['trend', '--indicator', 'diet', '--unit', 'hospital:99999999999'], 'hospital:330901000016003'],
    [['trend', '--indicator', 'diet', '--from', '2024', '--to', '2023'], '--from must not come after'],
    [['control', '--indicator', 'diet', '--baseline', '1'], '2 to 120'],
    [['levels', '--period', '2023', '--level', 'hospital', '--context', 'resident'], 'treated'],
  ])('%j is a usage error that tells what there is', async (options, told) => {
    const { exitCode, errors } = await run(...options);

    expect(exitCode).toBe(2);
    expect(errors).toContain(told);
  });
});
