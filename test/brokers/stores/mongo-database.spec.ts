import type { LedgerEntry } from '../../../src/ports/intake-ledger';
import { isRetriable } from '../../../src/platform/mongo/mongo-error';
import { MongoDatabase } from '../../../src/platform/mongo/mongo-database';
import { findByIds } from '../../../src/platform/mongo/find-by-ids';
import { describeWithServers } from '../../servers/brokers';
import { mongoOf, openMongo } from './mongo-platform';

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('a server that is not there is told as something that may pass, as often as it is asked for', async () => {
  const database = new MongoDatabase({ url: 'mongodb://127.0.0.1:9/none?serverSelectionTimeoutMS=300' }, 'secret x');
  const failures = [
    await failureOf(database.ping()),
    await failureOf(database.ping()),
    await failureOf(Promise.resolve().then(() => database.collection('notes').findOne({ _id: 'x' }))),
  ];
  await database.close();

  expect(failures.map(isRetriable)).toEqual([true, true, true]);
});

test('a certificate that cannot be read is told at once, by its file', () => {
  const tls = { ca: '/no/such/file.pem' };

  expect(() => new MongoDatabase({ url: 'mongodb://127.0.0.1:9/none', tls }, 'secret x')).toThrow(
    /\/no\/such\/file\.pem/,
  );
});

const CLAIM: LedgerEntry = {
  source: 'hospital:330901000016003',
  id: '1',
  content: 'c'.repeat(22),
  kind: 'hospital.contact',
  recordId: 'r',
  person: 'p_anna',
  receivedAt: 0,
};

describeWithServers('a MongoDB database', ({ mongo }) => {
  it('answers, and makes its collections and indexes as often as it is asked to', async () => {
    const { database } = await openMongo(mongo);
    await database.ping();
    await database.ensureIndexes();
    const indexes = await database.collection('decisions').indexes();

    expect(indexes.map(({ key }) => Object.keys(key as object).join(' ')).sort()).toEqual([
      '_id',
      'state.basisDigest share',
      'state.deadline share',
    ]);
  });

  it('knows its key and refuses another before anything is written', async () => {
    const { vault, name } = await openMongo(mongo);
    await vault.put([{ person: 'p_anna', digits: '1502779995' }]);
    const other = mongoOf(mongo, name, 'development hmac-sha256:of-others');
    let wasRun = false;
    const refused = await failureOf(other.run(() => Promise.resolve((wasRun = true))));
    const prepared = await failureOf(other.ensureIndexes());
    await other.close();

    expect([refused, prepared].map(String)).toEqual([
      expect.stringMatching(/filled under another REHABSPOR_KEY/),
      expect.stringMatching(/filled under another REHABSPOR_KEY/),
    ]);
    expect(isRetriable(refused)).toBe(false);
    expect(wasRun).toBe(false);
  });

  it('that is filled but does not say under which key is refused', async () => {
    const { database, vault, name } = await openMongo(mongo);
    await vault.put([{ person: 'p_anna', digits: '1502779995' }]);
    await database.collection('notes').deleteOne({ _id: 'key' });
    const same = mongoOf(mongo, name);

    expect(String(await failureOf(same.ensureIndexes()))).toMatch(/does not say which key/);
    await same.close();
  });

  it('that tells events apart by other digests is refused before anything is written, with what to do', async () => {
    const { database, ledger, name } = await openMongo(mongo);
    await ledger.claim([CLAIM]);
    await database.collection('notes').updateOne({ _id: 'digests' }, { $set: { value: 'sha-512, 64 bits' } });
    const same = mongoOf(mongo, name);
    let wasRun = false;
    const refused = await failureOf(same.run(() => Promise.resolve((wasRun = true))));
    await same.close();

    expect(String(refused)).toMatch(/tells events apart by sha-512, 64 bits, this program by .*nothing was changed/);
    expect([isRetriable(refused), wasRun]).toEqual([false, false]);
  });

  it('runs a unit of work as it is', async () => {
    const { database } = await openMongo(mongo);

    expect(await database.run(async () => 'done')).toBe('done');
  });

  it('finds many documents by their ids, and few', async () => {
    const { database } = await openMongo(mongo);
    const notes = database.collection('notes');
    const ids = Array.from({ length: 2_100 }, (_, at) => `n${at}`);
    await notes.insertMany(ids.map((_id) => ({ _id, value: `value of ${_id}` })));

    for (const count of [0, 1, 32, 33, 2_100]) {
      const asked = ids.slice(0, count);
      const found = await findByIds(notes, [...asked, 'nobody', ...asked]);
      expect([...found.keys()].sort()).toEqual([...asked].sort());
    }
  });

  it('numbers what several processes refuse each by a number of its own', async () => {
    const { rejected, another } = await openMongo(mongo);
    const other = await another();
    const refused = (from: number) =>
      Array.from({ length: 100 }, (_, at) => ({
        receipt: { status: 'rejected' as const },
        receivedAt: 1_700_000_000_000,
        payload: `payload ${from + at}`,
      }));
    await Promise.all([rejected.keep(refused(0)), other.rejected.keep(refused(50))]);
    const listed = await rejected.list({ after: 0, limit: 1_000 });

    expect(new Set(listed.map(({ payload }) => Buffer.from(payload).toString())).size).toBe(150);
    expect(new Set(listed.map(({ number }) => number)).size).toBe(150);
    expect(listed.every(({ number }) => Number.isSafeInteger(number) && String(number).length <= 16)).toBe(true);
  });
});
