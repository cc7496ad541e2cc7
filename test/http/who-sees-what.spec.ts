import { ROLES, type Reader } from '../../src/access/domain/reader';
import { hospital, ODENSE_HOSPITAL } from '../support/sectors';
import { as, STAFF, StandIn } from '../support/stand-in';
import {
  cellsOf,
  CPR,
  ends,
  FOREIGN,
  OPERATIONS,
  readerOf,
  RELATED,
  relatingEvents,
  TABLED,
  wrongIn,
  type With,
} from './access-cells';
import { startTestServer, type TestServer } from './server';

let server: TestServer;
const person = {} as Record<With, string>;
beforeAll(async () => {
  server = await startTestServer({}, { signIn: new StandIn('nobody') });
  const events = relatingEvents('2024-05-03');
  await asked(STAFF, 'post', '/api/v1/events').set('content-type', 'application/json').send(events);
  await server.embedded.log.settled();
  for (const relation of Object.keys(CPR) as With[]) {
    const found = await asked(STAFF, 'post', '/api/v1/persons/lookup').send({ cpr: CPR[relation] });
    person[relation] = (found.body as { person: string }).person;
  }
  const patient: Reader = { ...readerOf('patient', person), person: person.withdrawn };
  for (const organisation of RELATED) {
    const address = `/api/v1/persons/${person.withdrawn}/consents`;
    expect((await asked(patient, 'post', address).send({ organisation, may: false })).status).toBe(204);
  }
});
afterAll(() => server.stop());

const asked = (who: Reader, method: string, path: string) => {
  const request = server.request[method as 'get'](path);
  return who.subject === 'a-public' ? request : request.set(as(who));
};

test('the table has a row for every operation of the program, and for no other', () => {
  expect([...TABLED].sort()).toEqual([...OPERATIONS.keys()].sort());
});

test.each(ROLES)('%s: of every operation, own and foreign, with, without and with withdrawn relation', async (role) => {
  const who = readerOf(role, person);
  const cells = cellsOf(who, person);
  const wrong: unknown[] = [];
  for (const cell of cells.filter(ends)) {
    const request = asked(who, cell.method, cell.address).query(cell.query);
    const { status, body } = await (cell.body === undefined ? request : request.send(cell.body));
    wrong.push(wrongIn(cell, status, body));
  }

  expect(wrong.filter((one) => one !== undefined)).toEqual([]);
  expect(cells.length).toBeGreaterThan(90);
});

test('whoever has not signed in is told how, whoever has what they may', async () => {
  const told = await server.request.get('/api/v1/rejected');
  expect([told.status, told.headers['www-authenticate']]).toEqual([401, 'Bearer']);
  const source = readerOf('source', person);
  const refused = await asked(source, 'get', '/api/v1/rejected');
  expect([refused.status, (refused.body as { detail: string }).detail]).toEqual([
    403,
    `Ask for what is your own: source=${ODENSE_HOSPITAL}.`,
  ]);
});

test('a relation asserted with a reason opens at once, and stands for control', async () => {
  const who = { ...readerOf('municipality', person), organisation: 'municipality:0101' };
  const look = () => asked(who, 'get', `/api/v1/persons/${person.unrelated}/pathways`);
  expect((await look()).status).toBe(403);

  await asked(who, 'post', '/api/v1/persons/relations').send({ cpr: CPR.unrelated, reason: 'Henvist pr. telefon' });
  expect((await look()).status).toBe(200);
  const { body } = await asked(readerOf('auditor', person), 'get', '/api/v1/persons/relations/asserted');
  expect((body as { items: unknown[] }).items[0]).toMatchObject({
    ...{ person: person.unrelated, organisation: 'municipality:0101', by: who.subject, reason: 'Henvist pr. telefon' },
  });
});

test('a stream with another’s event is broken off there, and what came before stands', async () => {
  const { organisation: _none, ...source } = readerOf('source', person);
  const who = { ...source, organisation: ODENSE_HOSPITAL };
  const [mine] = hospital().pci('2024-05-20');
  const sent = [mine, { ...mine, id: 'foreign', source: FOREIGN }];
  const answer = await asked(who, 'post', '/api/v1/events').set('content-type', 'application/json').send(sent);

  expect(answer.status).toBe(403);
  expect((answer.body as { errors: unknown }).errors).toMatchObject([{ path: '[1].source' }]);
});
