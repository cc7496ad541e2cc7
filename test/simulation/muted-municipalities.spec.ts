import { Evaluation } from '../../src/operations/evaluation/evaluation';
import { names } from '../support/evaluate';
import { feed } from '../support/sectors';
import { ALL_HEARD } from './census';
import { drawMuted, simulateMuted } from './muted-municipalities';
import { AS_OF, connectedPopulation, definitions, householdsOf, NEVER_SINCE, reading } from './muted-world';

describe('with 42 of 98 municipalities muted in 200 seeded runs', () => {
  const result = simulateMuted(3_000, 200, 1);

  test('the silence matters: more than a quarter of what municipalities report on is not known', () => {
    expect(result).toMatchObject({ muted: 42, municipalities: 98, runs: 200 });
    expect(result.pathways).toBeGreaterThan(2_500);
    for (const { meanBoundsWidth } of result.indicators) expect(meanBoundsWidth).toBeGreaterThan(25);
  });

  test('no patient is counted as not met for want of their reports', () => {
    expect(result).toMatchObject({ notMetForWantOfReports: 0, notMetForWantOfReportsElsewhere: 0 });
  });

  test('the bounds contain the truth in every run, of Denmark and of every region, hospital and municipality', () => {
    expect(result.boundsCompared).toBeGreaterThan(200 * 8 * 98);
    expect(result.boundsMissed).toEqual({ denmark: 0, region: 0, hospital: 0, municipality: 0 });
  });

  test('the estimate’s mean error is at most one percentage point for each indicator', () => {
    expect(result.indicators).toHaveLength(8);
    for (const { meanError } of result.indicators) expect(Math.abs(meanError)).toBeLessThanOrEqual(1);
  });

  test('the share of whatever was decided, in contrast, looks far too good where evidence is asked for', () => {
    const participation = result.indicators.find(({ indicator }) => indicator === 'participation');
    expect(participation?.meanErrorOfShare).toBeGreaterThan(5);
  });
});

test('the population it begins with has nothing amiss: every municipality reports and nobody’s source is in trouble', () => {
  const lines = connectedPopulation(1_500, 3);
  const reporting = new Set(lines.flatMap((line) => /"source":"(municipality:\d{4})"/.exec(line)?.[1] ?? []));
  const decisions = householdsOf(lines).flatMap((household) =>
    household.decidedWithout(ALL_HEARD).flatMap((pathway) => pathway.decisions),
  );

  expect(lines.filter((line) => line.includes('registry.feed-status'))).toEqual([]);
  expect(reporting.size).toBeGreaterThan(90);
  expect(decisions.filter(({ trouble }) => trouble !== undefined)).toEqual([]);
});

test('a run decides as the program does of the lines that would have come, with the registry’s word on the muted', async () => {
  const lines = connectedPopulation(250, 7);
  const muted = drawMuted(7);
  const evaluation = new Evaluation(
    reading,
    names,
    { now: () => Date.parse(`${AS_OF}T12:00:00Z`) },
    {
      definitions: definitions.set,
      policy: {},
      asOf: AS_OF,
      showCpr: false,
    },
  );
  const heard = lines.filter((line) => ![...muted].some((source) => line.includes(`"source":"${source}"`)));
  const notices = [...muted].map((organisation) => JSON.stringify(feed(organisation, 'not-connected', NEVER_SINCE)));
  await evaluation.receive([...heard, ...notices].map((text) => ({ text })));
  const decided: string[] = [];
  for await (const decisions of evaluation.decisions()) {
    decided.push(
      ...decisions.map(({ person, pathway, indicator, outcome, reason, denominator, trouble, possible }) =>
        JSON.stringify([person, pathway, indicator, outcome, reason, denominator, trouble, possible]),
      ),
    );
  }
  const simulated = householdsOf(lines)
    .flatMap((household) => household.decidedWithout(muted))
    .flatMap(({ person, decisions }) =>
      decisions.map(({ pathway, indicator, outcome, reason, denominator, trouble, possible }) =>
        JSON.stringify([person, pathway, indicator, outcome, reason, denominator, trouble, possible]),
      ),
    );

  expect(heard.length).toBeLessThan(lines.length);
  expect(simulated.sort()).toEqual(decided.sort());
});
