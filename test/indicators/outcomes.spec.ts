import { addDays } from '../../src/kernel/day';
import type { IndicatorDefinition } from '../../src/kernel/definition';
import { citedIn, decide, definitions, evaluate } from '../support/evaluate';
import { civilRegistration, hospital } from '../support/sectors';
import { GRY, about } from '../support/source-event';
import { CASES, INDEX_DAY, begun, rows } from './cases';

const { pci } = hospital();

/** What an indicator is made of: another of the same shape needs no case of its own. */
const shapeOf = ({ denominator, evidence, value }: IndicatorDefinition): string =>
  [denominator.rule, evidence?.of.measure ?? evidence?.of.fact, value?.rule].join(' ');

test('there is a case for every shape of indicator, in the order of the set', () => {
  const cased = definitions.indicators.filter(({ key }) => CASES.some((of) => of.key === key));

  expect(CASES.map(({ key }) => key)).toEqual(cased.map(({ key }) => key));
  expect(new Set(cased.map(shapeOf))).toEqual(new Set(definitions.indicators.map(shapeOf)));
});

describe.each(rows())('%s', (key, of) => {
  const { kind, windowEnd, dayAfter, fulfils, misses, asked } = of;
  const start = begun(of);
  const isEvidence = kind === 'evidence';

  it('has its window from the index day on, both ends included', async () => {
    expect((await decide(key, start, { asOf: dayAfter })).window).toEqual({ from: INDEX_DAY, to: windowEnd });
  });

  it.each([
    ['the first day', of.firstDay],
    ['the last day', windowEnd],
  ])('is met by what happened on %s', async (_which, on) => {
    const facts = fulfils(on);
    const decision = await decide(key, [start, facts], { asOf: dayAfter });

    expect(decision.outcome).toBe('met');
    expect(decision).not.toHaveProperty('reason');
    expect(citedIn(decision.decisive)).toContain(facts.at(-1)?.id);
  });

  it('is not met by what happened the day after', async () => {
    const decision = await decide(key, [start, fulfils(dayAfter)], { asOf: addDays(dayAfter, 1) });

    expect(decision).toMatchObject(
      isEvidence ? { outcome: 'not-met', reason: 'NO_EVIDENCE' } : { outcome: 'unknown', reason: 'NO_VALUE' },
    );
    expect([...decision.decisive, ...decision.also]).toEqual([]);
  });

  it('is pending through the last day and decided the next', async () => {
    const onLast = await decide(key, start, { asOf: windowEnd });
    const next = await decide(key, start, { asOf: dayAfter });

    expect(onLast).toMatchObject({ outcome: 'pending', decisive: [], also: [] });
    expect(onLast).not.toHaveProperty('provisional');
    expect(next).toMatchObject(
      isEvidence ? { outcome: 'not-met', reason: 'NO_EVIDENCE' } : { outcome: 'unknown', reason: 'NO_VALUE' },
    );
  });

  it('does not look at what is dated after the as-of day', async () => {
    const decision = await decide(key, [start, fulfils(windowEnd)], { asOf: addDays(windowEnd, -1) });

    expect(decision).toMatchObject({ outcome: 'pending', decisive: [], also: [] });
  });

  it(isEvidence ? 'is met as soon as there is evidence' : 'shows what it is so far while it is pending', async () => {
    const decision = await decide(key, [start, fulfils('2023-04-02')], { asOf: '2023-04-02' });

    expect(decision).toMatchObject(isEvidence ? { outcome: 'met' } : { outcome: 'pending', provisional: 'met' });
    expect(decision.decisive).not.toEqual([]);
  });

  if (misses !== undefined) {
    it('is not met by a value that misses the target', async () => {
      const story = [start, misses('2023-04-02')];
      const soFar = await decide(key, story, { asOf: windowEnd });
      const decided = await decide(key, story, { asOf: dayAfter });

      expect(soFar).toMatchObject({ outcome: 'pending', provisional: 'not-met' });
      expect(decided.outcome).toBe('not-met');
      expect(decided).not.toHaveProperty('reason');
      expect(decided.value).toEqual(soFar.value);
    });

    it('goes by the latest value', async () => {
      const [earlier, later] = [fulfils('2023-04-02'), misses('2023-05-02')];
      const decision = await decide(key, [start, later, earlier], { asOf: dayAfter });

      expect(decision.outcome).toBe('not-met');
      expect(citedIn(decision.decisive).at(-1)).toBe(later[0]?.id);
      expect(citedIn(decision.also)).toEqual([earlier[0]?.id]);
    });
  } else {
    it('cites the first of several facts and lists the others in order', async () => {
      const facts = ['2023-03-20', '2023-03-25', '2023-04-01'].map((on) => fulfils(on));
      const decision = await decide(key, [start, ...facts.toReversed()], { asOf: dayAfter });

      const [first, ...others] = facts.map((each) => each.at(-1)?.id);
      expect(citedIn(decision.decisive)).toEqual([first]);
      expect(citedIn(decision.also)).toEqual(others);
    });
  }

  const { tooEarly } = of;
  if (tooEarly !== undefined) {
    it('does not count what happened too early for it', async () => {
      const decision = await decide(key, [start, fulfils(tooEarly)], { asOf: dayAfter });

      expect(decision.outcome).toBe(isEvidence ? 'not-met' : 'unknown');
    });
  }

  it.each([
    ['dead', 'DIED_IN_WINDOW'],
    ['emigrated', 'EMIGRATED_IN_WINDOW'],
  ] as const)('is excluded when the person was %s on a day of the window', async (state, reason) => {
    for (const from of [INDEX_DAY, windowEnd]) {
      const decision = await decide(key, [start, civilRegistration.status(state, from)], { asOf: dayAfter });

      expect(decision).toMatchObject({ outcome: 'excluded', reason, decisive: [], also: [] });
    }
  });

  it('is not excluded for what came after the window or after the as-of day', async () => {
    const after = await decide(key, [start, civilRegistration.status('dead', dayAfter)], { asOf: dayAfter });
    const ahead = await decide(key, [start, civilRegistration.status('dead', windowEnd)], {
      asOf: addDays(windowEnd, -1),
    });

    expect([after.outcome, ahead.outcome]).not.toContain('excluded');
  });

  it(isEvidence ? 'stays met when the person died' : 'is excluded although there was a value', async () => {
    const story = [start, fulfils('2023-04-02'), civilRegistration.status('dead', '2023-04-03')];

    expect((await decide(key, story, { asOf: dayAfter })).outcome).toBe(isEvidence ? 'met' : 'excluded');
  });

  it('is not applicable to one who was under 18 on the index day', async () => {
    const young = about(GRY, pci(INDEX_DAY), asked, fulfils('2023-03-20'));
    const decision = await decide(key, young, { asOf: dayAfter });

    expect(decision).toMatchObject({ outcome: 'not-applicable', reason: 'UNDER_18', decisive: [], also: [] });
  });

  if (asked.length > 0) {
    it('is not applicable outside its denominator', async () => {
      const decision = await decide(key, pci(INDEX_DAY), { asOf: dayAfter });

      expect(decision).toMatchObject({ outcome: 'not-applicable', reason: 'OUTSIDE_DENOMINATOR' });
      expect(decision).not.toHaveProperty('denominator');
    });
  }
});

test('every pathway has one decision on each indicator, in order, all of one shape', async () => {
  const { decisions } = await evaluate(pci(INDEX_DAY), { asOf: '2023-02-01' });

  expect(decisions.map(({ number }) => number)).toEqual(definitions.indicators.map(({ number }) => number));
  for (const decision of decisions) {
    expect(decision).toMatchObject({
      person: expect.stringMatching(/^p_[\w-]{22}$/) as string,
      pathway: 1,
      indexDay: INDEX_DAY,
      definition: 'dhrd-2023/2',
      asOf: '2023-02-01',
      policy: { bugOnReferral: 'strict' },
      explanation: { da: expect.any(String) as string, en: expect.any(String) as string },
    });
  }
});
