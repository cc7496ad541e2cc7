import type { Command } from 'commander';
import { program } from '../../src/apps/program';
import { coverageCommand } from '../../src/cli/coverage.command';
import { feedsCommand } from '../../src/cli/feeds.command';
import { reportCommand } from '../../src/cli/report.command';
import { transitionsCommand } from '../../src/cli/transitions.command';
import { alarmsText, calendarText, judgementsText } from '../../src/feeds/adapters/text/feed-report';
import type { FeedFinding } from '../../src/kernel/feed-alarm';
import { LANGUAGES, type Language } from '../../src/kernel/language';
import { startTestServer, type TestServer } from '../http/server';
import { evaluate, names } from '../support/evaluate';
import { runCommand } from '../support/run-command';
import { feed, hospital, LAB, municipality, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { about, ANNA, BO } from '../support/source-event';

const UNLISTED = 'hospital:999999999999999';
const CODE = /\b(?:hospital|municipality|region|general-practice|laboratory|pharmacy|danheart):[\w-]+/g;
/** A code of the hospital register that does not stand behind its scheme. */
const BARE_SOR = /(?<![:\d])\d{15}(?!\d)/g;

const STORY = [
  about(
    ANNA,
    ...hospital().pci('2023-01-03'),
    hospital().referral(ODENSE, ['training'], '2023-01-10'),
    municipality().start('2023-01-31'),
  ),
  about(BO, ...hospital().pci('2023-01-20'), hospital().referral(ODENSE, ['training'], '2023-01-25')),
  about('0504909995', ...hospital(UNLISTED).pci('2023-02-01')),
  feed(ODENSE_HOSPITAL, 'not-connected', '2023-01-01', '2023-12-31'),
  feed(LAB, 'silent', '2023-01-01'),
];

const isNamed = (text: string, name: string): boolean => name.split(' ').every((word) => text.includes(word));

/**
 * Codes in a text for people without the name in the same table row: wrapped cells go on in the lines below. Units go by
 * their Danish names in every language.
 */
function bareCodes(text: string, language: Language): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const around = lines.slice(Math.max(0, at - 2), at + 5).join(' ');
    const coded = (line.match(CODE) ?? []).filter(
      (code) => !isNamed(around, names.of(code)[language]) && !isNamed(around, names.of(code).da),
    );
    const bare = (line.match(BARE_SOR) ?? []).filter((code) => !isNamed(around, names.of(`hospital:${code}`).da));
    return [...coded, ...bare];
  });
}

