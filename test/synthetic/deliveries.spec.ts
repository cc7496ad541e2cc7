import { events, kindOf, population, type SourceEvent } from './fixture';

describe('the deliveries of a synthetic population', () => {
  const all = events(population(2_000, 9));
  const content = ({ receivedtime: _, ...rest }: SourceEvent): string => JSON.stringify(rest);
  const first = new Map<string, string>();
  const repeated: SourceEvent[] = [];
  const reused: SourceEvent[] = [];
  for (const event of all) {
    const key = `${event.source} ${event.id}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, content(event));
    else (known === content(event) ? repeated : reused).push(event);
  }

  it('repeat about 1.5 % of the events word for word', () => {
    expect(repeated.length / all.length).toBeGreaterThan(0.01);
    expect(repeated.length / all.length).toBeLessThan(0.02);
  });

  it('correct and retract by version, and bring some weeks or months late', () => {
    const versions = all.filter((event) => event.data.version === 2);
    expect(versions.filter((event) => event.data.status === 'retracted').length).toBeGreaterThan(50);
    expect(versions.filter((event) => event.data.kind !== undefined).length).toBeGreaterThan(50);
    const late = all.filter((event) => Date.parse(event.receivedtime) - Date.parse(event.time) > 45 * 86_400_000);
    expect(late.length / all.length).toBeGreaterThan(0.01);
    const wrongNumber = versions.filter(
      (event) => kindOf(event) === 'person.status' && event.data.status === 'retracted',
    );
    expect(wrongNumber.length).toBeGreaterThan(0);
  });

  it('bring a municipality its month in one batch', () => {
    const source = all.find((event) => kindOf(event) === 'municipality.start')?.source;
    const moments = all
      .filter((event) => event.source === source && event.data.version === undefined)
      .map((event) => event.receivedtime);
    expect(new Set(moments).size).toBeLessThan(moments.length / 3);
  });

  it.each([
    ['INVALID_EVENT', (event: SourceEvent) => event.data.version === 2 && Object.keys(event.data).length === 3],
    [
      'INVALID_EVENT, form',
      (event: SourceEvent) => kindOf(event) === 'danheart.form' && event.data.smokingStatus === undefined,
    ],
    [
      'INVALID_CPR',
      (event: SourceEvent) =>
        event.data.cpr !== undefined && (event.data.cpr.length < 10 || event.data.cpr.startsWith('3102')),
    ],
    ['UNKNOWN_ORGANISATION', (event: SourceEvent) => ['municipality:0999', 'hospital:6008'].includes(event.source)],
    ['UNKNOWN_ORGANISATION, referral', (event: SourceEvent) => event.data.to === 'municipality:0998'],
    ['NOT_REGISTRABLE', (event: SourceEvent) => event.source.startsWith('private:')],
    [
      'WRONG_CODE_SYSTEM_FOR_SECTOR',
      (event: SourceEvent) => kindOf(event) === 'municipality.intervention' && event.data.code !== undefined,
    ],
    [
      'WRONG_CODE_SYSTEM_FOR_SECTOR, type',
      (event: SourceEvent) => kindOf(event) === 'municipality.intervention' && event.source.startsWith('hospital:'),
    ],
    [
      'WRONG_CHANNEL, LPR',
      (event: SourceEvent) => event.data.code === 'BUG1' && String(event.data.performedOn) < '2023',
    ],
    [
      'WRONG_CHANNEL, DanHeart',
      (event: SourceEvent) => kindOf(event) === 'danheart.form' && String(event.data.serviceOn) >= '2023',
    ],
    [
      'DANHEART_CLOSED',
      (event: SourceEvent) => String(event.data.serviceOn) < '2023' && String(event.data.submittedOn) > '2023-01-31',
    ],
    [
      'ALREADY_IN_REGISTRY',
      (event: SourceEvent) => kindOf(event) === 'hospital.measurement' && event.data.kind === 'ldl',
    ],
    [
      'SERVICE_DATE_IN_FUTURE',
      (event: SourceEvent) =>
        ((event.data.dispensedOn as string | undefined) ?? '') >
        `${Number(event.time.slice(0, 4)) + 1}${event.time.slice(4, 8)}`,
    ],
  ])('bring what must be refused with %s', (_, faulty) => {
    expect(all.filter(faulty).length).toBeGreaterThan(0);
  });

  it('reuse an id for other content now and then', () => {
    expect(reused.length).toBeGreaterThan(0);
    expect(reused.length / all.length).toBeLessThan(0.001);
  });
});
