import { sealsOf } from '../../../src/access/domain/seals';
import { readLpr3 } from '../../../src/formats/adapters/lpr3/read-lpr3';
import { StateDelivery } from '../../../src/formats/application/state-delivery';
import { SqliteDeliveryBook } from '../../../src/platform/sqlite/sqlite-delivery-book';
import { temporaryFolder } from '../../support/temporary-folder';
import { allOf } from '../lpr-f/delivered';
import * as made from './reports';
import { contact, course, deletion, diagnosis, folderWith, report } from './reports';

const { fields } = sealsOf({ personKey: Buffer.alloc(32, 7) });
const FIRST = report([course('F1'), contact('K1'), diagnosis('D1', 'DI219')]);
const CHANGED = report([diagnosis('D1', 'DI219', { type: 'ALGA02', links: made.atEarlierContact('K1') })], {
  version: 2,
  relates: 'APND',
});
const DELETED = report([deletion('D1')], { version: 3, relates: 'APND' });

type Event = Readonly<Record<string, unknown>>;

test('reports that are delivered again, and one more, state nothing again but what is known already', async () => {
  const book = new SqliteDeliveryBook(temporaryFolder());
  const deliver = async (...reports: readonly string[]): Promise<readonly Event[]> => {
    const stating = new StateDelivery(
      { time: '2023-03-01T06:00:00Z', extract: 'full', mayRetractMany: false },
      { book, seal: fields, secret: 'a'.repeat(64) },
    );
    book.begin('lpr3');
    const { events, refused } = stating.of(await allOf(readLpr3, folderWith(...reports)));
    expect(refused).toEqual([]);
    const all = [...events, ...stating.gone()];
    book.keep();
    return all.map(({ event }) => event);
  };
  try {
    const known = await deliver(FIRST, CHANGED);
    expect(known).toHaveLength(3);
    const ids = new Set(known.map(({ id }) => id));
    const isNew = ({ id }: Event): boolean => !ids.has(id);
    expect((await deliver(FIRST, CHANGED)).filter(isNew)).toEqual([]);
    const news = (await deliver(DELETED, FIRST, CHANGED)).filter(isNew);
    expect(news.map(({ time, data }) => [time, (data as Event)['status'], (data as Event)['version']])).toEqual([
      ['2023-02-03T11:00:00.000Z', 'retracted', 3],
    ]);
  } finally {
    book.close();
  }
});
