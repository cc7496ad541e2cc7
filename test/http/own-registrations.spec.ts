import type { Reader } from '../../src/access/domain/reader';
import { EVENT_KINDS, schemeOfKind, type EventKind } from '../../src/kernel/event-kinds';
import { registrationOf } from '../../src/kernel/registration';
import { completeExample } from '../support/complete-example';
import { hospital, municipality, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { ANNA, type SourceEvent } from '../support/source-event';
import { as } from '../support/stand-in';
import { startTestServer, type TestServer } from './server';

const source = (organisation: string): Reader => ({
  ...{ subject: `system of ${organisation}`, name: organisation, kind: 'system', purpose: 'own', organisation },
  roles: ['source', 'public'],
});
/** Another organisation that may send what the kind says; of registers there is one of a kind, so a hospital. */
const ANOTHER: Readonly<Record<string, string>> = {
  municipality: 'municipality:0101',
  'general-practice': 'general-practice:054321',
  danheart: 'danheart:440401000016009',
};
const anotherThan = (kind: EventKind): string => ANOTHER[schemeOfKind(kind)] ?? 'hospital:440401000016009';
const KINDS = EVENT_KINDS.filter((kind) => kind !== 'registry.feed-status');

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const send = (who: Reader, event: object) =>
  server.request.post('/api/v1/events').set(as(who)).set('content-type', 'application/json').send(event);
const retract = (who: Reader, organisation: string, kind: string, record: unknown) =>
  server.request.post(`/api/v1/sources/${organisation}/retractions`).set(as(who)).send({ kind, record });
/** The statuses of what came of a registration, oldest first. */
async function statusesOf({ source: from, data }: SourceEvent, kind: EventKind): Promise<string[]> {
  await server.embedded.log.settled();
  const person = server.embedded.keys.keyOf(String(data['cpr']).replace('-', ''));
  const eventsOf = await server.embedded.events.load([person]);
  const name = registrationOf({ source: from, kind, recordId: String(data['recordId']) });
  return eventsOf(person)
    .filter((event) => registrationOf(event) === name)
    .map(({ status, version }) => `${status} ${version}`);
}

test.each(KINDS)('%s: its source corrects and takes back its own registration, and nobody else’s', async (kind) => {
  const example = completeExample(kind);
  const event: SourceEvent = { ...example, id: `own ${kind}`, data: { ...example.data, version: 1, status: 'active' } };
  const [mine, other] = [source(event.source), source(anotherThan(kind))];
  expect((await send(mine, event)).body).toMatchObject([{ status: 'accepted' }]);

  const forged = { ...event, id: `forged ${kind}`, data: { ...event.data, version: 9, status: 'retracted' } };
  const refused = await send(other, forged);
  expect([refused.status, (refused.body as { type: string }).type]).toEqual([
    403,
    'urn:rehabspor:problem:foreign-source',
  ]);
  expect((await retract(other, event.source, kind, event.data['recordId'])).status).toBe(403);
  expect((await retract(other, other.organisation ?? '', kind, event.data['recordId'])).status).toBe(404);
  expect(await statusesOf(event, kind)).toEqual(['active 1']);

  const corrected = { ...event, id: `corrected ${kind}`, data: { ...event.data, version: 2 } };
  expect((await send(mine, corrected)).body).toMatchObject([{ status: 'accepted' }]);
  const taken = await retract(mine, event.source, kind, event.data['recordId']);
  expect(taken.body).toMatchObject({ source: event.source, status: 'accepted' });
  expect((await retract(mine, event.source, kind, event.data['recordId'])).status).toBe(409);
  expect(await statusesOf(event, kind)).toEqual(['active 1', 'active 2', 'retracted 3']);
});

test('the same record id of another source is another registration', async () => {
  const first = municipality().start('2024-02-01', { recordId: 'same' });
  const second = municipality('0101').start('2024-02-01', { recordId: 'same' });
  await send(source(ODENSE), first);
  await send(source('municipality:0101'), second);
  await retract(source('municipality:0101'), 'municipality:0101', 'municipality.start', 'same');

  expect(await statusesOf(first, 'municipality.start')).toEqual(['active 1']);
  expect(await statusesOf(second, 'municipality.start')).toEqual(['active 1', 'retracted 2']);
});

test('what is taken back counts no more', async () => {
  const [procedure, diagnosis] = hospital().pci('2024-02-03', { cpr: ANNA }) as [SourceEvent, SourceEvent];
  const who = source(ODENSE_HOSPITAL);
  await send(who, [procedure, diagnosis]);
  await server.embedded.log.settled();
  const pathways = async () => {
    const state = await server.embedded.states.load([server.embedded.keys.keyOf(ANNA)]);
    return [...state.values()].flatMap(({ folded }) => folded.pathways.map(({ indexDay }) => indexDay));
  };
  expect(await pathways()).toContain('2024-02-03');
  await retract(who, ODENSE_HOSPITAL, 'hospital.procedure', procedure.data['recordId']);
  await server.embedded.log.settled();

  expect(await pathways()).not.toContain('2024-02-03');
});

describe('what was refused', () => {
  const refused = municipality().start('2024-02-06', { id: 'refused-1', code: 'BUG1', planned: 8 });
  const list = (who: Reader, organisation = ODENSE) =>
    server.request.get(`/api/v1/sources/${organisation}/rejected`).set(as(who));
  interface Listed {
    readonly items: readonly { readonly number: number; readonly event: string }[];
  }

  test('is told to its source in Danish and English with the rule, and to no other', async () => {
    await send(source(ODENSE), refused);
    await send(source('municipality:0101'), municipality('0101').start('2024-02-06', { code: 'BUG1' }));
    const { items } = (await list(source(ODENSE))).body as Listed;

    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      ...{ event: 'refused-1', kind: 'municipality.start', record: refused.data['recordId'] },
      ...{ code: 'WRONG_CODE_SYSTEM_FOR_SECTOR', path: 'data.code', rule: 'R04' },
      reason: {
        da: expect.stringContaining('Kommuner bruger ikke SKS-koder') as string,
        en: expect.stringContaining('Municipalities do not use SKS codes') as string,
      },
    });
    expect(JSON.stringify(items)).not.toContain(ANNA);
    expect((await list(source('municipality:0101'), ODENSE)).status).toBe(403);
  });

  test('because its id was used before says so in both languages', async () => {
    const who = source('municipality:0751');
    const first = municipality('0751').start('2024-02-06', { id: 'used' });
    await send(who, first);
    await send(who, { ...first, data: { ...first.data, startedOn: '2024-02-07' } });

    const { items } = (await list(who, 'municipality:0751')).body as Listed;
    expect(items).toMatchObject([
      { code: 'ID_REUSED', reason: { da: expect.stringContaining('er brugt til') as string } },
    ]);
  });

  test('is sent again corrected by its source alone, and only as itself', async () => {
    const [item] = ((await list(source(ODENSE))).body as Listed).items;
    const { code: _code, ...right } = refused.data;
    const corrected = { ...refused, data: right };
    const resend = (who: Reader, organisation: string, event?: object) =>
      server.request
        .post(`/api/v1/sources/${organisation}/rejected/${item?.number}/resend`)
        .set(as(who))
        .send(event === undefined ? {} : { event });

    expect((await resend(source('municipality:0101'), ODENSE, corrected)).status).toBe(403);
    expect((await resend(source('municipality:0101'), 'municipality:0101', corrected)).status).toBe(404);
    const foreign = await resend(source(ODENSE), ODENSE, { ...corrected, source: 'municipality:0101' });
    expect([foreign.status, (foreign.body as { type: string }).type]).toEqual([
      403,
      'urn:rehabspor:problem:foreign-source',
    ]);
    expect((await resend(source(ODENSE), ODENSE, corrected)).body).toMatchObject({ status: 'accepted' });
    expect((await resend(source(ODENSE), ODENSE, corrected)).status).toBe(409);
    expect(((await list(source(ODENSE))).body as Listed).items).toEqual([]);
  });
});

