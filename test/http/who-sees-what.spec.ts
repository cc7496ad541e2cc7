import { readFileSync } from 'node:fs';
import type { Response } from 'supertest';
import { parse } from 'yaml';
import { ROLES, type Reader, type Role } from '../../src/access/domain/reader';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { generalPractice, hospital, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { as, STAFF, StandIn } from '../support/stand-in';
import { operationsOf, type OpenApi, type Sent } from './open-api';
import { startTestServer, type TestServer } from './server';

/** The file as it is written: what is expected is read from it here, by other code than the program's. */
const { operations: rows } = parse(readFileSync(contractsPath('access.yaml'), 'utf8')) as {
  operations: Record<string, Row>;
};
interface Row {
  readonly person?: string;
  readonly organisation?: string;
  readonly cells: Readonly<Record<string, string | { readonly related?: string; readonly unrelated?: string }>>;
}

const HOSPITAL = ODENSE_HOSPITAL;
const PRACTICE = 'general-practice:012345';
const FOREIGN = 'hospital:330061000016003';
/** A stream that never ends: it is only asked for by those who are refused. */
const ENDLESS = 'followChanges';

/** Persons by the relation that the three organisations have with them. */
const CPR = { related: '1502779995', unrelated: '0201609995', withdrawn: '0504909995' } as const;
type With = keyof typeof CPR;
const ORGANISATION_OF: Readonly<Partial<Record<Role, string>>> = {
  hospital: HOSPITAL,
  municipality: ODENSE,
  'general-practice': PRACTICE,
  administration: ODENSE,
  source: HOSPITAL,
};

let server: TestServer;
let operations: Map<string, Sent>;
const person = {} as Record<With, string>;
beforeAll(async () => {
  server = await startTestServer({}, { signIn: new StandIn('nobody') });
  const story = (cpr: string, source = HOSPITAL) => [
    ...hospital(source).pci('2024-05-03', { cpr }),
    ...(source === FOREIGN
      ? []
      : [
          hospital(source).referral(ODENSE, ['training'], '2024-05-10', { cpr }),
          generalPractice().bloodPressure(130, 80, '2024-05-12', { cpr }),
        ]),
  ];
  const events = [...story(CPR.related), ...story(CPR.withdrawn), ...story(CPR.unrelated, FOREIGN)];
  await asked(STAFF, 'post', '/api/v1/events').set('content-type', 'application/json').send(events);
  await server.embedded.log.settled();
  for (const relation of Object.keys(CPR) as With[]) {
    const found = await asked(STAFF, 'post', '/api/v1/persons/lookup').send({ cpr: CPR[relation] });
    person[relation] = (found.body as { person: string }).person;
  }
  const patient: Reader = { ...reader('patient'), person: person.withdrawn };
  for (const organisation of [HOSPITAL, ODENSE, PRACTICE]) {
    const address = `/api/v1/persons/${person.withdrawn}/consents`;
    expect((await asked(patient, 'post', address).send({ organisation, may: false })).status).toBe(204);
  }
  const document = (await server.request.get('/docs-json')).body as OpenApi;
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(item).map((operation) => (operation as { operationId?: string }).operationId ?? ''),
  );
  const samples = { set: 'dhrd-2023', version: '2', id: 'r_x', number: '1', key: 'diet', unit: 'denmark', may: true };
  const usual = operationsOf(document, { ...samples, indicator: 'diet', section: 'rules', user: 'x', event: {} });
  operations = new Map(ids.map((id, at) => [id, usual[at]?.usual as Sent]));
});
afterAll(() => server.stop());

const reader = (role: Role): Reader => ({
  ...{ subject: `a-${role}`, name: role, kind: 'person', purpose: 'quality' },
  roles: role === 'public' ? ['public'] : [role, 'public'],
  ...(ORGANISATION_OF[role] === undefined ? undefined : { organisation: ORGANISATION_OF[role] }),
  ...(role === 'patient' ? { person: person.related } : undefined),
});

const asked = (who: Reader, method: string, path: string) => {
  const request = server.request[method as 'get'](path);
  return who.subject === 'a-public' ? request : request.set(as(who));
};

/** What is sent to an operation about somebody, and about one's own organisation or another. */
function sentTo(operation: string, relation: With, organisation: string): Sent {
  const sent = operations.get(operation) as Sent;
  return {
    ...sent,
    path: { ...sent.path, person: person[relation], organisation },
    query: rows[operation]?.organisation === 'query.source' ? { ...sent.query, source: organisation } : sent.query,
    ...(sent.body === undefined
      ? undefined
      : {
          body:
            operation === 'sendEvents' || operation === 'checkEvents'
              ? { ...hospital().pci('2024-05-03')[0], id: 'again', source: organisation }
              : { ...sent.body, cpr: CPR[relation], organisation },
        }),
  };
}

