import { CronSchedules } from '../../src/platform/cron-schedules';
import { FolderDelivery } from '../../src/platform/delivery/folder-delivery';
import { MailDelivery } from '../../src/platform/delivery/mail-delivery';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { SilentLogger } from '../../src/platform/silent-logger';
import { ReportDelivery, type Parcel } from '../../src/ports/report-delivery';
import type { Subscription, SubscriptionBook, SubscriptionOrder } from '../../src/ports/subscription-book';
import type { Destination } from '../../src/ports/subscription-book';
import { ProduceSubscriptions } from '../../src/subscriptions/application/produce-subscriptions';
import { OrderRefused, TakeSubscriptions } from '../../src/subscriptions/application/take-subscriptions';
import { openSqlite } from '../ports/sqlite-platform';
import { temporaryFolder } from '../support/temporary-folder';

const organisations = loadOrganisationList(loadSchemas());
const ORDER: SubscriptionOrder = {
  ...{ unit: 'municipality:0461', period: 'month', formats: ['csv'], language: 'da', schedule: '0 6 5 * *' },
  delivery: { kind: 'folder', folder: 'odense' },
};

/** Keeps what it is given, or fails as often as it is told to. */
class ShelfDelivery extends ReportDelivery<Destination> {
  readonly shelf: Parcel[] = [];
  failures = 0;

  override faultIn(): undefined {
    return undefined;
  }

  override deliver(_destination: Destination, parcel: Parcel): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      return Promise.reject(new Error('The shelf is full.'));
    }
    this.shelf.push(parcel);
    return Promise.resolve();
  }
}

/** A program over a book, its clock in the test's hands. */
function program(book: SubscriptionBook = openSqlite().subscriptionBook, shelf = new ShelfDelivery()) {
  const clock = { at: Date.parse('2024-05-10T08:00:00Z'), now: () => clock.at };
  const schedules = new CronSchedules();
  const deliveries = { folder: shelf, mail: shelf };
  const warned: string[] = [];
  const logger = Object.assign(new SilentLogger(), {
    warn: (details: object, message: string) => void warned.push(`${message} ${JSON.stringify(details)}`),
  });
  const produced: string[] = [];
  const producing = new ProduceSubscriptions({
    ...{ book, deliveries, schedules, clock, logger },
    produce: (order, { due, period }) => {
      const name = `${order.unit}-${period.name}`;
      produced.push(`${name} ${new Date(due).toISOString()}`);
      const files = [{ name, contentType: 'text/csv', content: Buffer.from(name) }];
      return Promise.resolve({ unit: 'Odense', label: 'arbejdsdefinition', files });
    },
  });
  const taking = new TakeSubscriptions(book, deliveries, schedules, { organisations, indicators: ['diet'] }, clock);
  return {
    ...{ book, shelf, producing, taking, produced, warned },
    setNow: (instant: string) => (clock.at = Date.parse(instant)),
    /** Another process on the same book. */
    again: () => program(book, shelf),
  };
}

const names = ({ shelf }: ShelfDelivery): string[] => shelf.flatMap(({ files }) => files.map(({ name }) => name));

test('nothing is produced before it is due, and each due time once', async () => {
  const { taking, producing, shelf, setNow } = program();
  await taking.take(ORDER);
  expect(await producing.produceDue()).toBe(0);
  setNow('2024-06-05T03:59:59Z');
  expect(await producing.produceDue()).toBe(0);
  setNow('2024-06-05T04:00:00Z');
  expect(await producing.produceDue()).toBe(1);
  expect(await producing.produceDue()).toBe(0);
  setNow('2024-07-05T04:10:00Z');
  await producing.produceDue();

  expect(names(shelf)).toEqual(['municipality:0461-2024-05', 'municipality:0461-2024-06']);
  expect(new Set(shelf.shelf.map(({ reference }) => reference)).size).toBe(2);
});

test('what was missed while stopped comes once for every period, looked at from the time it was due', async () => {
  const first = program();
  await first.taking.take(ORDER);
  const second = first.again();
  second.setNow('2024-09-20T12:00:00Z');

  expect(await second.producing.produceDue()).toBe(4);
  expect(await second.producing.produceDue()).toBe(0);
  expect(second.produced).toEqual([
    'municipality:0461-2024-05 2024-06-05T04:00:00.000Z',
    'municipality:0461-2024-06 2024-07-05T04:00:00.000Z',
    'municipality:0461-2024-07 2024-08-05T04:00:00.000Z',
    'municipality:0461-2024-08 2024-09-05T04:00:00.000Z',
  ]);
});

test('what fails is told, kept with the subscription and tried again, later and later', async () => {
  const { taking, producing, shelf, setNow, warned, book } = program();
  const { id } = await taking.take(ORDER);
  shelf.failures = 2;
  setNow('2024-06-05T04:00:00Z');
  expect(await producing.produceDue()).toBe(0);
  expect((await book.find(id))?.progress.failure).toEqual({
    ...{ times: 1, at: Date.parse('2024-06-05T04:00:00Z'), retryAt: Date.parse('2024-06-05T04:01:00Z') },
    says: 'The shelf is full.',
  });
  expect(warned).toHaveLength(1);
  setNow('2024-06-05T04:00:59Z');
  await producing.produceDue();
  expect(warned).toHaveLength(1);
  setNow('2024-06-05T04:01:00Z');
  await producing.produceDue();
  expect((await book.find(id))?.progress.failure?.retryAt).toBe(Date.parse('2024-06-05T04:03:00Z'));
  setNow('2024-06-05T04:03:00Z');

  expect(await producing.produceDue()).toBe(1);
  expect((await book.find(id))?.progress.failure).toBeUndefined();
  expect(names(shelf)).toEqual(['municipality:0461-2024-05']);
});

