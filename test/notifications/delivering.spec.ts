import type { DecisionEvent } from '../../src/notifications/domain/cloud-event';
import { WebhookBook, type WebhookProgress } from '../../src/ports/webhook-book';
import { openSqlite } from '../ports/sqlite-platform';
import { ODENSE } from '../support/sectors';
import { until } from '../support/until';
import { isSigned, WebhookReceiver } from '../support/webhook-receiver';
import { change, decided, notifying, person } from './notifying';

const receivers: WebhookReceiver[] = [];
const receiver = async (): Promise<WebhookReceiver> => {
  const started = await WebhookReceiver.start();
  receivers.push(started);
  return started;
};
afterEach(async () => {
  for (const one of receivers.splice(0)) await one.stop();
});

const ANN = person('ann');
const BEN = person('ben');
const outcomes = (events: readonly DecisionEvent[], whose: string): unknown[] =>
  events.filter(({ partitionkey }) => partitionkey === whose).map(({ data }) => 'outcome' in data && data.outcome);

test('every changed decision comes as an event, a person’s in their order, signed with the secret that was shown', async () => {
  const ehr = await receiver();
  const { register, tell, delivering } = notifying({ hosts: [ehr.host] });
  await tell(change(ANN), change(BEN));
  const { secret } = await register({ url: ehr.url });
  await tell(change(ANN, { decisions: [decided('diet', 4, 'not-met')] }));
  await tell(change(ANN, { decisions: [decided('diet', 4, 'met')] }));
  await delivering.deliverOnce();

  expect(outcomes(ehr.taken, ANN)).toEqual(['pending', 'not-met', 'met']);
  expect(outcomes(ehr.taken, BEN)).toEqual(['pending']);
  expect(ehr.taken.map(({ sequence }) => sequence)).toEqual(ehr.taken.map(({ sequence }) => sequence).sort());
  expect(ehr.posts.map((post) => [isSigned(post, secret), isSigned(post, 'whsec_b3RoZXI=')])).toEqual([[true, false]]);
  expect(ehr.posts[0]?.headers['content-type']).toBe('application/cloudevents-batch+json; charset=utf-8');
});

test('what was taken does not come again, and one that is registered from now on gets what comes then', async () => {
  const ehr = await receiver();
  const { register, tell, delivering } = notifying({ hosts: [ehr.host] });
  await tell(change(ANN));
  await register({ url: ehr.url }, 'now');
  await delivering.deliverOnce();
  expect(ehr.posts).toEqual([]);

  await tell(change(BEN));
  await delivering.deliverOnce();
  await delivering.deliverOnce();
  expect(ehr.taken.map(({ partitionkey }) => partitionkey)).toEqual([BEN]);
});

test('in structured mode each event is a request of its own', async () => {
  const ehr = await receiver();
  const { register, tell, delivering } = notifying({ hosts: [ehr.host] });
  await register({ url: ehr.url, mode: 'structured' });
  await tell(change(ANN, { decisions: [decided('diet', 4, 'met'), decided('ldl', 10, 'met')] }), change(BEN));
  await delivering.deliverOnce();

  expect(ehr.posts.map(({ events, headers }) => [events.length, headers['content-type']])).toEqual(
    Array.from({ length: 3 }, () => [1, 'application/cloudevents+json; charset=utf-8']),
  );
});

test('what fails comes again with the same ids, later and later, and nothing that came after it overtakes it', async () => {
  const ehr = await receiver();
  const { register, tell, delivering, clock, taking } = notifying({ hosts: [ehr.host] });
  await register({ url: ehr.url, mode: 'structured' });
  await tell(change(ANN));
  ehr.answer = () => 503;
  await delivering.deliverOnce();
  await tell(change(ANN, { decisions: [decided('diet', 4, 'met')] }));
  await delivering.deliverOnce();
  expect(ehr.posts).toHaveLength(1); // It is not time yet.
  clock.at += 1_000;
  await delivering.deliverOnce();
  expect((await taking.list())[0]?.progress.failure).toMatchObject({ times: 2, retryAt: clock.at + 2_000 });

  ehr.answer = () => 204;
  clock.at += 2_000;
  await delivering.deliverOnce();
  expect(outcomes(ehr.taken, ANN)).toEqual(['pending', 'met']);
  const ids = ehr.posts.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids.slice(0, 3)).size).toBe(1);
  expect((await taking.list())[0]?.progress.failure).toBeUndefined();
});

test('the peace that is asked for is given', async () => {
  const ehr = await receiver();
  const { register, tell, delivering, clock, taking } = notifying({ hosts: [ehr.host] });
  await register({ url: ehr.url });
  await tell(change(ANN));
  ehr.answer = () => ({ status: 429, headers: { 'retry-after': '30' } });
  await delivering.deliverOnce();

  expect((await taking.list())[0]?.progress.failure?.retryAt).toBe(clock.at + 30_000);
});

