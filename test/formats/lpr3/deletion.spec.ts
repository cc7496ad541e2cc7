import { refusedIn, unmappedIn } from '../lpr-f/delivered';
import * as made from './reports';
import { contact, course, deletion, diagnosis, report } from './reports';
import { FIRST, later, lines, read } from './said';

describe('a deletion', () => {
  const deleting = (names: readonly string[], version = 2): string =>
    report(names.map(deletion), { version, relates: 'APND' });

  test('of a procedure takes nothing else', async () => {
    expect(lines(await read(FIRST, deleting(['P1']))).slice(3)).toEqual(['v2 procedure P1 retracted']);
  });

  test('of a contact takes what points at it, and no other contact of the course', async () => {
    const first = report([
      course('F1'),
      contact('K1'),
      contact('K2'),
      diagnosis('D1', 'DI219'),
      diagnosis('D2', 'DI219', { links: made.atContact('K2') }),
    ]);
    expect(lines(await read(first, deleting(['K1']))).slice(4)).toEqual([
      'v2 contact K1 retracted',
      'v2 diagnosis D1 retracted',
    ]);
  });

  test('of a course takes its contacts and what stands under them', async () => {
    expect(
      lines(await read(FIRST, deleting(['F1'])))
        .slice(3)
        .sort(),
    ).toEqual(['v2 contact K1 retracted', 'v2 diagnosis D1 retracted', 'v2 procedure P1 retracted']);
  });

  test('that comes twice changes nothing the second time, and is told', async () => {
    const all = await read(FIRST, deleting(['K1']), deleting(['K1', 'D1'], 3));
    expect(lines(all)).toHaveLength(6);
    expect(unmappedIn(all)).toEqual(['deletion of what was deleted before', 'deletion of what was deleted before']);
  });

  test('of what the same report states under its id changes it', async () => {
    const all = await read(
      FIRST,
      report([deletion('D1'), diagnosis('D1', 'DI219', { type: 'ALGA02', links: made.atEarlierContact('K1') })], {
        version: 2,
        relates: 'APND',
      }),
    );
    expect(lines(all).slice(3)).toEqual([
      'v2 diagnosis D1 active contactId=K1 code=DI219 role=B diagnosedOn=2023-01-03',
    ]);
  });

  test('does not keep what it took from being reported again', async () => {
    const again = later([contact('K1', { mode: 'ALCA03' })], 3);
    const all = await read(FIRST, deleting(['K1']), again);
    expect(lines(all).slice(6)).toEqual([
      'v3 contact K1 active contactId=K1 courseId=F1 mode=virtual startedOn=2023-01-03',
    ]);
  });

  test('of what was moved to another contact before does not take it', async () => {
    const first = report([contact('K1'), contact('K2'), diagnosis('D1', 'DI219')]);
    const moved = report([diagnosis('D1', 'DI219', { links: made.atEarlierContact('K2') })], {
      version: 2,
      relates: 'APND',
    });
    expect(lines(await read(first, moved, deleting(['K1'], 3))).slice(4)).toEqual(['v3 contact K1 retracted']);
  });

  test('of what nobody reported is refused with what to do', async () => {
    expect(refusedIn(await read(FIRST, deleting(['K9'])))).toEqual([
      '001.xml:1 - What is deleted was not reported in this delivery, or could not be read. Deliver the reports from before too; those that are known change nothing.',
    ]);
  });
});