describe('the commands', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await server.tell(STORY);
  });
  afterAll(() => server.stop());

  const ASKED: readonly (readonly [(p: typeof program) => Command, string])[] = [
    ...['denmark', 'region', 'hospital', 'municipality'].map(
      (level) => [reportCommand, `--period 2023 --as-of 2024-06-30 --level ${level}`] as const,
    ),
    [reportCommand, '--period 2023 --as-of 2024-06-30 --level hospital --format csv'],
    [coverageCommand, '--period 2023 --as-of 2024-06-30 --level hospital'],
    [coverageCommand, '--period 2023 --as-of 2024-06-30 --level municipality --format csv'],
    [transitionsCommand, '--period 2023 --as-of 2023-06-30'],
    [transitionsCommand, '--period 2023 --as-of 2023-06-30 --format csv'],
    [transitionsCommand, '--period 2023 --as-of 2023-06-30 --loops open'],
    [transitionsCommand, '--period 2023 --as-of 2023-06-30 --loops open --format csv'],
    [feedsCommand, 'list'],
    [feedsCommand, 'calendar'],
    [feedsCommand, 'alarms --all'],
  ];

  test.each(LANGUAGES.flatMap((language) => ASKED.map(([command, asked]) => [language, command, asked] as const)))(
    'in %s %p %s tells no code without its name',
    async (language, command, asked) => {
      const environment = { REHABSPOR_DATA: server.folder, REHABSPOR_KEY: 'a key for tests only' };
      const { out, exitCode } = await runCommand(
        command(program),
        [...asked.split(' '), '--lang', language],
        environment,
      );

      expect(exitCode).toBe(0);
      expect(out).not.toBe('');
      expect(bareCodes(out, language)).toEqual([]);
    },
  );

  test('the page tells none', async () => {
    const { text } = await server.request.get('/?period=2023');

    expect(bareCodes(text, 'da')).toEqual([]);
  });

  const CODES_AND_NAMES = {
    organisation: 'name',
    hospital: 'hospitalName',
    municipality: 'municipalityName',
    source: 'sourceName',
    unit: 'unitName',
  };

  /** Objects of an answer with a code and no name, by their path; what came as it was sent is not ours to name. */
  function unnamed(answer: unknown, path = ''): string[] {
    if (Array.isArray(answer)) return answer.flatMap((one, at) => unnamed(one, `${path}[${at}]`));
    if (typeof answer !== 'object' || answer === null) return [];
    const one = answer as Record<string, unknown>;
    const bare = Object.entries(CODES_AND_NAMES).filter(
      ([code, name]) => typeof one[code] === 'string' && typeof one[name] !== 'string',
    );
    return [
      ...bare.map(([code]) => `${path}.${code}`),
      ...Object.entries(one)
        .filter(([key]) => !AS_SENT_OR_DECIDED.includes(key))
        .flatMap(([key, value]) => unnamed(value, `${path}.${key}`)),
    ];
  }
  const AS_SENT_OR_DECIDED = ['data', 'decisions', 'history', 'trouble', 'error'];

  test.each([
    '/feeds',
    `/feeds/${ODENSE_HOSPITAL}`,
    '/feeds/calendar',
    '/feeds/alarms?standing=all',
    '/transitions/open-loops?period=2023&asOf=2023-06-30',
    '/indicators/participation/cases?period=2023&asOf=2024-06-30',
    '/indicators/participation/credits?period=2023&asOf=2024-06-30',
    '/findings',
  ])('what a person reads at %s has a name beside each code', async (path) => {
    const separator = path.includes('?') ? '&' : '?';
    const unit = path.startsWith('/indicators') ? `${separator}unit=${ODENSE_HOSPITAL}` : '';
    const { body, status } = await server.request.get(`/api/v1${path}${unit}`);

    expect(status).toBe(200);
    expect(unnamed(body)).toEqual([]);
  });

  test('so has a person’s page', async () => {
    const found = await server.request.post('/api/v1/persons/lookup').send({ cpr: ANNA });
    const { person } = found.body as { person: string };
    const { body } = await server.request.get(`/api/v1/persons/${person}/pathways?asOf=2024-06-30`);

    expect(unnamed(body)).toEqual([]);
  });

  test.each([
    '/feeds/municipality:9999',
    '/units/municipality:9999/profile?period=2023',
    '/transitions?period=2023&municipality=municipality:9999',
  ])('a problem that lists what there is at %s says who they are', async (path) => {
    const { body, status } = await server.request.get(`/api/v1${path}`);

    expect(status).toBe(404);
    expect(bareCodes((body as { detail: string }).detail.replaceAll('municipality:9999', ''), 'en')).toEqual([]);
  });
});

describe('deliveries', () => {
  const finding: FeedFinding = {
    ...{ organisation: ODENSE_HOSPITAL, state: 'silent', since: '2023-05-01', expected: 40, received: 0 },
    together: '1083',
  };
  const alarm = { id: 'a_1', finding, raisedAt: 0, raisedOn: '2023-05-03', places: 1 };

  /** Sentences in one line each. */
  const unwrapped = (text: string): string => text.replace(/\n {2}(?=\S)/g, ' ');

  test.each(LANGUAGES)('alarms, judgements and the calendar name everyone in %s', (language) => {
    const organisations = [ODENSE_HOSPITAL, UNLISTED, ODENSE, LAB, 'danheart:330901000016003', 'registry:dhrd'];
    const findings = organisations.map((organisation) => ({ ...finding, organisation }));
    const texts = [
      unwrapped(alarmsText([alarm], names, language)),
      unwrapped(
        alarmsText(
          findings.map((one, at) => ({ ...alarm, id: `a_${at}`, finding: one })),
          names,
          language,
        ),
      ),
      judgementsText(
        findings.map((one) => ({
          ...{ organisation: one.organisation, day: '2023-05-03', state: 'silent', findings: [one] },
        })),
        names,
        language,
      ),
      calendarText(
        organisations.map((organisation) => ({ organisation, months: [] })),
        names,
        language,
      ),
    ];

    expect(texts.flatMap((text) => bareCodes(text, language))).toEqual([]);
    expect(texts[0]).toContain('region:1083 Region Syddanmark');
    expect(texts[0]).toContain(`${ODENSE_HOSPITAL} Odense Universitetshospital`);
  });
});

test.each(LANGUAGES)('explanations of decisions name the source in trouble in %s', async (language) => {
  const { decisions } = await evaluate(STORY, { asOf: '2024-06-30' });
  const texts = decisions.map(({ explanation }) => explanation[language]);

  expect(texts.flatMap((text) => text.match(CODE) ?? []).length).toBeGreaterThan(5);
  expect(texts.some((text) => text.includes(`(${ODENSE_HOSPITAL} Odense Universitetshospital)`))).toBe(true);
  // A sentence begins with a capital, the register's English name too.
  expect(texts.flatMap((text) => bareCodes(text.replace('The laboratory', 'the laboratory'), language))).toEqual([]);
});