test('how one’s own registrations stand is told by their names alone, and of another’s nothing', async () => {
  const who = source('municipality:0751');
  const first = municipality('0751').start('2024-02-01', { recordId: 'standing' });
  await send(who, first);
  await send(who, { ...first, id: 'standing, later', data: { ...first.data, version: 2, startedOn: '2024-02-02' } });
  await server.embedded.log.settled();
  const ask = (reader: Reader, organisation: string, records: readonly string[]) =>
    server.request
      .post(`/api/v1/sources/${organisation}/registrations`)
      .set(as(reader))
      .send({ registrations: records.map((record) => ({ kind: 'municipality.start', record })) });

  const answer = await ask(who, 'municipality:0751', ['never sent', 'standing']);
  expect(answer.body).toEqual({
    items: [{ kind: 'municipality.start', record: 'standing', event: 'standing, later', version: 2, status: 'active' }],
  });
  await retract(who, 'municipality:0751', 'municipality.start', 'standing');
  await server.embedded.log.settled();
  expect((await ask(who, 'municipality:0751', ['standing'])).body).toMatchObject({
    items: [{ version: 3, status: 'retracted' }],
  });
  expect((await ask(source('municipality:0101'), 'municipality:0101', ['standing'])).body).toEqual({ items: [] });
  expect((await ask(source('municipality:0101'), 'municipality:0751', ['standing'])).status).toBe(403);
  expect((await ask(who, 'municipality:0751', ['1502779995'])).status).toBe(400);
});
