import type { LedgerAnswer, LedgerEntry } from '../../../src/ports/intake-ledger';
import { describeWithServers } from '../../servers/brokers';
import { openMongo } from './mongo-platform';

const entry = (changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  source: 'hospital:330901000016003',
  id: '1',
  content: 'content-1',
  kind: 'hospital.diagnosis',
  recordId: 'r1',
  person: 'p_anna',
  receivedAt: 2_000,
  ...changes,
});
const standings = (answers: readonly LedgerAnswer[]): string[] => answers.map(({ standing }) => standing);

describeWithServers('the intake ledger on MongoDB, shared by processes', ({ mongo }) => {
  it('takes an event whose attempt broke off as new once more, first received when it first was', async () => {
    const { ledger, another } = await openMongo(mongo);
    const other = await another();
    await ledger.claim([entry({ receivedAt: 2_000 })]);

    const again = await other.ledger.claim([entry({ receivedAt: 3_000 }), entry({ receivedAt: 3_000 })]);
    expect(again.answers).toEqual([{ standing: 'new', firstReceivedAt: 2_000 }, { standing: 'duplicate' }]);
    await again.confirm();
    expect((await ledger.claim([entry({ receivedAt: 4_000 })])).answers).toEqual([{ standing: 'duplicate' }]);
  });

  it('takes it as new by its own moment when that is earlier', async () => {
    const { ledger } = await openMongo(mongo);
    await ledger.claim([entry({ receivedAt: 2_000 })]);
    const again = await ledger.claim([entry({ receivedAt: 1_000 })]);
    await again.confirm();

    expect(again.answers).toEqual([{ standing: 'new' }]);
    expect((await ledger.claim([entry({ receivedAt: 1_500 })])).answers).toEqual([{ standing: 'duplicate' }]);
  });

  it('tells that a duplicate was received earlier until that is confirmed', async () => {
    const { ledger } = await openMongo(mongo);
    await (await ledger.claim([entry({ receivedAt: 2_000 })])).confirm();
    const earlier = [{ standing: 'duplicate', receivedEarlier: true }];
    expect((await ledger.claim([entry({ receivedAt: 1_000 })])).answers).toEqual(earlier);
    const again = await ledger.claim([entry({ receivedAt: 1_000 })]);
    expect(again.answers).toEqual(earlier);
    await again.confirm();

    expect((await ledger.claim([entry({ receivedAt: 1_000 })])).answers).toEqual([{ standing: 'duplicate' }]);
  });

  it('does not let another content have the id of an attempt that broke off', async () => {
    const { ledger } = await openMongo(mongo);
    await ledger.claim([entry({ content: 'content-1' })]);

    const { answers } = await ledger.claim([entry({ content: 'content-2' }), entry({ content: 'content-1' })]);
    expect(standings(answers)).toEqual(['reused', 'new']);
  });

  it('takes an event as new until one of the attempts at it is confirmed', async () => {
    const { ledger, another } = await openMongo(mongo);
    const other = await another();
    await ledger.claim([entry()]);
    await other.ledger.claim([entry()]);
    const third = await ledger.claim([entry()]);
    expect(standings(third.answers)).toEqual(['new']);
    await third.confirm();
    await third.confirm();

    expect(standings((await other.ledger.claim([entry()])).answers)).toEqual(['duplicate']);
  });

  it('takes what comes again from where it came from as new, confirmed or not, and from elsewhere as a duplicate', async () => {
    const { ledger, another } = await openMongo(mongo);
    const other = await another();
    const { confirm } = await ledger.claim([entry({ origin: 'inbox 3 17' })]);
    await confirm();
    const from = async (...origins: (string | undefined)[]): Promise<readonly LedgerAnswer[]> => {
      const entries = origins.map((origin) => entry({ receivedAt: 5_000, ...(origin && { origin }) }));
      return (await other.ledger.claim(entries)).answers;
    };

    expect(await from(undefined)).toEqual([{ standing: 'duplicate' }]);
    expect(await from('inbox 3 18')).toEqual([{ standing: 'duplicate' }]);
    expect(await from('inbox 3 17', 'inbox 3 18')).toEqual([
      { standing: 'new', firstReceivedAt: 2_000 },
      { standing: 'duplicate' },
    ]);
    expect(await from('inbox 3 18')).toEqual([{ standing: 'duplicate' }]);
  });

  it('keeps the owner of a registration through an attempt that broke off', async () => {
    const { ledger } = await openMongo(mongo);
    await ledger.claim([entry()]);
    const moved = await ledger.claim([entry({ id: '2', person: 'p_bo' })]);
    const again = await ledger.claim([entry(), entry({ id: '2', person: 'p_bo' })]);

    expect(moved.answers).toEqual([{ standing: 'new', sharedWith: 'p_anna' }]);
    expect(again.answers).toEqual([
      { standing: 'new', firstReceivedAt: 2_000 },
      { standing: 'new', firstReceivedAt: 2_000, sharedWith: 'p_anna' },
    ]);
  });

  it('gives every event to someone and every registration to one person when processes claim the same at once', async () => {
    const { ledger, another } = await openMongo(mongo);
    const other = await another();
    const entriesOf = (person: string): LedgerEntry[] =>
      Array.from({ length: 200 }, (_, at) => entry({ id: `${person} ${at}`, recordId: `r${at}`, person }));
    const shared = Array.from({ length: 200 }, (_, at) => entry({ id: `${at}`, recordId: `s${at}` }));
    const claims = await Promise.all(
      [ledger, other.ledger].map(async (one, at) => {
        const own = entriesOf(['p_anna', 'p_bo'][at] as string);
        const { answers, confirm } = await one.claim([...shared, ...own]);
        await confirm();
        return answers;
      }),
    );
    const [first, second] = claims as [LedgerAnswer[], LedgerAnswer[]];

    shared.forEach((_, at) => expect([first[at]?.standing, second[at]?.standing]).toContain('new'));
    for (let at = 200; at < 400; at += 1) {
      const sharers = [first[at]?.sharedWith, second[at]?.sharedWith].filter((sharer) => sharer !== undefined);
      expect(sharers).toHaveLength(1);
    }
    const after = await ledger.claim([...shared, ...entriesOf('p_anna'), ...entriesOf('p_bo')]);
    expect(new Set(standings(after.answers))).toEqual(new Set(['duplicate']));
  });
});
