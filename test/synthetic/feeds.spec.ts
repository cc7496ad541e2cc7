import { events, kindOf, ORGANISATIONS, population } from './fixture';

describe('the feeds of a synthetic population', () => {
  const all = events(population(2_000, 3));
  const notices = all.filter((event) => kindOf(event) === 'registry.feed-status').map((event) => event.data);
  const named = (state: string): string[] =>
    notices.filter((notice) => notice.state === state).map((notice) => String(notice.organisation));

  it('leave 42 of the 98 municipalities unconnected: they send nothing', () => {
    const unconnected = new Set(named('not-connected'));
    expect(unconnected.size).toBe(42);
    expect(all.filter((event) => unconnected.has(event.source))).toEqual([]);
  });

  it('have patients all the same where the municipality is not connected', () => {
    const unconnected = new Set(named('not-connected'));
    const homes = all
      .filter((event) => kindOf(event) === 'person.status')
      .map((event) => `municipality:${String(event.data.municipality)}`);
    expect(homes.filter((home) => unconnected.has(home)).length).toBeGreaterThan(500);
  });

  it('lose one region of hospitals from 2023-09-01', () => {
    const silent = notices.filter(
      (notice) => notice.state === 'silent' && String(notice.organisation).startsWith('hospital:'),
    );
    const lost = new Set(silent.map((notice) => String(notice.organisation)));
    const regions = ORGANISATIONS.hospitals
      .filter((hospital) => lost.has(`hospital:${hospital.sor}`))
      .map(({ region }) => region);
    expect(new Set(regions).size).toBe(1);
    expect(regions.length).toBe(ORGANISATIONS.hospitals.filter(({ region }) => region === regions[0]).length);
    expect(silent.every((notice) => notice.from === '2023-09-01' && notice.to === undefined)).toBe(true);
    const before = all.filter((event) => lost.has(event.source));
    expect(before.length).toBeGreaterThan(500);
    expect(before.filter((event) => event.time >= '2023-09-01')).toEqual([]);
  });

  it('fall silent for a while and catch up', () => {
    expect(named('silent')).toEqual(
      expect.arrayContaining(['laboratory:lab-database', 'pharmacy:prescription-register']),
    );
    expect(notices.some((notice) => notice.state === 'silent' && notice.to !== undefined)).toBe(true);
    const laboratory = all.filter((event) => event.source === 'laboratory:lab-database');
    const spell = notices.find((notice) => notice.state === 'silent' && notice.organisation === laboratory[0]?.source)!;
    const back = notices.find((notice) => notice.state === 'connected' && notice.organisation === spell.organisation);
    const until = String(spell.to ?? back?.from);
    const within = (moment: string): boolean =>
      moment.slice(0, 10) >= String(spell.from) && moment.slice(0, 10) < until;
    expect(laboratory.filter((event) => within(event.receivedtime)).length).toBeLessThan(3); // reused ids slip through
    expect(laboratory.filter((event) => within(event.time)).length).toBeGreaterThan(50);
  });
});