function answerOf(who: Reader, { method, route, path, query, body }: Sent) {
  const address = route.replace(/\{(\w+)\}/g, (_braced, name: string) => encodeURIComponent(path[name] ?? 'x'));
  const request = asked(who, method, address).query(query);
  return body === undefined ? request : request.send(body);
}

/** What the file says somebody sees: the view, or undefined for nothing. */
function viewIn(row: Row, who: Reader, relation: With, organisation: string): string | undefined {
  const views = who.roles.flatMap((role) => {
    const cell = row.cells[role] ?? row.cells['everyone'] ?? 'none';
    const view = typeof cell === 'string' ? cell : relation === 'related' ? cell.related : cell.unrelated;
    const isOwn = row.person === undefined ? organisation === who.organisation : person[relation] === who.person;
    return view === undefined || view === 'none' || (view === 'own' && !isOwn) ? [] : [view];
  });
  return views.find((view) => view !== 'published' && view !== 'open') ?? views[0];
}

const REFUSALS = ['not-signed-in', 'not-permitted', 'foreign-source'].map((kind) => `urn:rehabspor:problem:${kind}`);
const isRefused = ({ status, body }: Response): boolean =>
  (status === 401 || status === 403) && REFUSALS.includes((body as { type?: string }).type ?? '');

test('the table has a row for every operation of the program, and for no other', () => {
  expect(Object.keys(rows).sort()).toEqual([...operations.keys()].sort());
});

test.each(ROLES)('%s: of every operation, own and foreign, with, without and with withdrawn relation', async (role) => {
  const who = reader(role);
  const wrong: unknown[] = [];
  let cells = 0;
  for (const [operation, row] of Object.entries(rows)) {
    const relations = row.person === undefined ? (['unrelated'] as const) : (Object.keys(CPR) as With[]);
    const organisations = row.organisation === undefined ? [FOREIGN] : [who.organisation ?? HOSPITAL, FOREIGN];
    for (const relation of relations) {
      for (const organisation of organisations) {
        const view = viewIn(row, who, relation, organisation);
        cells += 1;
        if (operation === ENDLESS && view !== undefined) continue;
        const answer = await answerOf(who, sentTo(operation, relation, organisation));
        const shown = (answer.body as { view?: string }).view;
        const isAsSaid =
          isRefused(answer) === (view === undefined) &&
          answer.status < 500 &&
          (shown === undefined || typeof shown !== 'string' || view === undefined || shown === view);
        if (!isAsSaid) wrong.push([operation, relation, organisation, view, answer.status, shown]);
      }
    }
  }

  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(90);
});

test('whoever has not signed in is told how, whoever has what they may', async () => {
  const told = await server.request.get('/api/v1/rejected');
  expect([told.status, told.headers['www-authenticate']]).toEqual([401, 'Bearer']);
  const source = reader('source');
  const refused = await asked(source, 'get', '/api/v1/rejected');
  expect([refused.status, (refused.body as { detail: string }).detail]).toEqual([
    403,
    `Ask for what is your own: source=${HOSPITAL}.`,
  ]);
});

test('a relation asserted with a reason opens at once, and stands for control', async () => {
  const who = { ...reader('municipality'), organisation: 'municipality:0101' };
  const look = () => asked(who, 'get', `/api/v1/persons/${person.unrelated}/pathways`);
  expect((await look()).status).toBe(403);

  await asked(who, 'post', '/api/v1/persons/relations').send({ cpr: CPR.unrelated, reason: 'Henvist pr. telefon' });
  expect((await look()).status).toBe(200);
  const { body } = await asked(reader('auditor'), 'get', '/api/v1/persons/relations/asserted');
  expect((body as { items: unknown[] }).items[0]).toMatchObject({
    ...{ person: person.unrelated, organisation: 'municipality:0101', by: who.subject, reason: 'Henvist pr. telefon' },
  });
});

test('a stream with another’s event is broken off there, and what came before stands', async () => {
  const { organisation: _none, ...source } = reader('source');
  const who = { ...source, organisation: HOSPITAL };
  const [mine] = hospital().pci('2024-05-20');
  const sent = [mine, { ...mine, id: 'foreign', source: FOREIGN }];
  const answer = await asked(who, 'post', '/api/v1/events').set('content-type', 'application/json').send(sent);

  expect(answer.status).toBe(403);
  expect((answer.body as { errors: unknown }).errors).toMatchObject([{ path: '[1].source' }]);
});