test('one subscription that fails keeps none of the others back', async () => {
  const { taking, producing, shelf, setNow } = program();
  await taking.take(ORDER);
  await taking.take({ ...ORDER, unit: 'denmark' });
  shelf.failures = 1;
  setNow('2024-06-05T04:00:00Z');

  expect(await producing.produceDue()).toBe(1);
});

test('of several processes on one book one hands a report over', async () => {
  const first = program();
  await first.taking.take(ORDER);
  const all = [first, first.again(), first.again(), first.again()];
  for (const one of all) one.setNow('2024-06-05T04:00:00Z');
  const counts = await Promise.all(all.map(({ producing }) => producing.produceDue()));

  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(names(first.shelf)).toEqual(['municipality:0461-2024-05']);
});

test('what was handed over and not noted comes again under the same reference, when the claim has run out', async () => {
  const first = program();
  await first.taking.take(ORDER);
  const breaking: SubscriptionBook = Object.assign(Object.create(first.book) as SubscriptionBook, {
    advance: (id: string, progress: Subscription['progress']) =>
      progress.claimedUntil === undefined
        ? Promise.reject(new Error('The process is gone.'))
        : first.book.advance(id, progress),
  });
  const broken = program(breaking, first.shelf);
  broken.setNow('2024-06-05T04:00:00Z');
  await expect(broken.producing.produceDue()).rejects.toThrow('gone');
  const next = first.again();
  next.setNow('2024-06-05T04:05:00Z');
  expect(await next.producing.produceDue()).toBe(0);
  next.setNow('2024-06-05T04:10:00Z');
  expect(await next.producing.produceDue()).toBe(1);

  expect(new Set(first.shelf.shelf.map(({ reference }) => reference)).size).toBe(1);
});

test('what is handed over says which unit and period it is about, and that the definitions are ours', async () => {
  const { taking, producing, shelf, setNow } = program();
  await taking.take(ORDER);
  await taking.take({ ...ORDER, language: 'en', period: 'quarter' });
  setNow('2024-06-05T04:00:00Z');
  await producing.produceDue();
  const said = shelf.shelf.map(({ subject, text }) => [subject, text.includes('arbejdsdefinition')]);

  expect(new Set(said)).toEqual(
    new Set([
      ['Indikatorer: Odense, maj 2024', true],
      ['Indicators: Odense, quarter 1, 2024', true],
    ]),
  );
});

test('what was removed is not produced any more', async () => {
  const { taking, producing, setNow } = program();
  const { id } = await taking.take(ORDER);
  expect(await taking.end(id)).toBe(true);
  expect(await taking.end(id)).toBe(false);
  setNow('2024-09-05T04:00:00Z');

  expect(await producing.produceDue()).toBe(0);
});

test('producing now gives the latest closed period, and the schedule goes on as it was', async () => {
  const { taking, producing, shelf, setNow } = program();
  const subscription = await taking.take(ORDER);
  await producing.produceNow(subscription);
  setNow('2024-06-05T04:00:00Z');
  await producing.produceDue();

  expect(names(shelf)).toEqual(['municipality:0461-2024-04', 'municipality:0461-2024-05']);
});

test('the same order is the same subscription, another order another', async () => {
  const { taking, setNow } = program();
  const first = await taking.take({ ...ORDER, formats: ['xlsx', 'csv', 'csv'] });
  setNow('2024-08-01T00:00:00Z');
  const again = await taking.take({ ...ORDER, formats: ['csv', 'xlsx'] });
  const other = await taking.take({ ...ORDER, formats: ['json'] });

  expect(again).toEqual(first);
  expect(other.id).not.toBe(first.id);
  expect((await taking.list()).map(({ nextDue }) => nextDue)).toEqual(
    [Date.parse('2024-08-05T04:00:00Z'), Date.parse('2024-06-05T04:00:00Z')].sort((a, b) =>
      other.id < first.id ? b - a : a - b,
    ),
  );
});

test.each([
  ['unit', { unit: 'municipality:9999' }, 'municipality:0461'],
  ['unit', { unit: 'private:x' }, 'hospital:<SOR>'],
  ['period', { period: 'week' }, 'month, quarter, tertial, year'],
  ['formats', { formats: [] }, 'csv, xlsx, json, svg'],
  ['formats', { formats: ['pdf'] }, 'csv, xlsx, json, svg'],
  ['schedule', { schedule: '* * * * *' }, 'once an hour'],
  ['delivery', { delivery: { kind: 'folder', folder: '../x' } }, 'REHABSPOR_REPORTS'],
  ['delivery', { delivery: { kind: 'mail', to: ['a@example.org'] } }, 'REHABSPOR_SMTP_URL'],
])('an order whose %s cannot be used is refused with what there is', async (path, change, remedy) => {
  const { subscriptionBook } = openSqlite();
  const deliveries = { folder: new FolderDelivery(temporaryFolder()), mail: new MailDelivery(undefined) };
  const clock = { now: () => 0 };
  const taking = new TakeSubscriptions(
    subscriptionBook,
    deliveries,
    new CronSchedules(),
    { organisations, indicators: [] },
    clock,
  );
  const refused = await taking.take({ ...ORDER, ...change } as SubscriptionOrder).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(OrderRefused);
  expect((refused as OrderRefused).faults).toEqual([{ path, remedy: expect.stringContaining(remedy) as string }]);
  expect(await subscriptionBook.all()).toEqual([]);
});