test('one that answers 410 is on hold at once, one that fails for too long after that, and both go on when resumed', async () => {
  const [gone, broken] = [await receiver(), await receiver()];
  const { register, tell, delivering, clock, taking, said } = notifying({ hosts: [gone.host, broken.host] });
  const ids = [await register({ url: gone.url }), await register({ url: broken.url })].map(({ webhook }) => webhook.id);
  await tell(change(ANN));
  gone.answer = () => 410;
  broken.answer = () => 500;
  for (const minutes of [0, 30, 31]) {
    clock.at += minutes * 60_000;
    await delivering.deliverOnce();
  }
  const reasons = new Map((await taking.list()).map(({ id, progress }) => [id, progress.hold?.reason]));
  expect(ids.map((id) => reasons.get(id))).toEqual(['gone', 'failing']);
  expect(said.filter((one) => one.startsWith('A webhook is on hold'))).toHaveLength(2);

  clock.at += 3_600_000;
  await delivering.deliverOnce();
  expect([gone.posts.length, broken.posts.length]).toEqual([1, 3]); // Nothing is sent any more.
  gone.answer = broken.answer = () => 200;
  for (const id of ids) await taking.resume(id);
  await delivering.deliverOnce();
  expect([outcomes(gone.taken, ANN), outcomes(broken.taken, ANN)]).toEqual([['pending'], ['pending']]);
});

test('one that never answers keeps neither another nor the program’s end waiting', async () => {
  const [slow, fast] = [await receiver(), await receiver()];
  slow.answer = () => 'nothing';
  const { register, tell, delivering } = notifying({ hosts: [slow.host, fast.host] });
  await register({ url: slow.url });
  await register({ url: fast.url });
  await tell(change(ANN));
  await delivering.look();
  await until(
    'the slow one was asked and the fast one has it',
    () => slow.posts.length === 1 && fast.taken.length === 1,
  );
  await tell(change(BEN));
  await until('the fast one has what came after', async () => {
    await delivering.look();
    return fast.taken.length === 2;
  });
  expect(slow.posts).toHaveLength(1);

  await delivering.stop();
});

test('one that does not answer in time has failed, and a redirect is not followed', async () => {
  const [slow, elsewhere, sly] = [await receiver(), await receiver(), await receiver()];
  slow.answer = () => 'nothing';
  sly.answer = () => ({ status: 307, headers: { location: elsewhere.url } });
  const hosts = [slow, elsewhere, sly].map(({ host }) => host);
  const { register, tell, delivering, taking } = notifying({ hosts, timeoutMs: 50 });
  for (const { url } of [slow, sly]) await register({ url });
  await tell(change(ANN));
  await delivering.deliverOnce();

  const says = (await taking.list()).map(({ progress }) => progress.failure?.says).sort();
  expect(says).toEqual(['It answered 307.', 'It did not answer within 0.05 seconds.']);
  expect(elsewhere.posts).toEqual([]);
});

/** A book whose process is killed before it notes that something was taken. */
class KilledBook extends WebhookBook {
  isKilled = false;

  constructor(private readonly book: WebhookBook) {
    super();
  }

  override advance(id: string, progress: WebhookProgress): Promise<boolean> {
    if (progress.place !== undefined) this.isKilled = true;
    return this.isKilled ? Promise.reject(new Error('killed')) : this.book.advance(id, progress);
  }

  override add = (...given: Parameters<WebhookBook['add']>) => this.book.add(...given);
  override all = () => this.book.all();
  override find = (id: string) => this.book.find(id);
  override remove = (id: string) => this.book.remove(id);
}

test('killed between the answer and the note of it, the same events come again with the same ids after the next start', async () => {
  const ehr = await receiver();
  const store = openSqlite();
  const first = notifying({ store, hosts: [ehr.host], book: (book) => new KilledBook(book) });
  await first.register({ url: ehr.url });
  await first.tell(change(ANN), change(BEN));
  await first.delivering.deliverOnce();
  await first.delivering.stop();

  const second = notifying({ store: await store.reopen(), hosts: [ehr.host] });
  await second.delivering.deliverOnce();
  expect(ehr.posts.map(({ events }) => events.map(({ id }) => id))).toEqual([
    ehr.once.map(({ id }) => id),
    ehr.once.map(({ id }) => id),
  ]);
  expect(ehr.posts[0]?.headers['webhook-id']).toBe(ehr.posts[1]?.headers['webhook-id']);
  await second.delivering.deliverOnce();
  expect(ehr.posts).toHaveLength(2);
});

test('of two processes on one book one delivers, and the other when the first is gone', async () => {
  const ehr = await receiver();
  const one = notifying({ hosts: [ehr.host], claimant: 'one' });
  const other = notifying({ store: one.store, hosts: [ehr.host], claimant: 'other' });
  await one.register({ url: ehr.url });
  await one.tell(change(ANN));
  await one.delivering.deliverOnce();
  await one.tell(change(BEN));
  await other.delivering.deliverOnce();
  expect(ehr.posts).toHaveLength(1);

  other.clock.at += 30_001;
  await other.delivering.deliverOnce();
  expect(ehr.taken.map(({ partitionkey }) => partitionkey)).toEqual([ANN, BEN]);
});

