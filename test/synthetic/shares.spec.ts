import { events, kindOf, population, type SourceEvent } from './fixture';

const daysApart = (from: unknown, to: unknown): number =>
  (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;
const share = (part: number, whole: number): number => part / whole;

/** Events by person; the few with changed numbers stay apart, which moves no share. */
function byPerson(all: readonly SourceEvent[]): SourceEvent[][] {
  const persons = new Map<string, SourceEvent[]>();
  for (const event of all) {
    const cpr = event.data.cpr ?? '';
    persons.set(cpr, [...(persons.get(cpr) ?? []), event]);
  }
  return [...persons.values()];
}

describe('the shares of a synthetic population', () => {
  const all = events(population(3_000, 5));
  const of = (kind: string): SourceEvent[] => all.filter((event) => kindOf(event) === kind);
  const pathways = byPerson(all.filter((event) => event.data.cpr !== undefined))
    .map((told) => {
      const days = told
        .filter((event) => /^(DI21|DI22|KFN)/.test(String(event.data.code)))
        .map((event) => String(event.data.diagnosedOn ?? event.data.performedOn))
        .sort();
      return { told, indexDay: days[0] };
    })
    .filter(({ indexDay }) => indexDay !== undefined);

  it('participation is seen in about 45 % of pathways', () => {
    const participates = (event: SourceEvent): boolean =>
      String(event.data.code).startsWith('BVDY0') ||
      kindOf(event) === 'municipality.start' ||
      (kindOf(event) === 'danheart.form' && event.data.form === 'start');
    expect(share(pathways.filter(({ told }) => told.some(participates)).length, pathways.length)).toBeWithin(
      0.42,
      0.48,
    );
  });

  it('about 29 % drop out in the municipality, with fewer than 80 % of the sessions and a reason', () => {
    const ends = of('municipality.end').filter((event) => event.data.outcome !== undefined);
    const stopped = ends.filter((event) => event.data.outcome === 'stopped');
    expect(share(stopped.length, ends.length)).toBeWithin(0.24, 0.34);
    const planned = new Map(of('municipality.start').map(({ data }) => [data.courseId, data.plannedSessions]));
    const few = ({ data }: SourceEvent): boolean =>
      Number(data.attendedSessions) < 0.8 * Number(data.plannedSessions ?? planned.get(data.courseId));
    expect(stopped.every((event) => few(event) && event.data.reason !== undefined)).toBe(true);
    expect(ends.filter((event) => event.data.outcome === 'completed' && few(event)).length).toBeLessThan(
      ends.length / 50,
    );
    expect(new Set(ends.map((event) => event.data.outcome))).toEqual(new Set(['completed', 'stopped', 'died']));
  });

  it('about 30 % of smokers have stopped at the latest status', () => {
    const courses = pathways.map(({ told }) =>
      told
        .map((event) => ({
          on: event.data.measuredOn ?? event.data.serviceOn,
          status: event.data.kind === 'smoking-status' ? event.data.value : event.data.smokingStatus,
        }))
        .filter(({ on, status }) => on !== undefined && status !== undefined && status !== 'unknown')
        .sort((a, b) => (String(a.on) < String(b.on) ? -1 : 1)),
    );
    const followed = courses.filter(
      (course) => course[0]?.status === 'smoker' && String(course.at(-1)?.on) > String(course[0].on),
    );
    expect(followed.length).toBeGreaterThan(100);
    expect(share(followed.filter((course) => course.at(-1)?.status !== 'smoker').length, followed.length)).toBeWithin(
      0.22,
      0.38,
    );
  });

  it('about half of the hjertekost scores are under 75, and some HADS are 8 or more', () => {
    const scores = all.filter((event) => event.data.kind === 'hjertekost').map((event) => Number(event.data.score));
    expect(share(scores.filter((score) => score < 75).length, scores.length)).toBeWithin(0.44, 0.56);
    const hads = all.filter((event) => event.data.kind === 'hads');
    const high = hads.filter((event) => Number(event.data.anxiety) >= 8 || Number(event.data.depression) >= 8);
    expect(share(high.length, hads.length)).toBeWithin(0.1, 0.35);
  });

  it('nearly all get antithrombotics and statins within 90 days', () => {
    const within90 = (pattern: RegExp) =>
      share(
        pathways.filter(({ told, indexDay }) =>
          told.some(
            (event) => pattern.test(String(event.data.atc)) && daysApart(indexDay, event.data.dispensedOn) <= 90,
          ),
        ).length,
        pathways.length,
      );
    expect(within90(/^B01A[ACEF]/)).toBeWithin(0.91, 0.97);
    expect(within90(/^C10(AA|BA|BX)/)).toBeWithin(0.85, 0.93);
  });

  it('hospital services before 2023 come as DanHeart forms, none handed in after January', () => {
    const forms = of('danheart.form').filter((event) => String(event.data.serviceOn) < '2023');
    expect(forms.length).toBeGreaterThan(30);
    const services = all.filter(
      (event) => /^(BUG|BRXT|BVDY0)/.test(String(event.data.code)) && kindOf(event) === 'hospital.procedure',
    );
    const early = services.filter((event) => String(event.data.performedOn) < '2023');
    expect(early.length / services.length).toBeLessThan(0.01);
    expect(of('hospital.measurement').filter((event) => String(event.data.measuredOn) < '2023')).toEqual([]);
  });

  it('has every way a service can be delivered, referred and linked', () => {
    const procedures = of('hospital.procedure');
    expect(new Set(procedures.map((event) => event.data.purpose))).toEqual(
      new Set([undefined, 'delivered', 'referral']),
    );
    expect(procedures.some((event) => event.data.performedBy !== undefined)).toBe(true);
    expect(procedures.some((event) => event.data.contactId === undefined && event.data.courseId !== undefined)).toBe(
      true,
    );
    const forms = of('municipality.intervention').map((event) => event.data.form);
    expect(new Set(forms.filter((form) => form !== undefined))).toEqual(
      new Set(['group', 'individual', 'virtual', 'phone']),
    );
    const diagnoses = of('hospital.diagnosis');
    expect(diagnoses.some((event) => event.data.refuted === true)).toBe(true);
    expect(diagnoses.some((event) => String(event.data.code).startsWith('DZ03'))).toBe(true);
  });

  it('has bounds, other units and HbA1c among the laboratory results', () => {
    const results = of('laboratory.result').map((event) => event.data);
    expect(results.some((result) => typeof result.value === 'string')).toBe(true);
    expect(results.some((result) => result.unit === 'mg/dL')).toBe(true);
    expect(results.some((result) => result.npu === 'NPU27300')).toBe(true);
  });
});

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how jest's matchers are extended
  namespace jest {
    interface Matchers<R> {
      toBeWithin(least: number, most: number): R;
    }
  }
}

expect.extend({
  toBeWithin: (value: number, least: number, most: number) => ({
    pass: value >= least && value <= most,
    message: () => `expected ${value} to lie within ${least} and ${most}`,
  }),
});
