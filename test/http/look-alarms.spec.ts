import type { Reader } from '../../src/access/domain/reader';
import type { LookAlarm } from '../../src/kernel/look-alarm';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { hospital, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { ANNA } from '../support/source-event';
import { as } from '../support/stand-in';
import { startTestServer, type TestServer } from './server';

const nurse = (more: Partial<Reader> = {}): Reader => ({
  ...{ subject: 'nurse-1', name: 'Nina Holm', kind: 'person', purpose: 'treatment', organisation: ODENSE_HOSPITAL },
  roles: ['hospital', 'public'],
  ...more,
});

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.tell(hospital().pci('2024-05-03'));
});
afterEach(() => server.stop());

const person = (): string => server.embedded.keys.keyOf(ANNA);
const look = async (who: Reader): Promise<number> =>
  (await server.request.get(`/api/v1/persons/${person()}/pathways`).set(as(who))).status;
const alarms = (): LookAlarm[] =>
  [...server.embedded.log.read('look-alarms', 0, 0, Infinity)].map(({ value }) => value);

test('usual looking raises nothing', async () => {
  expect(await look(nurse())).toBe(200);
  expect(await server.embedded.raiseUnusual.catchUp()).toBe(0);
  expect(alarms()).toEqual([]);
});

test('unusual looking is told once, without whom it was at, as its contract says', async () => {
  server.setNow('2024-06-30T01:30:00Z');
  await look(nurse());
  const colleague = nurse({
    subject: 'nurse-2',
    name: 'Ole Bro',
    organisation: ODENSE,
    roles: ['municipality', 'public'],
  });
  expect(await look(colleague)).toBe(403);
  await server.request
    .post('/api/v1/persons/relations')
    .set(as(colleague))
    .send({ cpr: ANNA, reason: 'Henvist pr. telefon' });
  server.setNow('2024-06-30T12:30:00Z');
  await look(colleague);
  await server.embedded.raiseUnusual.catchUp();
  await server.embedded.raiseUnusual.catchUp();

  const raised = alarms();
  expect(raised.map(({ subject, code }) => `${subject} ${code}`)).toEqual([
    'nurse-1 OUTSIDE_HOURS',
    'nurse-2 NO_RELATION',
    'nurse-2 OUTSIDE_HOURS',
  ]);
  const validate = loadSchemas().validator('look-alarm');
  expect(raised.map((alarm) => validate(alarm))).toEqual([true, true, true]);
  expect(JSON.stringify(raised)).not.toContain(person());
  expect(new Set(raised.map(({ alarm }) => alarm)).size).toBe(3);
});

test('another day raises another alarm', async () => {
  server.setNow('2024-06-29T01:30:00Z');
  await look(nurse());
  await server.embedded.raiseUnusual.catchUp();
  server.setNow('2024-06-30T01:30:00Z');
  await look(nurse());
  await server.embedded.raiseUnusual.catchUp();

  expect(alarms().map(({ day, code }) => `${day} ${code}`)).toEqual([
    '2024-06-29 OUTSIDE_HOURS',
    '2024-06-30 OUTSIDE_HOURS',
  ]);
});