test('an organisation is sent those it has a relation with when it is sent, the registry everyone', async () => {
  const [ehr, town, database] = [await receiver(), await receiver(), await receiver()];
  const related = new Set([ANN]);
  const { register, tell, delivering, shown } = notifying({
    hosts: [ehr, town, database].map(({ host }) => host),
    related: (organisation, one) => organisation !== ODENSE && related.has(one),
  });
  const { webhook } = await register({ url: ehr.url });
  await register({ url: town.url, organisation: ODENSE });
  await register({ url: database.url, organisation: 'registry:rkkp' });
  await tell(change(ANN), change(BEN));
  await delivering.deliverOnce();
  related.clear();
  await tell(change(ANN, { decisions: [decided('diet', 4, 'met')] }));
  await delivering.deliverOnce();

  expect([outcomes(ehr.taken, ANN), outcomes(ehr.taken, BEN), town.posts]).toEqual([['pending'], [], []]);
  expect([outcomes(database.taken, ANN), outcomes(database.taken, BEN)]).toEqual([['pending', 'met'], ['pending']]);
  expect(shown.filter(({ id }) => id === webhook.id)).toEqual([{ id: webhook.id, persons: [ANN] }]);
});

test('of indicators and causes the ones that are asked for come, and what is no more whatever the cause', async () => {
  const ehr = await receiver();
  const { register, tell, delivering } = notifying({ hosts: [ehr.host] });
  await register({ url: ehr.url, indicators: ['diet'], causes: ['facts'] });
  const both = [decided('diet', 4, 'met'), decided('ldl', 10, 'met')];
  await tell(change(ANN, { decisions: both }), change(ANN, { decisions: both, cause: 'deadline' }));
  const withdrawn = [
    { pathway: 1, indicator: 'diet' },
    { pathway: 1, indicator: 'ldl' },
  ];
  await tell(change(ANN, { decisions: [], withdrawn, cause: 'numbers' }));
  await delivering.deliverOnce();

  expect(ehr.taken.map(({ type, subject }) => [type, subject])).toEqual([
    ['dk.rehabspor.decision.changed.v1', `${ANN}/1/diet`],
    ['dk.rehabspor.decision.withdrawn.v1', `${ANN}/1/diet`],
  ]);
});

test('sent again from a day, what was decided as of that day and later comes once more with the same ids', async () => {
  const ehr = await receiver();
  const { register, tell, delivering, taking } = notifying({ hosts: [ehr.host] });
  const { webhook } = await register({ url: ehr.url });
  await tell(change(ANN, { asOf: '2024-06-01' }), change(BEN, { asOf: '2024-06-02' }));
  await delivering.deliverOnce();
  await taking.sendAgain(webhook.id, { day: '2024-06-02' });
  await delivering.deliverOnce();

  const [, again] = ehr.posts;
  expect(again?.events.map(({ id, partitionkey }) => [id, partitionkey])).toEqual([[ehr.taken[1]?.id, BEN]]);
});

test('a decision by definitions that are not in force any more is told all the same', async () => {
  const ehr = await receiver();
  const { register, tell, delivering } = notifying({ hosts: [ehr.host] });
  await register({ url: ehr.url });
  await tell(change(ANN, { definition: 'dhrd-2023/1', decisions: [decided('gone', 13, 'met')] }));
  await delivering.deliverOnce();

  expect(ehr.taken[0]?.data).toMatchObject({
    ...{ definition: 'dhrd-2023/1', indicator: 'gone', outcome: 'met' },
    explanation: { da: expect.stringContaining('dhrd-2023/1') as string },
  });
});

test('one whose host the settings name no more is on hold, as is one whose place the log does not know', async () => {
  const ehr = await receiver();
  const first = notifying({ hosts: [ehr.host] });
  const { webhook } = await first.register({ url: ehr.url });
  await first.tell(change(ANN));
  const second = notifying({ store: first.store, hosts: [] });
  await second.delivering.deliverOnce();
  expect((await second.taking.list())[0]?.progress.hold?.reason).toBe('not-allowed');
  expect(ehr.posts).toEqual([]);

  await first.taking.resume(webhook.id);
  const { progress } = (await first.taking.list())[0] ?? webhook;
  await first.book.advance(webhook.id, { revision: progress.revision + 1, place: '4711' });
  await first.delivering.deliverOnce();
  expect((await first.taking.list())[0]?.progress.hold?.reason).toBe('lost-place');
});

test('in the published view nobody is sent anything, and what came meanwhile is sent once that is over', async () => {
  const ehr = await receiver();
  const first = notifying({ hosts: [ehr.host] });
  const { webhook } = await first.register({ url: ehr.url, organisation: 'registry:rkkp' });
  await first.tell(change(ANN));
  const published = notifying({ store: first.store, hosts: [ehr.host], view: 'published' });
  await published.delivering.deliverOnce();
  expect(ehr.posts).toEqual([]);
  expect((await first.taking.list())[0]?.progress.hold?.reason).toBe('not-allowed');
  await expect(published.register({ url: `${ehr.url}/2` })).rejects.toThrow('organisation must be');

  await first.taking.resume(webhook.id);
  await first.delivering.deliverOnce();
  expect(outcomes(ehr.taken, ANN)).toEqual(['pending']);
});
